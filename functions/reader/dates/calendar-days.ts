/** Calendar arithmetic on `YYYY-MM-DD` dates, without time zones. */

const MS_PER_DAY = 86_400_000;
const pad = (number: number): string => String(number).padStart(2, '0');

/** The day `year`-`month`-`day`, or undefined when the calendar has no such day. */
export function realDay(year: number, month: number, day: number): string | undefined {
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12)) return undefined;
  if (!(day >= 1 && day <= lastOfMonth(year, month))) return undefined;
  return `${year}-${pad(month)}-${pad(day)}`;
}

const lastOfMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Last calendar day of `month`, or undefined if `month` is not 1 to 12. */
export const monthEnd = (year: number, month: number): string | undefined =>
  month >= 1 && month <= 12 ? realDay(year, month, lastOfMonth(year, month)) : undefined;

export const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - MS_PER_DAY).toISOString().slice(0, 10);
