import type { Temporal } from 'temporal-polyfill';
import { coversYear, type WorkingCalendar } from './working-calendar.ts';

/** A run of days for which a notice overrides the usual days of the week. */
export type Turn = {
  readonly kind: 'rest' | 'makeUp';
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
};

const SATURDAY = 6;

/** How far ahead to search; notices are published once a year. */
const AHEAD_DAYS = 400;

/**
 * The next `count` turns that end on or after `day`: holidays with adjacent weekends, and make-up
 * days.
 */
export function nextTurns(
  day: Temporal.PlainDate,
  count: number,
  calendar: WorkingCalendar,
): readonly Turn[] {
  const turns: Turn[] = [];
  let began = day;
  while (isOff(began, calendar) && isOff(began.subtract({ days: 1 }), calendar)) {
    began = began.subtract({ days: 1 });
  }
  const end = day.add({ days: AHEAD_DAYS });
  for (let at = began; turns.length < count && at.until(end).sign >= 0; ) {
    const turn = turnFrom(at, calendar);
    if (turn) turns.push(turn);
    at = (turn?.to ?? at).add({ days: 1 });
  }
  return turns;
}

/** The turn that begins on `day`. An ordinary weekend is not a turn. */
function turnFrom(day: Temporal.PlainDate, calendar: WorkingCalendar): Turn | undefined {
  if (calendar.makeUpDays.has(day.toString())) return { kind: 'makeUp', from: day, to: day };
  let [to, isNamed] = [day, false];
  if (!isOff(day, calendar)) return undefined;
  for (let at = day; isOff(at, calendar); at = at.add({ days: 1 })) {
    to = at;
    isNamed ||= calendar.restDays.has(at.toString());
  }
  return isNamed ? { kind: 'rest', from: day, to } : undefined;
}

function isOff(day: Temporal.PlainDate, { restDays, makeUpDays }: WorkingCalendar): boolean {
  const text = day.toString();
  return restDays.has(text) || (day.dayOfWeek >= SATURDAY && !makeUpDays.has(text));
}

/** Years with a known notice, in ascending order. */
export function coveredYears(calendar: WorkingCalendar): readonly number[] {
  const years = new Set([...calendar.restDays].map((text) => Number(text.slice(0, 4))));
  return [...years].filter((year) => coversYear(year, calendar)).toSorted((a, b) => a - b);
}
