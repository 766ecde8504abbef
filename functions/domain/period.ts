import type { Temporal } from 'temporal-polyfill';
import { type WorkingCalendar, workingDayOnOrAfter } from './calendar.ts';

/** Stretches of time that are summed up: weeks from Monday to Sunday, and months. */
export type Period = 'week' | 'month';

/** The ISO week of `day`, `2022-W26`. */
export const weekOf = (day: Temporal.PlainDate): string =>
  `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;

/** Names the period that `day` lies in: `2022-W26`, `2022-06`. */
export const periodOf = (period: Period, day: Temporal.PlainDate): string =>
  period === 'week' ? weekOf(day) : day.toPlainYearMonth().toString();

/** The first day of the period that `day` lies in. */
export const beginOf = (period: Period, day: Temporal.PlainDate): Temporal.PlainDate =>
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
