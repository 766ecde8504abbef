import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ContactId } from '../base/ids.ts';
import { Day, Moment } from '../base/parsing.ts';
import { coversYear, workingDayBefore } from '../calendar/working-calendar.ts';
import type { Contact } from '../contacts/contact.ts';
import type { UnreachedWhy } from '../contacts/subscription.ts';
import { Gap, gapTold, isToBeTold, lastRunOf } from '../deadlines/gap.ts';
import type { DailyFigures, ParkNotice } from '../deadlines/notice.ts';
import { isSpeakingTime, localDay, nextSendInstant, type Rules } from '../policy/hours.ts';
import { briefingNotices } from './briefing-notices.ts';

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
    withoutChannel: [],
    beginsOn: localDay(wakeAt, rules),
    toldOn: null,
    gap: null,
  };
}

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
    ...datesNotices(watch),
    ...channelNotices(watch, next, day),
    ...briefingNotices(lastRunOf(known, rules), today, rules, contacts),
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

const dailyNotice = (
  { toldOn, watched, repaired, damaged }: Heartbeat,
  days: Pick<DailyFigures, 'of' | 'ranOn' | 'gap'>,
): ParkNotice => ({
  about: 'park',
  post: 'office',
  matter: 'daily',
  ...days,
  since: toldOn?.toString() ?? null,
  watched,
  repaired,
  damaged,
});

const datesNotices = ({ datesToSet }: Heartbeat): readonly ParkNotice[] =>
  datesToSet === null
    ? []
    : [
        {
          about: 'park',
          post: 'office',
          matter: 'datesToSet',
          of: String(datesToSet.plan),
          count: datesToSet.count,
        },
      ];

/** Whom to ask for a channel is told once of each contact that lacks one. */
const channelNotices = (
  before: Heartbeat,
  { withoutChannel }: Heartbeat,
  day: Temporal.PlainDate,
): readonly ParkNotice[] =>
  withoutChannel.every((id) => before.withoutChannel.includes(id))
    ? []
    : [{ about: 'park', post: 'office', matter: 'channelsMissing', of: day.toString() }];

/** Notifies the office of an undeliverable digest. */
export const undeliveredNotice = (digest: string): ParkNotice => ({
  about: 'park',
  post: 'office',
  matter: 'undelivered',
  of: digest,
});

/** Notifies the office that a digest was not sent because `contact` is unreachable. */
export const unsentNotice = (
  digest: string,
  contact: ContactId,
  why: UnreachedWhy,
): ParkNotice => ({
  about: 'park',
  post: 'office',
  matter: 'unsent',
  of: digest,
  contact,
  why,
});

/**
 * How long before the end of the year the office is told that the next year's holidays are unknown.
 */
const CALENDAR_AHEAD = Temporal.Duration.from({ days: 45 });

/** A year without a holiday notice that has begun or begins within 45 days of `today`. */
export function yearWithoutNotice(
  today: Temporal.PlainDate,
  { calendar }: Pick<Rules, 'calendar'>,
): number | null {
  const years = [today.year, today.add(CALENDAR_AHEAD).year];
  return years.find((year) => !coversYear(year, calendar)) ?? null;
}
