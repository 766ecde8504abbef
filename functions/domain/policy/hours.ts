import { Temporal } from 'temporal-polyfill';
import {
  isWorkingDay,
  type WorkingCalendar,
  workingDayAfter,
} from '../calendar/working-calendar.ts';
import type { Policy } from './policy.ts';

/** All that a decision about time goes by, besides the record and the instant. */
export type Rules = {
  /** By the day each begins to hold, the oldest first. */
  readonly policies: readonly [PolicyInForce, ...PolicyInForce[]];
  readonly calendar: WorkingCalendar;
  /** IANA name of the park's zone. */
  readonly timeZone: string;
};

/** A policy and the first day, of the park's zone, that it governs. */
export type PolicyInForce = { readonly policy: Policy; readonly from: Temporal.PlainDate };

/**
 * The policy that governs `day`. What is decided on a day, and every rung that falls on it, goes by
 * this one; days before the first policy go by the first, too.
 */
export function policyOn(day: Temporal.PlainDate, { policies }: Rules): Policy {
  const [first] = policies;
  const governing = policies.findLast(({ from }) => Temporal.PlainDate.compare(from, day) <= 0);
  return (governing ?? first).policy;
}

/** The policy that governs the park's day at `instant`. */
export const policyAt = (instant: Temporal.Instant, rules: Rules): Policy =>
  policyOn(localDay(instant, rules), rules);

/** The day it is in the park at `instant`. */
export const localDay = (instant: Temporal.Instant, rules: Rules): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(rules.timeZone).toPlainDate();

/** The last instant of `day` in the park. */
export const endOf = (
  day: Temporal.PlainDate,
  { timeZone }: Pick<Rules, 'timeZone'>,
): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant().subtract({ nanoseconds: 1 });

/** The instant of the park's send time on `day`. */
export const sendInstant = (day: Temporal.PlainDate, rules: Rules): Temporal.Instant =>
  day
    .toZonedDateTime({ timeZone: rules.timeZone, plainTime: policyOn(day, rules).sendTime })
    .toInstant();

/** The instant on `day` from which the park is not spoken to any more. */
export const quietInstant = (day: Temporal.PlainDate, rules: Rules): Temporal.Instant =>
  day
    .toZonedDateTime({ timeZone: rules.timeZone, plainTime: policyOn(day, rules).quietFrom })
    .toInstant();

/** Whether `instant` lies at or before `now`; what never comes has not. */
export const hasCome = (
  instant: Temporal.Instant | null,
  now: Temporal.Instant,
): instant is Temporal.Instant => instant !== null && Temporal.Instant.compare(instant, now) <= 0;

/** Whether the park may be spoken to at `instant`: a working day, from the send time to the quiet hour, which is out. */
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

/** The first send time of a working day that lies strictly after `instant`. */
export function nextSendInstant(instant: Temporal.Instant, rules: Rules): Temporal.Instant {
  const today = localDay(instant, rules);
  const todays = sendInstant(today, rules);
  const isAhead = Temporal.Instant.compare(todays, instant) > 0;
  if (isAhead && isWorkingDay(today, rules.calendar)) return todays;
  return sendInstant(workingDayAfter(today, 1, rules.calendar), rules);
}

/** `instant` itself if the park may be spoken to then, else the next send time. */
export const speakingInstantFrom = (instant: Temporal.Instant, rules: Rules): Temporal.Instant =>
  isSpeakingTime(instant, rules) ? instant : nextSendInstant(instant, rules);
