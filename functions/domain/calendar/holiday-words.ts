import { Temporal } from 'temporal-polyfill';
import type { NoticeDays } from './notice-questions.ts';

/** `放假1月1日至3日、2月15日至23日；上班1月4日、2月14日`, as a notice writes it. */
export function holidayWords({ year, restDays, makeUpDays }: NoticeDays): string {
  const worked = makeUpDays.length === 0 ? '没有调休上班' : `上班${rangesWords(makeUpDays, year)}`;
  return `放假${rangesWords(restDays, year)}；${worked}`;
}

function rangesWords(days: readonly string[], year: number): string {
  const ranges: (readonly [Temporal.PlainDate, Temporal.PlainDate])[] = [];
  for (const day of days.map((text) => Temporal.PlainDate.from(text))) {
    const [from, to] = ranges.at(-1) ?? [];
    if (from && to?.add({ days: 1 }).equals(day)) ranges[ranges.length - 1] = [from, day];
    else ranges.push([day, day]);
  }
  return ranges.map(([from, to]) => rangeWords(from, to, year)).join('、');
}

function rangeWords(from: Temporal.PlainDate, to: Temporal.PlainDate, year: number): string {
  const first = `${from.year === year ? '' : `${from.year}年`}${from.month}月${from.day}日`;
  if (from.equals(to)) return first;
  const another = to.year === from.year ? '' : `${to.year}年`;
  const month = another === '' && to.month === from.month ? '' : `${to.month}月`;
  return `${first}至${another}${month}${to.day}日`;
}
