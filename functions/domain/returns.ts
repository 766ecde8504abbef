import { Temporal } from 'temporal-polyfill';
import { workingDayBefore, workingDayOnOrAfter } from './calendar.ts';
import { localDay, policyOn, type Rules, sendInstant } from './hours.ts';
import type { Measure } from './measure.ts';
import type { DuePrecision } from './promise.ts';
import { daysOf, monthly, quarterly, type Rhythm, type RhythmDay, rhythmOf } from './rhythm.ts';
import { MONTHS, monthsOf, monthsOver, returnMonths } from './target.ts';
import { isLive, type Task } from './task.ts';

/** What the duty to return goes by. */
export type Returning = Pick<
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
  | 'silentThrough'
  | 'measure'
>;

/** One return day of a record, with what is to be returned on it. */
export type Return = {
  readonly day: Temporal.PlainDate;
  /** The month through which a target's figure is to go; null for a record that owes a report. */
  readonly month: number | null;
  /**
   * Whether it is that of the year's last period: a figure of all of it is meant, also where there is
   * one of a part of it.
   */
  readonly isLast: boolean;
};

/** Working days before a return day on which a policy without a step ahead of it asks. */
const ASKED_AHEAD = 2;

/**
 * The return days of `record`, from its first one on: the first with a whole period of its rhythm,
 * at most a month, between the hand-over and it. A stage or promise of money has none: its figure
 * is what is booked; nor has a milestone whose date nobody has set.
 *
 * @param after - a day from which to look, so that what is past need not be computed; null to begin
 *   with the first.
 * @yields them in their order: those of a target's year, or without end.
 */
export function* returnDays(
  record: Returning,
  rules: Rules,
  after: Temporal.PlainDate | null = null,
): Generator<Return, void> {
  const rhythm = rhythmFor(record);
  if (rhythm === undefined) return;
  const since = handedOver(record, rules);
  const first = since.add(wholePeriod(record, rhythm));
  const from = startMonth(record);
  const all = record.measure
    ? figureDays(record.measure, rhythm, rules)
    : reportDays(rhythm, after ?? since, rules);
  yield* all.filter(
    ({ day, month }) => (month ?? from) >= from && Temporal.PlainDate.compare(day, first) >= 0,
  );
}

/** A whole period, at most a month; that of a target is no shorter, on whatever day it is returned. */
function wholePeriod({ kind }: Returning, rhythm: Rhythm): Temporal.DurationLike {
  if (kind === 'target') return { months: 1 };
  if ('weekday' in rhythm) return { weeks: 1 };
  return rhythm.days !== null && rhythm.days.length > 1 ? { days: 15 } : { months: 1 };
}

/** When `record` is returned; undefined for one that owes nothing. */
function rhythmFor(record: Returning): Rhythm | undefined {
  if (!owesReturns(record)) return undefined;
  const own = rhythmOf(record.recurrence);
  // Which periods a figure has is the target's own; the words may only set the day.
  if (record.measure && own && !hasOwnDay(own)) return monthly;
  return own ?? (record.kind === 'standing' ? quarterly : monthly);
}

const owesReturns = ({ kind, duePrecision }: Returning): boolean =>
  kind === 'target' || kind === 'standing' || (kind === 'milestone' && isSet(duePrecision));

/** Whether somebody set the date: what has only an assumed one is not asked for. */
const isSet = (precision: DuePrecision): boolean => precision === 'explicit' || precision === 'set';

const hasOwnDay = (rhythm: Rhythm): boolean => 'weekday' in rhythm || rhythm.days !== null;

/** The day on which the present post got it, but not before its work begins. */
function handedOver({ assignment, start }: Returning, rules: Rules): Temporal.PlainDate {
  const day = localDay(assignment.at, rules);
  return Temporal.PlainDate.compare(day, start) < 0 ? start : day;
}

const startMonth = ({ start, measure }: Returning): number =>
  start.year === measure?.periods.plan ? start.month : 1;

/** @yields the days on which a record without figures is reported on. */
function* reportDays(
  rhythm: Rhythm,
  since: Temporal.PlainDate,
  rules: Rules,
): Generator<Return, void> {
  for (const { day } of daysOf(rhythm, since, rules)) yield { day, month: null, isLast: false };
}

/**
 * The day on which a return is asked for: that of the policy's first step; the year's last one at the
 * beginning of January.
 */
export function askedOn({ day, isLast }: Return, rules: Rules): Temporal.PlainDate {
  if (isLast) return workingDayOnOrAfter(day.with({ month: 1, day: 1 }), rules.calendar);
  const [step] = policyOn(day, rules).returns.steps;
  const ahead = step && step.workingDays <= 0 ? -step.workingDays : ASKED_AHEAD;
  return ahead === 0 ? day : workingDayBefore(day, ahead, rules.calendar);
}

/**
 * The return days of a target: those on which a new period of its year is over. The year's last one
 * is owed after January's return day.
 *
 * @yields them in their order.
 */
