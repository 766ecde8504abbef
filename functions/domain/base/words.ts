import type { Temporal } from 'temporal-polyfill';
import type { DuePrecision } from './promise.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** `6月30日（周四）`. Includes the year if it differs from the year of `today`. */
export function dayWords(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const year = day.year === today.year ? '' : `${day.year}年`;
  return `${year}${day.month}月${day.day}日（周${WEEKDAYS[day.dayOfWeek - 1] ?? ''}）`;
}

/** `星期四`. */
export const weekdayWords = (day: Temporal.PlainDate): string =>
  `星期${WEEKDAYS[day.dayOfWeek - 1] ?? ''}`;

/** `6月30日 08:00`, in `timeZone`. */
export function dateTimeWords(instant: Temporal.Instant, timeZone: string): string {
  const { month, day } = instant.toZonedDateTimeISO(timeZone);
  return `${month}月${day}日 ${timeWords(instant, timeZone)}`;
}

/** `08:00`, in `timeZone`. */
export const timeWords = (instant: Temporal.Instant, timeZone: string): string =>
  instant.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });

/** Source of a due date; shown with every date. */
export const dueMark: Readonly<Record<DuePrecision, string>> = {
  explicit: '原',
  set: '拟',
  'assumed-year-end': '估',
  none: '无',
};

/** `还有15天`, `今天到期`, `已逾期3天`: calendar days. */
export function daysLeftWords(due: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const { days } = today.until(due, { largestUnit: 'day' });
  if (days > 0) return `还有${days}天`;
  return days === 0 ? '今天到期' : `已逾期${-days}天`;
}
