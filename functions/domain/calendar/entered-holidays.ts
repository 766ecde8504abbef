import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Moment, OneLine, PassageText } from '../base/parsing.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Years for which a notice can be entered. */
export const HolidayYear = z.int().min(2000, '应是 2000 年以后').max(2099, '应是 2099 年以前');

/** The longest notice that is taken, in characters; a real one has about 900. */
export const LONGEST_NOTICE = 5000;

/** The holidays of one year as the office entered them from the notice of the State Council. */
export const EnteredYear = z.object({
  year: HolidayYear,
  /** Days off, in order; from December of the year before. */
  restDays: z.array(z.iso.date()).readonly(),
  /** Weekend days that are worked, in order. */
  makeUpDays: z.array(z.iso.date()).readonly(),
  /** The notice as it was pasted. */
  text: PassageText,
  enteredAt: Moment,
  /** Name of the post that entered it, at the time. */
  enteredBy: OneLine,
});
export type EnteredYear = Readonly<z.infer<typeof EnteredYear>>;

/** What the office of a park entered, one entry a year, in ascending order. */
export const EnteredHolidays = z.object({
  park: z.string(),
  years: z.array(EnteredYear).readonly(),
});
export type EnteredHolidays = Readonly<z.infer<typeof EnteredHolidays>>;

/** The record of a park whose office entered nothing. */
export const noHolidays = (park: string): EnteredHolidays => ({ park, years: [] });

/** `holidays` with `entry` in the place of an earlier one of its year. */
export const withYear = (holidays: EnteredHolidays, entry: EnteredYear): EnteredHolidays => ({
  ...holidays,
  years: [...withoutYear(holidays, entry.year).years, entry].toSorted((a, b) => a.year - b.year),
});

/** `holidays` without the entry of `year`. */
export const withoutYear = (holidays: EnteredHolidays, year: number): EnteredHolidays => ({
  ...holidays,
  years: holidays.years.filter((each) => each.year !== year),
});

const DECEMBER = 12;

/**
 * The year whose notice names `day` (`YYYY-MM-DD`). No holiday is in December: what a notice moves
 * there belongs to New Year's Day, which the notice of the next year arranges.
 */
export function noticeYearOf(day: string): number {
  const { year, month } = Temporal.PlainDate.from(day);
  return month === DECEMBER ? year + 1 : year;
}

/** `base` with the entered years in the place of its own. */
export function calendarWith(
  base: WorkingCalendar,
  { years }: Pick<EnteredHolidays, 'years'>,
): WorkingCalendar {
  if (years.length === 0) return base;
  const entered = new Set(years.map(({ year }) => year));
  const kept = (days: ReadonlySet<string>): readonly string[] =>
    [...days].filter((day) => !entered.has(noticeYearOf(day)));
  return {
    restDays: new Set([...kept(base.restDays), ...years.flatMap(({ restDays }) => restDays)]),
    makeUpDays: new Set([
      ...kept(base.makeUpDays),
      ...years.flatMap(({ makeUpDays }) => makeUpDays),
    ]),
  };
}
