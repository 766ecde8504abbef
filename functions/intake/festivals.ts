import { LunarDay, SolarTerm } from 'tyme4ts';

/**
 * Days of feasts that plans use as deadlines. A deadline "before" a feast is the
 * day before its first day.
 */

type Feast = { readonly names: string; readonly day: (year: number) => string };

const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const fixed =
  (month: number, day: number) =>
  (year: number): string =>
    iso(year, month, day);

const lunar =
  (month: number, day: number) =>
  (year: number): string =>
    lunarDay(year, month, day);

/** 清明 falls on 4 or 5 April. */
const qingming = (year: number): string => {
  const day = SolarTerm.fromName(year, '清明').getSolarDay();
  return iso(year, day.getMonth(), day.getDay());
};

const feasts: readonly Feast[] = [
  { names: '元旦', day: (year) => iso(year + 1, 1, 1) },
  { names: '春节|新春|农历新年', day: lunar(1, 1) },
  { names: '元宵', day: lunar(1, 15) },
  { names: '清明', day: qingming },
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

/**
 * The day on which day `day` of lunar month `month` of the lunar year `year` falls.
 * Node's own Chinese calendar is a day off in some years (2027, 2030), so it is not used.
 */
function lunarDay(year: number, month: number, day: number): string {
  const solar = LunarDay.fromYmd(year, month, day).getSolarDay();
  return iso(solar.getYear(), solar.getMonth(), solar.getDay());
}
