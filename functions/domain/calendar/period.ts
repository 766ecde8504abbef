import { Temporal } from 'temporal-polyfill';
import { type WorkingCalendar, workingDayOnOrAfter } from './working-calendar.ts';

/** Reporting periods: weeks from Monday to Sunday, and months. */
export type Period = 'week' | 'month';

/** The ISO week of `day`, `2022-W26`. */
export const weekOf = (day: Temporal.PlainDate): string =>
  `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;

/** The Monday of the ISO week `name`, `2022-W26`. */
export function mondayOf(name: string): Temporal.PlainDate {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(name) ?? [];
  // 4 January is always in the first ISO week.
  const first = beginOf('week', Temporal.PlainDate.from({ year: Number(year), month: 1, day: 4 }));
  return first.add({ weeks: Number(week) - 1 });
}

/**
 * The week of `day` as a date range, `6月27日—7月3日`, `6月20日—26日`. Includes years if either end is
 * outside the year of `today`.
 */
export function weekWords(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const [from, to] = [beginOf('week', day), lastOf('week', day)];
  const isOwn = from.year === today.year && to.year === today.year;
  const year = isOwn ? '' : `${from.year}年`;
  const another = from.year === to.year ? '' : `${to.year}年`;
  const month = from.month === to.month ? '' : `${to.month}月`;
  return `${year}${from.month}月${from.day}日—${another}${month}${to.day}日`;
}

/** A range of days, inclusive. */
export type DayRange = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

/** The last completed period on `day`: last week or last month. */
export function overOn(period: Period, day: Temporal.PlainDate): DayRange {
  const to = beginOf(period, day).subtract({ days: 1 });
  return { from: beginOf(period, to), to };
}

/** Id of the period that contains `day`: `2022-W26`, `2022-06`. */
export const periodOf = (period: Period, day: Temporal.PlainDate): string =>
  period === 'week' ? weekOf(day) : day.toPlainYearMonth().toString();

/** First day of the period that contains `day`. */
export const beginOf = (period: Period, day: Temporal.PlainDate): Temporal.PlainDate =>
  period === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day.with({ day: 1 });

/** Last day of the period that contains `day`. */
export const lastOf = (period: Period, day: Temporal.PlainDate): Temporal.PlainDate =>
  beginOf(period, day)
    .add(period === 'week' ? { weeks: 1 } : { months: 1 })
    .subtract({ days: 1 });

/** First working day of the period that contains `day`; of the next period if this one has none. */
export const firstWorkingDayOf = (
  period: Period,
  day: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Temporal.PlainDate => workingDayOnOrAfter(beginOf(period, day), calendar);
