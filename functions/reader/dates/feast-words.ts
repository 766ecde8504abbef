import { isoDay, lunarDay, qingmingDay } from '../../domain/calendar/festivals.ts';

/**
 * Days of feasts that plans use as deadlines. A deadline "before" a feast is the
 * day before its first day.
 */

type Feast = { readonly names: string; readonly day: (year: number) => string };

const fixed =
  (month: number, day: number) =>
  (year: number): string =>
    isoDay(year, month, day);

const lunar =
  (month: number, day: number) =>
  (year: number): string =>
    lunarDay(year, month, day);

const feasts: readonly Feast[] = [
  { names: '元旦', day: (year) => isoDay(year + 1, 1, 1) },
  { names: '春节|新春|农历新年', day: lunar(1, 1) },
  { names: '元宵', day: lunar(1, 15) },
  { names: '清明', day: qingmingDay },
  { names: '五一|劳动节', day: fixed(5, 1) },
  { names: '端午', day: lunar(5, 5) },
  { names: '六一|儿童节', day: fixed(6, 1) },
  { names: '七一|建党节', day: fixed(7, 1) },
  { names: '八一|建军节', day: fixed(8, 1) },
  { names: '教师节', day: fixed(9, 10) },
  { names: '中秋', day: lunar(8, 15) },
  { names: '国庆|十一', day: fixed(10, 1) },
  { names: '重阳', day: lunar(9, 9) },
];

/** All names of feasts, as alternatives of a pattern. */
export const FEAST_NAMES = feasts.map(({ names }) => names).join('|');

/** First day of the feast called `name` in plan year `year`; 元旦 is the one that ends it. */
export function feastDay(name: string, year: number): string | undefined {
  return feasts.find(({ names }) => names.split('|').includes(name))?.day(year);
}
