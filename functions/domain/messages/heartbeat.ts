import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ContactId } from '../base/ids.ts';
import { Day, Moment } from '../base/parsing.ts';
import { Gap } from '../deadlines/gap.ts';
import { localDay, nextSendInstant, type Rules } from '../policy/hours.ts';

/**
 * Heartbeat of a park: notifies the office every working day, so that its absence indicates a
 * fault.
 */
export const Heartbeat = z.object({
  park: z.string(),
  wakeAt: Moment,
  /** Number of live tasks at the last count. */
  watched: z.int().nonnegative(),
  /** Records repaired since the last daily message. */
  repaired: z.int().nonnegative(),
  /** Damaged records at the last count. */
  damaged: z.int().nonnegative(),
  /** Tasks with assumed dates that have not been reported to the office yet. */
  datesToSet: z.object({ plan: z.int(), count: z.int() }).nullable(),
  /** The same of a coming year; asked once it has begun. */
  datesAhead: z.object({ plan: z.int(), count: z.int() }).nullable().default(null),
  /** Planned day of the first daily message; null in older records. */
  beginsOn: Day.nullable().default(null),
  /** Day of the last daily message. */
  toldOn: Day.nullable(),
  /** Ids of contacts without a configured channel, as reported to the office. */
  withoutChannel: z.array(ContactId).readonly().default([]),
  /** The question about days without a run on a laptop; null if there is none. */
  gap: Gap.nullable().default(null),
});
export type Heartbeat = Readonly<z.infer<typeof Heartbeat>>;

/** A new heartbeat; its first message is due at the first send time at or after `now`. */
export function newHeartbeat(park: string, now: Temporal.Instant, rules: Rules): Heartbeat {
  const wakeAt = nextSendInstant(now.subtract({ seconds: 1 }), rules);
  return {
    park,
    wakeAt,
    watched: 0,
    repaired: 0,
    damaged: 0,
    datesToSet: null,
    datesAhead: null,
    withoutChannel: [],
    beginsOn: localDay(wakeAt, rules),
    toldOn: null,
    gap: null,
  };
}
