import { Temporal } from 'temporal-polyfill';
import { coversYear } from './calendar.ts';
import { isSpeakingTime, localDay, nextSendInstant, type Rules } from './hours.ts';
import type { ParkNotice } from './notice.ts';

/** The park's own waking record: it makes the office hear every working day, so that silence means a fault. */
export type Watch = {
  readonly park: string;
  readonly wakeAt: Temporal.Instant;
  /** Live tasks, as last counted. */
  readonly watched: number;
  /** Records put right since the office last heard. */
  readonly repaired: number;
  /** Records that could not be read at the last count. */
  readonly damaged: number;
  /** Promises without a date that the office has not been asked about yet. */
  readonly datesToSet: { readonly plan: number; readonly count: number } | null;
  /** The day the office last heard. */
  readonly toldOn: Temporal.PlainDate | null;
};

/** A new watch that speaks at the first send time from `now` on, `now` included. */
export const newWatch = (park: string, now: Temporal.Instant, rules: Rules): Watch => ({
  park,
  wakeAt: nextSendInstant(now.subtract({ seconds: 1 }), rules),
  watched: 0,
  repaired: 0,
  damaged: 0,
  datesToSet: null,
  toldOn: null,
});

/** What the office is to hear of the park at `now`, and when to look again. */
export function decideWatch(
  watch: Watch,
  now: Temporal.Instant,
  rules: Rules,
): { readonly notices: readonly ParkNotice[]; readonly next: Watch } {
  const wakeAt = nextSendInstant(now, rules);
  if (!isSpeakingTime(now, rules)) return { notices: [], next: { ...watch, wakeAt } };
  const next = { ...watch, wakeAt, datesToSet: null, toldOn: localDay(now, rules), repaired: 0 };
  const daily = dailyNotice(watch, localDay(watch.wakeAt, rules));
  return { notices: [daily, ...datesNotices(watch)], next };
}

const dailyNotice = (watch: Watch, day: Temporal.PlainDate): ParkNotice => ({
  about: 'park',
  post: 'office',
  matter: 'daily',
  of: day.toString(),
  since: watch.toldOn?.toString() ?? null,
  watched: watch.watched,
  repaired: watch.repaired,
  damaged: watch.damaged,
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

/** That a digest could not be delivered, for the office to make the call itself. */
export const undeliveredNotice = (digest: string): ParkNotice => ({
  about: 'park',
  post: 'office',
  matter: 'undelivered',
  of: digest,
});

/** How long before the year's end the office is told that next year's holidays are unknown. */
const CALENDAR_AHEAD = Temporal.Duration.from({ days: 45 });

/** A year that begins within 45 days of `today`, or has begun, without a holiday notice. */
export function yearWithoutNotice(today: Temporal.PlainDate, { calendar }: Rules): number | null {
  const years = [today.year, today.add(CALENDAR_AHEAD).year];
  return years.find((year) => !coversYear(year, calendar)) ?? null;
}
