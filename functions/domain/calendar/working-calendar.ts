import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Temporal } from 'temporal-polyfill';
import { lawfulHolidays } from './festivals.ts';

/**
 * Working days of the park: Monday to Friday, except as changed by the yearly notice of the State
 * Council (国务院办公厅关于部分节假日安排的通知), which sets holidays and make-up days (调休).
 */
export type WorkingCalendar = {
  /** Days off, `YYYY-MM-DD`. */
  readonly restDays: ReadonlySet<string>;
  /** Make-up days (worked weekend days), `YYYY-MM-DD`. */
  readonly makeUpDays: ReadonlySet<string>;
};

/**
 * The notices from the package `chinese-days`. Reads its tables only: its functions use the zone of
 * the process and are wrong west of Greenwich. `tyme4ts` lacks two make-up days of 2013, so it is
 * only used to compute festival dates.
 */
export const stateCouncilCalendar: WorkingCalendar = {
  restDays: new Set(Object.keys(notices.holidays)),
  makeUpDays: new Set(Object.keys(notices.workdays)),
};

const SATURDAY = 6;

/**
 * Whether `day` is a working day. Without a notice for the year (see {@link coversYear}), only
 * statutory holidays are known; adjacent days off and make-up days are not.
 */
export function isWorkingDay(day: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  const text = day.toString();
  if (calendar.makeUpDays.has(text)) return true;
  if (calendar.restDays.has(text)) return false;
  if (!coversYear(day.year, calendar) && lawfulHolidays(day.year).has(text)) return false;
  return day.dayOfWeek < SATURDAY;
}

/**
 * Whether the notice for `year` is known. Checks National Day: only the notice of the same year
 * names it, whereas New Year's Day may be in the previous one.
 */
export const coversYear = (year: number, calendar: WorkingCalendar): boolean =>
  calendar.restDays.has(`${year}-10-01`);

/** `day` if it is a working day, otherwise the last working day before it. */
export const workingDayOnOrBefore = (
  day: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Temporal.PlainDate => nearest(day, -1, calendar);

/** `day` if it is a working day, otherwise the next working day. */
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
 * The `count`-th working day before `day`, not counting `day`.
 *
 * @param count - working days, a positive integer.
 * @throws {RangeError} if `count` is not a positive integer.
 */
export const workingDayBefore = (
  day: Temporal.PlainDate,
  count: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate => counted(day, count, { days: -1, calendar });

/**
 * The `count`-th working day after `day`, not counting `day`.
 *
 * @param count - working days, a positive integer.
 * @throws {RangeError} if `count` is not a positive integer.
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

/** Number of working days after `day`, up to and including `end`; 0 if `end` is not later. */
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
