import { Temporal } from 'temporal-polyfill';
import { type WorkingCalendar, workingDayOnOrAfter } from './working-calendar.ts';

/** Stretches of time that are summed up: weeks from Monday to Sunday, and months. */
export type Period = 'week' | 'month';

/** The ISO week of `day`, `2022-W26`. */
export const weekOf = (day: Temporal.PlainDate): string =>
  `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;

/** The Monday of the ISO week `name`, `2022-W26`. */
export function mondayOf(name: string): Temporal.PlainDate {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(name) ?? [];
  // 4 January lies in the first week of every year.
  const first = beginOf('week', Temporal.PlainDate.from({ year: Number(year), month: 1, day: 4 }));
  return first.add({ weeks: Number(week) - 1 });
}

/**
 * The week of `day` by its dates, as people name one: `6月27日—7月3日`, `6月20日—26日`; with the years
 * where not all of it is in the reader's own.
 */
export function weekWords(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const [from, to] = [beginOf('week', day), lastOf('week', day)];
  const isOwn = from.year === today.year && to.year === today.year;
  const year = isOwn ? '' : `${from.year}年`;
  const another = from.year === to.year ? '' : `${to.year}年`;
  const month = from.month === to.month ? '' : `${to.month}月`;
  return `${year}${from.month}月${from.day}日—${another}${month}${to.day}日`;
}

/** A stretch of days, both ends included. */
export type Span = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

/** The last period that is over on `day`: last week, last month. */
export function overOn(period: Period, day: Temporal.PlainDate): Span {
  const to = beginOf(period, day).subtract({ days: 1 });
  return { from: beginOf(period, to), to };
}

/** Names the period that `day` lies in: `2022-W26`, `2022-06`. */
export const periodOf = (period: Period, day: Temporal.PlainDate): string =>
  period === 'week' ? weekOf(day) : day.toPlainYearMonth().toString();

/** The first day of the period that `day` lies in. */
const beginOf = (period: Period, day: Temporal.PlainDate): Temporal.PlainDate =>
  period === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day.with({ day: 1 });

/** The last day of the period that `day` lies in. */
export const lastOf = (period: Period, day: Temporal.PlainDate): Temporal.PlainDate =>
  beginOf(period, day)
    .add(period === 'week' ? { weeks: 1 } : { months: 1 })
    .subtract({ days: 1 });

/** The first working day of the period that `day` lies in; one without any has that of the next. */
export const firstWorkingDayOf = (
  period: Period,
  day: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Temporal.PlainDate => workingDayOnOrAfter(beginOf(period, day), calendar);
