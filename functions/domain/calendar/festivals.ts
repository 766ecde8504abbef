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

/** The first years of the revisions of 2013 and 2024. */
const [WITHOUT_EVE, WITH_EVE] = [2014, 2025];

/**
 * Statutory holidays, independent of the yearly notice: 元旦, 春节, 清明, 劳动节, 端午, 中秋, 国庆 (全国年节及纪念日放假办法).
 * From 2025 on 春节 is New Year's Eve to the third day and 劳动节 two days; from 2014 the first to the
 * third day, before that New Year's Eve to the second. `YYYY-MM-DD`.
 */
export function lawfulHolidays(year: number): ReadonlySet<string> {
  const known = lawful.get(year) ?? new Set(holidaysOf(year));
  lawful.set(year, known);
  return known;
}

const lawful = new Map<number, ReadonlySet<string>>();

function holidaysOf(year: number): readonly string[] {
  return [
    isoDay(year, 1, 1),
    ...springFestival(year),
    qingmingDay(year),
    isoDay(year, 5, 1),
    ...(year < WITH_EVE ? [] : [isoDay(year, 5, 2)]),
    lunarDay(year, 5, 5),
    lunarDay(year, 8, 15),
    isoDay(year, 10, 1),
    isoDay(year, 10, 2),
    isoDay(year, 10, 3),
  ];
}

function springFestival(year: number): readonly string[] {
  const [eve, second, third] = [-1, 1, 2];
  const first = year >= WITHOUT_EVE && year < WITH_EVE ? 0 : eve;
  const last = year >= WITHOUT_EVE ? third : second;
  const days: string[] = [];
  for (let at = first; at <= last; at += 1) days.push(lunarDay(year, 1, 1, at));
  return days;
}
