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
  const local = instant.toZonedDateTimeISO(timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${local.month}月${local.day}日 ${time}`;
}

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

const WAN = 10_000;
const YI = 100_000_000;

/** `3亿元`, `2000万元`, `1.25亿元`, `800元`: whole yuan, exactly. */
export function moneyWords(yuan: number): string {
  if (yuan >= YI) return `${inUnit(yuan, YI)}亿元`;
  return yuan >= WAN ? `${inUnit(yuan, WAN)}万元` : `${yuan}元`;
}

/** `yuan` in a unit that is a power of ten, digit by digit to avoid rounding. */
function inUnit(yuan: number, unit: number): string {
  const places = String(unit).length - 1;
  const rest = String(yuan % unit)
    .padStart(places, '0')
    .replace(/0+$/, '');
  const whole = Math.floor(yuan / unit);
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}

const FEN_PER_YUAN = 100;

/** Integer fen in 万元, exactly, with commas: `1,400万元`, `0.05万元`. */
export const wanWords = (fen: number): string => `${wanFigure(fen)}万元`;

/** The number of {@link wanWords} without its unit, for tables in 万元. */
export function wanFigure(fen: number): string {
  const figure = inUnit(Math.abs(fen), WAN * FEN_PER_YUAN);
  const grouped = figure.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
  return fen < 0 ? `-${grouped}` : grouped;
}
