import { Temporal } from 'temporal-polyfill';
import type { PostId } from '../base/ids.ts';
import type { Role } from '../base/role.ts';
import { beginOf, firstWorkingDayOf, type Period, periodOf } from '../calendar/period.ts';
import { type Contact, ownPost } from '../contacts/contact.ts';
import { type LastRun, lastRunOf } from '../deadlines/gap.ts';
import type { ParkNotice } from '../deadlines/park-notice.ts';
import { policyOn, type Rules } from '../policy/hours.ts';

/** The period that a notice sums up; undefined for one that is no sheet. */
export const briefingPeriod = ({ matter }: Pick<ParkNotice, 'matter'>): Period | undefined =>
  periods[matter];

const periods: Readonly<Record<ParkNotice['matter'], Period | undefined>> = {
  weekSheet: 'week',
  monthSheet: 'month',
  daily: undefined,
  datesToSet: undefined,
  undelivered: undefined,
  unreached: undefined,
  unsent: undefined,
  channelsMissing: undefined,
  unitMoved: undefined,
  ownerless: undefined,
  publicationUndone: undefined,
};

/**
 * The sheets that are due on `today`, a working day: those of the week and of the month whose first
 * working day has come since the park was last told of anything, so that one that an outage held up
 * is told late and once, and one that is over is told no more. One that was told stays told where the
 * day turns out to be a holiday later. Who gets both on one day gets the month's, which has all that the
 * week's would have.
 */
export function briefingNotices(
  watch: LastRun,
  today: Temporal.PlainDate,
  rules: Rules,
  contacts: readonly Contact[],
): readonly ParkNotice[] {
  const { weekly, monthly } = policyOn(today, rules).sheets;
  const begins = (period: Period): boolean => {
    const first = firstWorkingDayOf(period, today, rules.calendar);
    const isTold = watch.toldOn !== null && !isBefore(watch.toldOn, beginOf(period, today));
    return isBefore(lastRunOf(watch, rules), first) && !isTold;
  };
  const month = begins('month') ? postsOf(monthly, contacts) : [];
  const week = begins('week') ? postsOf(weekly, contacts) : [];
  const due = [
    ...month.map((post) => ({ post, period: 'month' as const })),
    ...week
      .filter((post) => !month.includes(post))
      .map((post) => ({ post, period: 'week' as const })),
  ];
  return due.map(({ post, period }) => {
    const notice = { about: 'park', post, of: periodOf(period, today) } as const;
    return period === 'week'
      ? { ...notice, matter: 'weekSheet' }
      : { ...notice, matter: 'monthSheet' };
  });
}

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(a, b) < 0;

/** One post for each contact in one of `roles`, however many units it is for; vacant posts read nothing. */
const postsOf = (roles: readonly Role[], contacts: readonly Contact[]): readonly PostId[] => [
  ...new Set(contacts.filter(({ role }) => roles.includes(role)).map(ownPost)),
];
