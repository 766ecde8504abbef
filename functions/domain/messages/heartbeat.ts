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
import { sheetNotices } from './briefing-notices.ts';

/** The park's own waking record: it makes the office hear every working day, so that silence means a fault. */
export const Watch = z.object({
  park: z.string(),
  wakeAt: Moment,
  /** Live tasks, as last counted. */
  watched: z.int().nonnegative(),
  /** Records put right since the office last heard. */
  repaired: z.int().nonnegative(),
  /** Records that could not be read at the last count. */
  damaged: z.int().nonnegative(),
  /** Promises without a date that the office has not been asked about yet. */
  datesToSet: z.object({ plan: z.int(), count: z.int() }).nullable(),
  /** The day it is to speak first, however late it then does; null in a watch that is older than this. */
  beginsOn: Day.nullable().default(null),
  /** The day the office last heard. */
  toldOn: Day.nullable(),
  /** Ids of contacts without a channel that is set up, as the office was told. */
  withoutChannel: z.array(ContactId).readonly().default([]),
  /** What was asked at a laptop about days without a run; null where nothing was. */
  gap: Gap.nullable().default(null),
});
export type Watch = Readonly<z.infer<typeof Watch>>;

/** A new watch that speaks at the first send time from `now` on, `now` included. */
export function newWatch(park: string, now: Temporal.Instant, rules: Rules): Watch {
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

/** Who is there to hear of the park. */
export type Audience = {
  readonly contacts: readonly Contact[];
  /** Ids of those without a channel that is set up; null while the office itself hears nothing. */
  readonly withoutChannel: readonly ContactId[] | null;
};

/** What the office and the readers of the sheets are to hear of the park at `now`, and when to look again. */
export function decideWatch(
  watch: Watch,
  now: Temporal.Instant,
  rules: Rules,
  { contacts, withoutChannel }: Audience,
): { readonly notices: readonly ParkNotice[]; readonly next: Watch } {
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
    // The pages show the answer until the run after the one that told it.
    gap: watch.gap && isToBeTold(watch.gap, watch, rules) ? watch.gap : null,
  };
  const day = localDay(watch.wakeAt, rules);
  const of = isAhead ? `${day.toString()}-again` : day.toString();
  const notices = [
    dailyNotice(known, { of, ranOn: today.toString(), gap: gapTold(watch.gap, watch, rules) }),
    ...datesNotices(watch),
    ...channelNotices(watch, next, day),
    ...sheetNotices(lastRunOf(known, rules), today, rules, contacts),
  ];
  return { notices, next };
}

/**
 * The watch after a clock that had jumped ahead came back: it last told on the working day before
 * `today`, so that nothing of what lies between is silenced.
 */
const backInTime = (watch: Watch, today: Temporal.PlainDate, { calendar }: Rules): Watch => ({
  ...watch,
  toldOn: workingDayBefore(today, 1, calendar),
});

const dailyNotice = (
  { toldOn, watched, repaired, damaged }: Watch,
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

const datesNotices = ({ datesToSet }: Watch): readonly ParkNotice[] =>
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
  before: Watch,
  { withoutChannel }: Watch,
  day: Temporal.PlainDate,
): readonly ParkNotice[] =>
  withoutChannel.every((id) => before.withoutChannel.includes(id))
    ? []
    : [{ about: 'park', post: 'office', matter: 'channelsMissing', of: day.toString() }];

/** That a digest could not be delivered, for the office to make the call itself. */
export const undeliveredNotice = (digest: string): ParkNotice => ({
  about: 'park',
  post: 'office',
  matter: 'undelivered',
  of: digest,
});

/** That a digest was not sent, because nothing reaches `contact`. */
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

/** How long before the year's end the office is told that next year's holidays are unknown. */
const CALENDAR_AHEAD = Temporal.Duration.from({ days: 45 });

/** A year that begins within 45 days of `today`, or has begun, without a holiday notice. */
export function yearWithoutNotice(
  today: Temporal.PlainDate,
  { calendar }: Pick<Rules, 'calendar'>,
): number | null {
  const years = [today.year, today.add(CALENDAR_AHEAD).year];
  return years.find((year) => !coversYear(year, calendar)) ?? null;
}
