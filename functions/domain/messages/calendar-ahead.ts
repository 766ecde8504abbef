import { Temporal } from 'temporal-polyfill';
import { coversYear } from '../calendar/working-calendar.ts';
import type { Rules } from '../policy/hours.ts';

/**
 * How long before the end of the year the office is told that the next year's holidays are unknown.
 */
const CALENDAR_AHEAD = Temporal.Duration.from({ days: 45 });

/** A year without a holiday notice that has begun or begins within 45 days of `today`. */
export function yearWithoutNotice(
  today: Temporal.PlainDate,
  { calendar }: Pick<Rules, 'calendar'>,
): number | null {
  const years = [today.year, today.add(CALENDAR_AHEAD).year];
  return years.find((year) => !coversYear(year, calendar)) ?? null;
}
