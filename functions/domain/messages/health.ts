import { Temporal } from 'temporal-polyfill';
import { hasCome, isSpeakingTime, localDay, type Rules, sendInstant } from '../policy/hours.ts';
import type { Digest } from './digest.ts';
import type { Heartbeat } from './heartbeat.ts';

/** Health of the parks of a stage, as monitored by alarms. */
export type Health = {
  /** Parks without their daily run, or whose heartbeat record is missing or damaged. */
  readonly lateParks: number;
  /** Age in minutes, counting speaking time only, of the oldest unsent digest. */
  readonly oldestUnsentMinutes: number;
  /** Number of past slots that have not fired. */
  readonly pastSlots: number;
};

/** Delay after which a daily run is late: slots fire up to ten minutes after their nominal time. */
const LATE_AFTER = Temporal.Duration.from({ minutes: 11 });

/** Whether the daily run of the park of `watch` should have updated it before `now`. */
export const isLate = ({ wakeAt }: Heartbeat, now: Temporal.Instant): boolean =>
  hasCome(wakeAt, now.subtract(LATE_AFTER));

/**
 * Minutes of speaking time that `digest` has waited today. Nights and rest days do not count, so
 * that a digest postponed to the morning is not old then.
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
