import { Temporal } from 'temporal-polyfill';
import type { DayToken } from './notice-tokens.ts';

/** What a day of a notice is read by. */
export type DateContext = {
  /** Year of the notice. */
  readonly year: number;
  /** Whether the paragraph is about New Year's Day, of which days lie in December before the year. */
  readonly isNewYear: boolean;
  /** The last day that was read. */
  readonly last: Temporal.PlainDate | null;
};

const DECEMBER = 12;

/** The day that `token` names; undefined for one that does not exist or leaves out too much. */
export function noticeDate(token: DayToken, context: DateContext): Temporal.PlainDate | undefined {
  const month = token.month ?? context.last?.month;
  if (month === undefined) return undefined;
  const year = token.year ?? impliedYear(token, month, context);
  try {
    return Temporal.PlainDate.from({ year, month, day: token.day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

function impliedYear({ month: written }: DayToken, month: number, context: DateContext): number {
  const { year, isNewYear, last } = context;
  if (written === null && last !== null) return last.year;
  return isNewYear && month === DECEMBER ? year - 1 : year;
}

/** The longest holiday that is believed, in days. */
const LONGEST = 15;

/** Every day from `from` to `to`; undefined where that is no holiday. */
export function daysThrough(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): readonly Temporal.PlainDate[] | undefined {
  const isOverNewYear = from.month === DECEMBER && to.month === 1 && from.year === to.year;
  const first = isOverNewYear ? from.subtract({ years: 1 }) : from;
  const { days } = first.until(to, { largestUnit: 'day' });
  if (days < 1 || days >= LONGEST) return undefined;
  return Array.from({ length: days + 1 }, (_, at) => first.add({ days: at }));
}
