import { Temporal } from 'temporal-polyfill';
import type { ContactId } from '../base/ids.ts';
import { workingDayBefore } from '../calendar/working-calendar.ts';
import type { Contact } from '../contacts/contact.ts';
import { gapTold, isToBeTold } from '../deadlines/gap.ts';
import type { ParkNotice } from '../deadlines/park-notice.ts';
import { isSpeakingTime, localDay, nextSendInstant, type Rules } from '../policy/hours.ts';
import { briefingNotices } from './briefing-notices.ts';
import type { Heartbeat } from './heartbeat.ts';
import { channelNotices, dailyNotice, datesLeft, datesNotices } from './office-notices.ts';

/** Recipients of notices about the park. */
export type Audience = {
  readonly contacts: readonly Contact[];
  /** Ids of contacts without a configured channel; null if the office itself cannot be reached. */
  readonly withoutChannel: readonly ContactId[] | null;
};

/** Notices for the office and briefing recipients at `now`, and when to evaluate next. */
export function decideHeartbeat(
  watch: Heartbeat,
  now: Temporal.Instant,
  rules: Rules,
  { contacts, withoutChannel }: Audience,
): { readonly notices: readonly ParkNotice[]; readonly next: Heartbeat } {
  const wakeAt = nextSendInstant(now, rules);
  if (!isSpeakingTime(now, rules)) return { notices: [], next: { ...watch, wakeAt } };
  const today = localDay(now, rules);
  const isAhead = watch.toldOn !== null && Temporal.PlainDate.compare(watch.toldOn, today) > 0;
  const known = isAhead ? backInTime(watch, today, rules) : watch;
  const next = {
    ...watch,
    wakeAt,
    datesToSet: null,
    datesAhead: datesLeft(watch, today),
    toldOn: today,
    repaired: 0,
    withoutChannel: withoutChannel ?? watch.withoutChannel,
    // The pages show the answer until the run after the one that reported it.
    gap: watch.gap && isToBeTold(watch.gap, watch, rules) ? watch.gap : null,
  };
  const day = localDay(watch.wakeAt, rules);
  const of = isAhead ? `${day.toString()}-again` : day.toString();
  const notices = [
    dailyNotice(known, { of, ranOn: today.toString(), gap: gapTold(watch.gap, watch, rules) }),
    ...datesNotices(watch, today),
    ...channelNotices(watch, next, day),
    ...briefingNotices(known, today, rules, contacts),
  ];
  return { notices, next };
}

/**
 * Resets the heartbeat after the clock was ahead: last reported on the working day before `today`,
 * so that no notice in between is lost.
 */
const backInTime = (
  watch: Heartbeat,
  today: Temporal.PlainDate,
  { calendar }: Rules,
): Heartbeat => ({
  ...watch,
  toldOn: workingDayBefore(today, 1, calendar),
});
