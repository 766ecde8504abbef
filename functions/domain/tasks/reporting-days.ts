import { Temporal } from 'temporal-polyfill';
import type { DuePrecision } from '../base/promise.ts';
import { MONTHS, monthsOver, reportingMonths, returnMonths } from '../calendar/reporting-months.ts';
import { workingDayBefore, workingDayOnOrAfter } from '../calendar/working-calendar.ts';
import { localDay, policyOn, type Rules } from '../policy/hours.ts';
import type { Policy } from '../policy/policy.ts';
import {
  daysOf,
  monthly,
  monthsOfRecurrence,
  type Recurrence,
  type RecurrenceDay,
  recurrenceOf,
} from '../policy/recurrence.ts';
import {
  ASKED_AHEAD,
  isAsking,
  isStepFor,
  type ReportRecurrence,
} from '../policy/reporting-policy.ts';
import type { Measure } from './measure.ts';
import type { Task } from './task.ts';

/** What the duty to return follows. */
export type ReportingDuty = Pick<
  Task,
  | 'status'
  | 'kind'
  | 'recurrence'
  | 'start'
  | 'due'
  | 'duePrecision'
  | 'stageOf'
  | 'assignment'
  | 'lastReport'
  | 'handedInFor'
  | 'silentThrough'
  | 'measure'
>;

/** One return day of a record, with what is to be returned on it. */
export type ReportingDay = {
  readonly day: Temporal.PlainDate;
  /** The month through which a target's figure is to go; null for a record that owes a report. */
  readonly month: number | null;
  /**
   * Whether it is that of the year's last period: a figure of all of it is meant, also where there is
   * one of a part of it.
   */
  readonly isLast: boolean;
};

/**
 * The return days of `record`, from its first one on: the first with a whole period of its rhythm,
 * at most a month, between the hand-over and it. A stage or promise of money has none: its figure
 * is what is booked; nor has a milestone whose date nobody has set, or a kind that the policy does
 * not ask for.
 *
 * @param after - a day from which to look, so that what is past need not be computed; null to begin
 *   with the first.
 * @yields them in their order: those of a target's year, or without end.
 */
export function* reportingDays(
  record: ReportingDuty,
  rules: Rules,
  after: Temporal.PlainDate | null = null,
): Generator<ReportingDay, void> {
  const rhythm = rhythmFor(record);
  if (rhythm === undefined) return;
  const since = handedOver(record, rules);
  const first = since.add(wholePeriod(record, rhythm));
  const from = startMonth(record);
  const all = record.measure
    ? figureDays(record.measure, rhythm, rules)
    : reportDays(record, rhythm, after ?? since, rules);
  yield* all.filter(
    ({ day, month }) =>
      (month ?? from) >= from &&
      Temporal.PlainDate.compare(day, first) >= 0 &&
      isAskedFor(record, day, rules),
  );
}

/** A whole period, at most a month; that of a target is no shorter, on whatever day it is returned. */
function wholePeriod({ kind }: ReportingDuty, rhythm: Recurrence): Temporal.DurationLike {
  if (kind === 'target') return { months: 1 };
  if ('weekday' in rhythm) return { weeks: 1 };
  return rhythm.days !== null && rhythm.days.length > 1 ? { days: 15 } : { months: 1 };
}

/** When `record` is returned; undefined for one that owes nothing. */
function rhythmFor(record: ReportingDuty): Recurrence | undefined {
  if (!owesReturns(record)) return undefined;
  const own = recurrenceOf(record.recurrence);
  // Which periods a figure has is the target's own; the words may only set the day.
  if (record.measure && own && !hasOwnDay(own)) return monthly;
  return own ?? monthly;
}

const owesReturns = ({ kind, duePrecision }: ReportingDuty): boolean =>
  kind === 'target' || kind === 'standing' || (kind === 'milestone' && isSet(duePrecision));

/** Whether somebody set the date: what has only an assumed one is not asked for. */
const isSet = (precision: DuePrecision): boolean => precision === 'explicit' || precision === 'set';

const hasOwnDay = (rhythm: Recurrence): boolean => 'weekday' in rhythm || rhythm.days !== null;

/** The day on which the present post got it, but not before its work begins. */
function handedOver({ assignment, start }: ReportingDuty, rules: Rules): Temporal.PlainDate {
  const day = localDay(assignment.at, rules);
  return Temporal.PlainDate.compare(day, start) < 0 ? start : day;
}

/** The first month of its year that `record` runs through. */
export const startMonth = ({ start, measure }: ReportingDuty): number =>
  start.year === measure?.periods.plan ? start.month : 1;

/** @yields the days on which a record without figures is reported on. */
function* reportDays(
  record: ReportingDuty,
  rhythm: Recurrence,
  since: Temporal.PlainDate,
  rules: Rules,
): Generator<ReportingDay, void> {
  const isOwn = recurrenceOf(record.recurrence) !== undefined;
  for (const { nominal, day } of daysOf(rhythm, since, rules)) {
    if (isNeverAskedFrom(day, record, rules)) return;
    const asked = askedAs(record, policyOn(day, rules));
    if (isOwn || asked === 'own' || monthsOfRecurrence[asked].includes(nominal.month)) {
      yield { day, month: null, isLast: false };
    }
  }
}

/** How often `policy` asks for what is of the kind of `record`. */
const askedAs = (
  { kind }: ReportingDuty,
  { returns: { asked } }: Policy,
): ReportRecurrence | 'own' => (kind === 'funding' ? 'never' : asked[kind]);

const isAskedFor = (record: ReportingDuty, day: Temporal.PlainDate, rules: Rules): boolean =>
  askedAs(record, policyOn(day, rules)) !== 'never';

/** Whether the last of the park's policies, which asks for nothing of this kind, holds on `day`. */
function isNeverAskedFrom(
  day: Temporal.PlainDate,
  record: ReportingDuty,
  { policies }: Rules,
): boolean {
  const last = policies.at(-1) ?? policies[0];
  const isNever = askedAs(record, last.policy) === 'never';
  return isNever && (policies.length === 1 || Temporal.PlainDate.compare(last.from, day) <= 0);
}

/**
 * The day on which a return of `record` is asked for: that of the first step that asks the owner; the
 * year's last one at the beginning of January.
 */
export function askedOn(
  { kind }: Pick<ReportingDuty, 'kind'>,
  { day, isLast }: ReportingDay,
  rules: Rules,
): Temporal.PlainDate {
  if (isLast) return workingDayOnOrAfter(day.with({ month: 1, day: 1 }), rules.calendar);
  const { steps } = policyOn(day, rules).returns;
  const first = steps.find((step) => isStepFor(kind, step) && isAsking(step));
  const ahead = first ? -first.workingDays : ASKED_AHEAD;
  return ahead === 0 ? day : workingDayBefore(day, ahead, rules.calendar);
}

/**
 * The return days of a target: those on which a new period of its year is over. The year's last one
 * is owed after January's return day.
 *
 * @yields them in their order.
 */
function* figureDays(
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
