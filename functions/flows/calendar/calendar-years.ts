import type { Temporal } from 'temporal-polyfill';
import { DamagedRecord } from '../../domain/base/faults.ts';
import { type CalendarSource, sourceOfYear } from '../../domain/calendar/calendar-source.ts';
import { type EnteredYear, noticeYearOf } from '../../domain/calendar/entered-holidays.ts';
import type { NoticeDays } from '../../domain/calendar/notice-questions.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { HolidaysRead } from '../ports.ts';

/** What the office of `run`'s park entered; undefined where it cannot be read. */
export const enteredIn = ({
  park: { holidays },
}: Pick<ParkContext, 'park'>): HolidaysRead | undefined =>
  holidays instanceof DamagedRecord ? undefined : holidays;

/** How the working days of one year are known. */
export type CalendarYear = NoticeDays & {
  readonly source: CalendarSource;
  /** What the office entered, if it is the source. */
  readonly entry: EnteredYear | undefined;
};

/** This year, the next and every year that was entered, in order. */
export function calendarYears(run: ParkContext): readonly CalendarYear[] {
  const today: Temporal.PlainDate = localDay(run.now, run.rules);
  const entered = enteredIn(run)?.value.years ?? [];
  const years = new Set([today.year, today.year + 1, ...entered.map(({ year }) => year)]);
  return [...years]
    .toSorted((a, b) => a - b)
    .map((year) => ({
      year,
      source: sourceOfYear(year, { years: entered }, run.ports.calendar),
      entry: entered.find((each) => each.year === year),
      restDays: daysOf(run.rules.calendar.restDays, year),
      makeUpDays: daysOf(run.rules.calendar.makeUpDays, year),
    }));
}

const daysOf = (days: ReadonlySet<string>, year: number): readonly string[] =>
  [...days].filter((day) => noticeYearOf(day) === year).toSorted();
