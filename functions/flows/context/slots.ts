import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../ports.ts';

/** Nearer wakes are the sweep's, or called by a delayed message; farther ones the reconcile run's. */
const NEAREST = Temporal.Duration.from({ minutes: 15 });
const FARTHEST = Temporal.Duration.from({ hours: 35 * 24 });

/** Whether a wake at `at` is to have a slot, seen from `now`: 15 minutes to 35 days ahead. */
export const isInHorizon = (at: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(at, now.add(NEAREST)) >= 0 &&
  Temporal.Instant.compare(at, now.add(FARTHEST)) <= 0;

/** Whether a wake at `at` is too near for a slot, and still to come. */
export const isNear = (at: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(at, now) > 0 && Temporal.Instant.compare(at, now.add(NEAREST)) < 0;

/** Sees to the slots of one run: `null` and wakes outside the horizon need none. */
export type EnsureSlots = (park: string, at: Temporal.Instant | null) => Promise<void>;

/**
 * The slots of a run at `now`. Each minute of a park is asked for once, because one schedule
 * bears ten requests a second; a request that failed is made again by the next who needs it.
 */
export function slotsOf(clock: Pick<Clock, 'ensureSlot'>, now: Temporal.Instant): EnsureSlots {
  const asked = new Set<string>();
  return async (park, at) => {
    if (at === null || !isInHorizon(at, now)) return;
    const minute = at.round({ smallestUnit: 'minute', roundingMode: 'ceil' });
    const key = `${park} ${minute.toString()}`;
    if (asked.has(key)) return;
    await clock.ensureSlot(park, minute);
    asked.add(key);
  };
}
