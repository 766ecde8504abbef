import { Temporal } from 'temporal-polyfill';
import { coversYear } from '../calendar/working-calendar.ts';
import type { Rules } from '../policy/hours.ts';

/**
 * How long before the end of the year the office is told that the next year's holidays are unknown.
 */
const CALENDAR_AHEAD = Temporal.Duration.from({ days: 45 });

/** A year without a holiday notice that has begun or begins within 45 days of `today`. */
export function yearWithoutNotice(
  today: Temporal.PlainDate,
  { calendar }: Pick<Rules, 'calendar'>,
): number | null {
  const years = [today.year, today.add(CALENDAR_AHEAD).year];
  return years.find((year) => !coversYear(year, calendar)) ?? null;
}

/**
 * That the office is to enter the holidays of a year, and where; empty while nothing is missing.
 *
 * @param pages - where the pages are; null where there are none.
 */
export function calendarAheadWords(
  today: Temporal.PlainDate,
  rules: Pick<Rules, 'calendar'>,
  pages: string | null,
): string {
  const missing = yearWithoutNotice(today, rules);
  if (missing === null) return '';
  const where = pages === null ? '' : `（${pages}/settings/calendar）`;
  return `国务院${missing}年放假安排还没有录入，通知发布后请在“设置—放假安排”${where}粘贴录入，此前暂按周末和法定节假日推算，调休未计。`;
}
