import { numberOf } from '../../domain/base/numerals.ts';
import { monthEnd, realDay } from './calendar-days.ts';

/**
 * What a date phrase means. `explicit`: the plan commits to the day. `doubtful`: it names a day that
 * cannot be meant. `period`: it only names the plan year. `open`: a deadline that the text alone
 * cannot resolve. `recurring`: no single day.
 */
export type DateMeaning =
  | { readonly sort: 'explicit'; readonly day: string; readonly doubt?: string }
  | { readonly sort: 'doubtful'; readonly question: string }
  | { readonly sort: 'period' }
  | { readonly sort: 'open' }
  | { readonly sort: 'recurring'; readonly every: string };

/** Whether a plan commits to a day, even if it is one that cannot be meant. */
export const namesDay = ({ sort }: DateMeaning): boolean =>
  sort === 'explicit' || sort === 'doubtful';

export type Groups = Readonly<Record<string, string | undefined>>;

/** One way to write a date. */
export type DateForm = {
  readonly id: string;
  readonly source: string;
  /** Undefined if nothing is due; `noSuchDay` for a day that the calendar lacks. */
  readonly meaning: (groups: Groups, year: number) => DateMeaning | 'noSuchDay' | undefined;
};

/** A month or a day, never a fraction. */
export const SMALL = '(?<![\\d.])(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';

/** The year in front of a date, in digits or relative to the plan. */
export const YEAR = '(?:(?<year>\\d{4})年?[.\\/-]?|(?<near>明年|次年|今年|本年|当年))?';

export const BY = '(?:之前|以前|前)?';

const NEAR: Readonly<Record<string, number>> = { 明年: 1, 次年: 1 };

/** The year that the {@link YEAR} of a match names; the `plan`'s own where it names none. */
export const yearOf = ({ year, near }: Groups, plan: number): number =>
  year ? Number(year) : plan + (NEAR[near ?? ''] ?? 0);

/** An explicit day, with a doubt about it if any. */
export const on = (day: string | undefined, doubt?: string): DateMeaning | 'noSuchDay' =>
  day === undefined ? 'noSuchDay' : { sort: 'explicit', day, ...(doubt && { doubt }) };

export const count = (text: string | undefined): number => numberOf(text ?? '');

/** Month number; 七八月 means the later one. */
export const monthIn = (text = ''): number =>
  count(/^[一二三四五六七八九]{2}$/u.test(text) ? text.slice(-1) : text);

/** The printed day, or the end of the month without one; undefined if the calendar has no such day. */
export const dayOrMonthEnd = (
  year: number,
  month: string | undefined,
  day: string | undefined,
): string | undefined =>
  day ? realDay(year, monthIn(month), count(day)) : monthEnd(year, monthIn(month));
