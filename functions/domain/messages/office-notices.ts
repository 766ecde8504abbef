import type { Temporal } from 'temporal-polyfill';
import type { ContactId, DigestId } from '../base/ids.ts';
import { OFFICE } from '../contacts/contact.ts';
import type { UnreachedWhy } from '../contacts/unreached.ts';
import type { DailyFigures, ParkNotice } from '../deadlines/park-notice.ts';
import { isAhead } from '../tasks/task-year.ts';
import type { Heartbeat } from './heartbeat.ts';

/** The daily message to the office. */
export const dailyNotice = (
  { toldOn, watched, repaired, damaged }: Heartbeat,
  days: Pick<DailyFigures, 'of' | 'ranOn' | 'gap'>,
): ParkNotice => ({
  about: 'park',
  post: OFFICE,
  matter: 'daily',
  ...days,
  since: toldOn?.toString() ?? null,
  watched,
  repaired,
  damaged,
});

/** Tells the office of tasks with assumed dates, if there are new ones of a year that has begun. */
export const datesNotices = (
  { datesToSet, datesAhead }: Heartbeat,
  today: Temporal.PlainDate,
): readonly ParkNotice[] => {
  const begun = datesLeft({ datesAhead }, today) === null ? datesAhead : null;
  return [datesToSet, begun]
    .filter((dates) => dates !== null)
    .map(({ plan, count }) => ({
      about: 'park',
      post: OFFICE,
      matter: 'datesToSet',
      of: String(plan),
      count,
    }));
};

/** What {@link datesNotices} leaves for the year that it is of. */
export const datesLeft = (
  { datesAhead }: Pick<Heartbeat, 'datesAhead'>,
  today: Temporal.PlainDate,
): Heartbeat['datesAhead'] => (datesAhead && isAhead(datesAhead, today) ? datesAhead : null);

/** Whom to ask for a channel is told once of each contact that lacks one. */
export const channelNotices = (
  before: Heartbeat,
  { withoutChannel }: Heartbeat,
  day: Temporal.PlainDate,
): readonly ParkNotice[] =>
  withoutChannel.every((id) => before.withoutChannel.includes(id))
    ? []
    : [{ about: 'park', post: OFFICE, matter: 'channelsMissing', of: day.toString() }];

/** Notifies the office of an undeliverable digest. */
export const undeliveredNotice = (digest: DigestId): ParkNotice => ({
  about: 'park',
  post: OFFICE,
  matter: 'undelivered',
  of: digest,
});

/** Notifies the office that a digest was not sent because `contact` is unreachable. */
export const unsentNotice = (
  digest: DigestId,
  contact: ContactId,
  why: UnreachedWhy,
): ParkNotice => ({
  about: 'park',
  post: OFFICE,
  matter: 'unsent',
  of: digest,
  contact,
  why,
});
