import { LunarDay, SolarTerm } from 'tyme4ts';

/** `YYYY-MM-DD`. */
export const isoDay = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/**
 * Day `day` of lunar month `month` in the lunar year `year`, as a Gregorian date. Does not use the
 * Chinese calendar of Node, which is off by a day in some years (2027, 2030).
 *
 * @param plus - days to add.
 */
export function lunarDay(year: number, month: number, day: number, plus = 0): string {
  const solar = LunarDay.fromYmd(year, month, day).getSolarDay().next(plus);
  return isoDay(solar.getYear(), solar.getMonth(), solar.getDay());
}

/** 清明 falls on 4 or 5 April. */
export function qingmingDay(year: number): string {
  const day = SolarTerm.fromName(year, '清明').getSolarDay();
  return isoDay(year, day.getMonth(), day.getDay());
}

const [newYearsEve, thirdDay] = [-1, 2];

/**
 * Statutory holidays, independent of the yearly notice: 元旦, 春节 from New Year's Eve to the third
 * day, 清明, 1 and 2 May, 端午, 中秋, 1 to 3 October (全国年节及纪念日放假办法, as revised in 2024). `YYYY-MM-DD`.
 */
export function lawfulHolidays(year: number): ReadonlySet<string> {
  const known = lawful.get(year) ?? new Set(holidaysOf(year));
  lawful.set(year, known);
  return known;
}

const lawful = new Map<number, ReadonlySet<string>>();

function holidaysOf(year: number): readonly string[] {
  const springFestival: string[] = [];
  for (let at = newYearsEve; at <= thirdDay; at += 1) {
    springFestival.push(lunarDay(year, 1, 1, at));
  }
  return [
    isoDay(year, 1, 1),
    ...springFestival,
    qingmingDay(year),
    isoDay(year, 5, 1),
    isoDay(year, 5, 2),
    lunarDay(year, 5, 5),
    lunarDay(year, 8, 15),
    isoDay(year, 10, 1),
    isoDay(year, 10, 2),
    isoDay(year, 10, 3),
  ];
}
