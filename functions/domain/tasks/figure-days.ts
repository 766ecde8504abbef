import { Temporal } from 'temporal-polyfill';
import { MONTHS, monthsOver, reportingMonths, returnMonths } from '../calendar/reporting-months.ts';
import type { Rules } from '../policy/hours.ts';
import { daysOf, monthly, type Recurrence, type RecurrenceDay } from '../policy/recurrence.ts';
import type { Measure } from './measure.ts';
import type { ReportingDay } from './reporting-day.ts';

/**
 * The return days of a target: those on which a new period of its year is over. The year's last one
 * is owed after January's return day.
 *
 * @yields them in their order.
 */
export function* figureDays(
  measure: Measure,
  rhythm: Recurrence,
  rules: Rules,
): Generator<ReportingDay, void> {
  const { plan } = measure.periods;
  let returned = 0;
  const january = Temporal.PlainDate.from({ year: plan, month: 1, day: 1 });
  for (const each of daysOf(rhythm, january, rules)) {
    const { day } = each;
    if (day.year > plan) break;
    const month = monthOn(each, measure, rhythm);
    if (month <= returned) continue;
    returned = month;
    yield { day, month, isLast: false };
  }
  const day = lastReturnDay(rhythm, january.add({ years: 1 }), rules);
  yield { day, month: MONTHS, isLast: true };
}

/** January's own return day of `rhythm`, or else that of the park. */
function lastReturnDay(
  rhythm: Recurrence,
  newYear: Temporal.PlainDate,
  rules: Rules,
): Temporal.PlainDate {
  const [own] = daysOf(rhythm, newYear, rules).take(1);
  if (own?.day.month === 1 && own.day.year === newYear.year) return own.day;
  const [parks] = daysOf(monthly, newYear, rules).take(1);
  return parks?.day ?? newYear;
}

/**
 * The last month, with a figure of its own, of the period that is to be returned on a day: the last
 * one that is over, or the very period where the plan's own words set a day inside it or on its end.
 */
function monthOn(
  { nominal, day }: RecurrenceDay,
  { periods }: Measure,
  rhythm: Recurrence,
): number {
  const length = returnMonths(periods);
  const over = isWithin(nominal, rhythm, length)
    ? Math.ceil(nominal.month / length) * length
    : monthsOver(day, periods.plan);
  return reportingMonths(periods).findLast((month) => month <= over) ?? 0;
}

/** From this day of a month on, words that name it mean the month itself: 每月28日前, 每月底. */
const MONTH_END = 28;

/** Whether words that set `nominal` mean the period that it lies in. */
function isWithin(nominal: Temporal.PlainDate, rhythm: Recurrence, length: number): boolean {
  if ('weekday' in rhythm || rhythm.days === null) return false;
  if (length === 1) return rhythm.days.every((day) => day >= MONTH_END);
  return nominal.month % length === 0;
}
