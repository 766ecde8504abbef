import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Temporal } from 'temporal-polyfill';
import { lawfulHolidays } from './festivals.ts';

/**
 * Which days the park works. Weekends rest and weekdays work, except as the State Council's
 * yearly notice says (国务院办公厅关于部分节假日安排的通知): holidays off, make-up days (调休) on.
 */
export type WorkingCalendar = {
  /** `YYYY-MM-DD` of days off. */
  readonly restDays: ReadonlySet<string>;
  /** `YYYY-MM-DD` of weekend days worked in exchange. */
  readonly makeUpDays: ReadonlySet<string>;
};

/**
 * The notices as the package `chinese-days` keeps them. Its tables are read, not its functions:
 * those judge a date in the process's own zone and are wrong west of Greenwich. The notices in `tyme4ts`
 * lack two make-up days of 2013, so that package only computes the days of feasts.
 */
export const stateCouncilCalendar: WorkingCalendar = {
  restDays: new Set(Object.keys(notices.holidays)),
  makeUpDays: new Set(Object.keys(notices.workdays)),
};

const SATURDAY = 6;

/**
 * Whether `day` is worked. In a year without a notice (see {@link coversYear}) the days off by law are
 * known all the same; only the days around them, and what is worked in exchange, are not.
 */
export function isWorkingDay(day: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  const text = day.toString();
  if (calendar.makeUpDays.has(text)) return true;
  if (calendar.restDays.has(text)) return false;
  if (!coversYear(day.year, calendar) && lawfulHolidays(day.year).has(text)) return false;
  return day.dayOfWeek < SATURDAY;
}

/**
 * Whether the notice for `year` is known. National Day tells: it is off every year, and only
 * a year's own notice names it, while New Year's days may come with the notice before.
 */
export const coversYear = (year: number, calendar: WorkingCalendar): boolean =>
  calendar.restDays.has(`${year}-10-01`);

/** `day` itself if it is worked, else the nearest working day before it. */
export const workingDayOnOrBefore = (
  day: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Temporal.PlainDate => nearest(day, -1, calendar);

/** `day` itself if it is worked, else the nearest working day after it. */
export const workingDayOnOrAfter = (
  day: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Temporal.PlainDate => nearest(day, 1, calendar);

/** -1 towards earlier days, 1 towards later ones. */
type Direction = -1 | 1;

function nearest(
  day: Temporal.PlainDate,
  days: Direction,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  let found = day;
  while (!isWorkingDay(found, calendar)) found = found.add({ days });
  return found;
}

/**
 * The `count`-th working day before `day`, which itself never counts.
 *
 * @param count - working days, a whole number of at least 1.
 * @throws {RangeError} if `count` is not such a number.
 */
export const workingDayBefore = (
  day: Temporal.PlainDate,
  count: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate => counted(day, count, { days: -1, calendar });

/**
 * The `count`-th working day after `day`, which itself never counts.
 *
 * @param count - working days, a whole number of at least 1.
 * @throws {RangeError} if `count` is not such a number.
 * @example the 1st working day after Thursday 2022-06-02 is Monday 2022-06-06 (端午节).
 */
export const workingDayAfter = (
  day: Temporal.PlainDate,
  count: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate => counted(day, count, { days: 1, calendar });

function counted(
  day: Temporal.PlainDate,
  count: number,
  { days, calendar }: { readonly days: Direction; readonly calendar: WorkingCalendar },
): Temporal.PlainDate {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`working days must be a whole number of at least 1, not ${count}`);
  }
  let found = day;
  for (let left = count; left > 0; left -= 1) found = nearest(found.add({ days }), days, calendar);
  return found;
}

/** How many working days lie after `day` and not after `end`; none where `end` is no later. */
export function workingDaysWithin(
  day: Temporal.PlainDate,
  end: Temporal.PlainDate,
  calendar: WorkingCalendar,
): number {
  let count = 0;
  for (let left = day.until(end, { largestUnit: 'day' }).days; left > 0; left -= 1) {
    count += Number(isWorkingDay(day.add({ days: left }), calendar));
  }
  return count;
}
