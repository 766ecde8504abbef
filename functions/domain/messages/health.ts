import { Temporal } from 'temporal-polyfill';
import { hasCome, isSpeakingTime, localDay, type Rules, sendInstant } from '../policy/hours.ts';
import type { Digest } from './digest.ts';
import type { Watch } from './heartbeat.ts';

/** How the parks of a stage are doing, as its alarms see it. */
export type Vitals = {
  /** Parks whose daily run did not come, or whose record of it is missing or damaged. */
  readonly lateParks: number;
  /** Minutes, within speaking time, that the oldest digest which has not gone out has waited. */
  readonly oldestUnsentMinutes: number;
  /** Slots that should have fired and are still there. */
  readonly pastSlots: number;
};

/** When a daily run is late: slots fire up to ten minutes after their nominal instant. */
const LATE_AFTER = Temporal.Duration.from({ minutes: 11 });

/** Whether the daily run of the park of `watch` should have moved it on before `now`. */
export const isLate = ({ wakeAt }: Watch, now: Temporal.Instant): boolean =>
  hasCome(wakeAt, now.subtract(LATE_AFTER));

/**
 * Minutes that `digest` has waited today within speaking time. Nights and rest days do not count,
 * so that what was put off to the next morning is not old when the morning comes.
 */
export function waitedMinutes(
  { state, day }: Pick<Digest, 'state' | 'day'>,
  now: Temporal.Instant,
  rules: Rules,
): number {
  const isUnsent = state === 'open' || state === 'sending';
  const today = localDay(now, rules);
  const isAhead = Temporal.PlainDate.compare(day, today) > 0;
  if (!isUnsent || isAhead || !isSpeakingTime(now, rules)) return 0;
  return Math.floor(now.since(sendInstant(today, rules)).total('minute'));
}
