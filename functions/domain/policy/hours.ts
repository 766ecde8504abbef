import { Temporal } from 'temporal-polyfill';
import {
  isWorkingDay,
  type WorkingCalendar,
  workingDayAfter,
} from '../calendar/working-calendar.ts';
import type { Policy } from './policy.ts';

/** Rules for time-dependent decisions. */
export type Rules = {
  /** In ascending order of their first day. */
  readonly policies: readonly [PolicyInForce, ...PolicyInForce[]];
  readonly calendar: WorkingCalendar;
  /** IANA time zone of the park. */
  readonly timeZone: string;
};

/** A policy and the first day (park time zone) on which it applies. */
export type PolicyInForce = { readonly policy: Policy; readonly from: Temporal.PlainDate };

/**
 * The policy in force on `day`; applies to decisions made and rungs due on that day. Before the
 * first policy takes effect, the first one applies.
 */
export function policyOn(day: Temporal.PlainDate, { policies }: Rules): Policy {
  const [first] = policies;
  const governing = policies.findLast(({ from }) => Temporal.PlainDate.compare(from, day) <= 0);
  return (governing ?? first).policy;
}

/** The policy in force at `instant`. */
export const policyAt = (instant: Temporal.Instant, rules: Rules): Policy =>
  policyOn(localDay(instant, rules), rules);

/** Date of `instant` in the park's time zone. */
export const localDay = (instant: Temporal.Instant, rules: Rules): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(rules.timeZone).toPlainDate();

/** Last instant of `day` in the park's time zone. */
export const lastInstantOf = (
  day: Temporal.PlainDate,
  { timeZone }: Pick<Rules, 'timeZone'>,
): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant().subtract({ nanoseconds: 1 });

/** The send time on `day`. */
export const sendInstant = (day: Temporal.PlainDate, rules: Rules): Temporal.Instant =>
  day
    .toZonedDateTime({ timeZone: rules.timeZone, plainTime: policyOn(day, rules).sendTime })
    .toInstant();

/** The start of quiet hours on `day`. */
export const quietInstant = (day: Temporal.PlainDate, rules: Rules): Temporal.Instant =>
  day
    .toZonedDateTime({ timeZone: rules.timeZone, plainTime: policyOn(day, rules).quietFrom })
    .toInstant();

/** Whether `instant` is at or before `now`; false without an instant. */
export const hasCome = (
  instant: Temporal.Instant | null,
  now: Temporal.Instant,
): instant is Temporal.Instant => instant !== null && Temporal.Instant.compare(instant, now) <= 0;

/**
 * Whether messages may be sent at `instant`: on a working day, from the send time until quiet hours
 * begin (exclusive).
 */
export function isSpeakingTime(instant: Temporal.Instant, rules: Rules): boolean {
  const local = instant.toZonedDateTimeISO(rules.timeZone);
  const [day, time] = [local.toPlainDate(), local.toPlainTime()];
  const { sendTime, quietFrom } = policyOn(day, rules);
  return (
    isWorkingDay(day, rules.calendar) &&
    Temporal.PlainTime.compare(time, Temporal.PlainTime.from(sendTime)) >= 0 &&
    Temporal.PlainTime.compare(time, Temporal.PlainTime.from(quietFrom)) < 0
  );
}

/** The first send time strictly after `instant`. */
export function nextSendInstant(instant: Temporal.Instant, rules: Rules): Temporal.Instant {
  const today = localDay(instant, rules);
  const todays = sendInstant(today, rules);
  const isAhead = Temporal.Instant.compare(todays, instant) > 0;
  if (isAhead && isWorkingDay(today, rules.calendar)) return todays;
  return sendInstant(workingDayAfter(today, 1, rules.calendar), rules);
}

/** `instant` if messages may be sent then, otherwise the next send time. */
export const speakingInstantFrom = (instant: Temporal.Instant, rules: Rules): Temporal.Instant =>
  isSpeakingTime(instant, rules) ? instant : nextSendInstant(instant, rules);