function* figureDays(measure: Measure, rhythm: Rhythm, rules: Rules): Generator<Return, void> {
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
  rhythm: Rhythm,
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
function monthOn({ nominal, day }: RhythmDay, { periods }: Measure, rhythm: Rhythm): number {
  const length = returnMonths(periods);
  const over = isWithin(nominal, rhythm, length)
    ? Math.ceil(nominal.month / length) * length
    : monthsOver(day, periods.plan);
  return monthsOf(periods).findLast((month) => month <= over) ?? 0;
}

/** From this day of a month on, words that name it mean the month itself: 每月28日前, 每月底. */
const MONTH_END = 28;

/** Whether words that set `nominal` mean the period that it lies in. */
function isWithin(nominal: Temporal.PlainDate, rhythm: Rhythm, length: number): boolean {
  if ('weekday' in rhythm || rhythm.days === null) return false;
  if (length === 1) return rhythm.days.every((day) => day >= MONTH_END);
  return nominal.month % length === 0;
}

/** The last return of `record` whose day has passed before `today`; undefined before its first. */
export function lastReturn(
  record: Returning,
  today: Temporal.PlainDate,
  rules: Rules,
): Return | undefined {
  let last: Return | undefined;
  for (const each of returnDays(record, rules)) {
    if (Temporal.PlainDate.compare(each.day, today) >= 0) break;
    last = each;
  }
  return last;
}

/**
 * The return that `record` owes on `today` and did not make; undefined where it owes none. A target
 * owes the figure of the last one alone, other records the first report that is missing. One that is
 * not in hand owes nothing, nor what passed while the office held it.
 */
export function missedReturn(
  record: Returning,
  today: Temporal.PlainDate,
  rules: Rules,
): Return | undefined {
  if (!isLive(record)) return undefined;
  const isMade = returnedBy(record, rules);
  const isMissed = (each: Return): boolean => !isSilent(each.day, record) && !isMade(each);
  if (record.measure) {
    const last = lastReturn(record, today, rules);
    return last && isMissed(last) ? last : undefined;
  }
  for (const each of returnDays(record, rules, reportedThrough(record, rules))) {
    if (Temporal.PlainDate.compare(each.day, today) >= 0) return undefined;
    if (isMissed(each)) return each;
  }
  return undefined;
}

/** Whether nothing is said of `day`: it passed while the office held the record, or before a new date. */
export const isSilent = (
  day: Temporal.PlainDate,
  { silentThrough }: Pick<Returning, 'silentThrough'>,
): boolean => silentThrough !== null && Temporal.PlainDate.compare(day, silentThrough) <= 0;

/** Tells whether what was to be returned of `record` is there. */
export function returnedBy(record: Returning, rules: Rules): (wanted: Return) => boolean {
  const { measure } = record;
  if (measure) return (wanted) => hasFigure(measure, wanted, rules);
  const through = reportedThrough(record, rules);
  return ({ day }) => through !== null && Temporal.PlainDate.compare(through, day) >= 0;
}

/**
 * A figure for a later period makes up for an earlier one; of a series of single periods whoever
 * returned any since the asking has returned.
 */
function hasFigure({ came, partial, periods }: Measure, made: Return, rules: Rules): boolean {
  const { month, isLast } = made;
  const wanted = month ?? 0;
  if ([...came.keys()].some((each) => each >= wanted)) return true;
  if (!isLast && [...partial].some((each) => each >= wanted)) return true;
  if (periods.basis === 'cumulative' || periods.countedFrom !== null) return false;
  const asked = askedOn(made, rules);
  return [...came.values()].some(
    (at) => Temporal.PlainDate.compare(localDay(at, rules), asked) >= 0,
  );
}

/**
 * The return day that a report made at `at` is for: the one that was asked last, while that is
 * missing, else the next one. Null for a record that owes no returns any more.
 */
export function returnDayFor(
  record: Returning,
  at: Temporal.Instant,
  rules: Rules,
): Temporal.PlainDate | null {
  const through = reportedThrough(record, rules);
  let asked: Temporal.PlainDate | null = null;
  const today = localDay(at, rules);
  for (const each of returnDays(record, rules)) {
    const order = Temporal.PlainDate.compare(askedOn(each, rules), today);
    const isToCome = order > 0 || (order === 0 && isBeforeSending(at, today, rules));
    if (isToCome) return isMissing(asked, through) ? asked : each.day;
    asked = each.day;
  }
  return asked;
}

const isBeforeSending = (at: Temporal.Instant, day: Temporal.PlainDate, rules: Rules): boolean =>
  Temporal.Instant.compare(at, sendInstant(day, rules)) < 0;

const isMissing = (
  asked: Temporal.PlainDate | null,
  through: Temporal.PlainDate | null,
): asked is Temporal.PlainDate =>
  asked !== null && (through === null || Temporal.PlainDate.compare(through, asked) < 0);

/**
 * The return day through which `record` was reported on; null where it never was. A report that was
 * kept without its return day counts for the one that was asked last.
 */
function reportedThrough(record: Returning, rules: Rules): Temporal.PlainDate | null {
  const { lastReport, assignment } = record;
  if (lastReport === null || lastReport.period) return lastReport?.period ?? null;
  const isOfOthers = Temporal.Instant.compare(lastReport.at, assignment.at) < 0;
  if (isOfOthers) return localDay(lastReport.at, rules);
  return returnDayFor({ ...record, lastReport: null }, lastReport.at, rules);
}
