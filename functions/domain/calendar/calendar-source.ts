import { Temporal } from 'temporal-polyfill';
import type { EnteredHolidays } from './entered-holidays.ts';
import { coversYear, isWorkingDay, type WorkingCalendar } from './working-calendar.ts';

/**
 * Where the working days of a year come from. entered: the park's office; builtIn: the table of the
 * package; lawOnly: neither has the notice, so that only weekends and statutory holidays are off.
 */
export type CalendarSource = 'entered' | 'builtIn' | 'lawOnly';

/** What each source is called. */
export const sourceName: Readonly<Record<CalendarSource, string>> = {
  entered: '录入',
  builtIn: '内置',
  lawOnly: '仅法定',
};

/** The source that applies to `year`. */
export function sourceOfYear(
  year: number,
  { years }: Pick<EnteredHolidays, 'years'>,
  base: WorkingCalendar,
): CalendarSource {
  if (years.some((each) => each.year === year)) return 'entered';
  return coversYear(year, base) ? 'builtIn' : 'lawOnly';
}

/** A day that two calendars see differently. */
export type ChangedDay = {
  readonly day: Temporal.PlainDate;
  /** Whether it is worked by the second one. */
  readonly isWorked: boolean;
};

/** The days from December before `year` to the end of `year` that `after` sees otherwise than `before`. */
export function changedDays(
  year: number,
  before: WorkingCalendar,
  after: WorkingCalendar,
): readonly ChangedDay[] {
  const first = Temporal.PlainDate.from({ year: year - 1, month: 12, day: 1 });
  const changed: ChangedDay[] = [];
  for (let day = first; day.year <= year; day = day.add({ days: 1 })) {
    const isWorked = isWorkingDay(day, after);
    if (isWorked !== isWorkingDay(day, before)) changed.push({ day, isWorked });
  }
  return changed;
}
