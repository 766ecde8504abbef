import { Temporal } from 'temporal-polyfill';
import { localDay, type Rules, sendInstant } from '../policy/hours.ts';
import type { Measure } from './measure.ts';
import { askedOn } from './reporting-asked.ts';
import type { ReportingDay, ReportingDuty } from './reporting-day.ts';
import { reportingDays } from './reporting-days.ts';
import { isLive } from './task-status.ts';

/** The last return of `record` whose day has passed before `today`; undefined before its first. */
export function lastReturn(
  record: ReportingDuty,
  today: Temporal.PlainDate,
  rules: Rules,
): ReportingDay | undefined {
  let last: ReportingDay | undefined;
  for (const each of reportingDays(record, rules)) {
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
  record: ReportingDuty,
  today: Temporal.PlainDate,
  rules: Rules,
): ReportingDay | undefined {
  if (!isLive(record)) return undefined;
  const isMade = returnedBy(record, rules);
  const isMissed = (each: ReportingDay): boolean => !isSilent(each.day, record) && !isMade(each);
  if (record.measure) {
    const last = lastReturn(record, today, rules);
    return last && isMissed(last) ? last : undefined;
  }
  for (const each of reportingDays(record, rules, reportedThrough(record, rules))) {
    if (Temporal.PlainDate.compare(each.day, today) >= 0) return undefined;
    if (isMissed(each)) return each;
  }
  return undefined;
}

/** Whether nothing is said of `day`: it passed while the office held the record, or before a new date. */
export const isSilent = (
  day: Temporal.PlainDate,
  { silentThrough }: Pick<ReportingDuty, 'silentThrough'>,
): boolean => silentThrough !== null && Temporal.PlainDate.compare(day, silentThrough) <= 0;

/** Tells whether what was to be returned of `record` is there. */
export function returnedBy(record: ReportingDuty, rules: Rules): (wanted: ReportingDay) => boolean {
  const { measure } = record;
  if (measure) return (wanted) => hasFigure(measure, wanted, rules);
  const through = reportedThrough(record, rules);
  return ({ day }) => through !== null && Temporal.PlainDate.compare(through, day) >= 0;
}

/**
 * A figure for a later period makes up for an earlier one; of a series of single periods anyone who
 * returned any since the asking has returned.
 */
function hasFigure({ came, partial, periods }: Measure, made: ReportingDay, rules: Rules): boolean {
  const { month, isLast } = made;
  const wanted = month ?? 0;
  if ([...came.keys()].some((each) => each >= wanted)) return true;
  if (!isLast && [...partial].some((each) => each >= wanted)) return true;
  if (periods.basis === 'cumulative' || periods.countedFrom !== null) return false;
  const asked = askedOn({ kind: 'target' }, made, rules);
  return [...came.values()].some(
    (at) => Temporal.PlainDate.compare(localDay(at, rules), asked) >= 0,
  );
}

/**
 * The return day that a report made at `at` is for: the one that was asked last, while that is
 * missing, else the next one. Null for a record without further reports.
 */
export function returnDayFor(
  record: ReportingDuty,
  at: Temporal.Instant,
  rules: Rules,
): Temporal.PlainDate | null {
  const { asked, next } = askedAround(record, at, rules);
  return next === null || isMissing(asked, reportedThrough(record, rules)) ? asked : next;
}

/** The return day that was asked for last at `at`, if that is still missing. */
export function missingAsked(
  record: ReportingDuty,
  at: Temporal.Instant,
  rules: Rules,
): Temporal.PlainDate | null {
  const { asked } = askedAround(record, at, rules);
  return isMissing(asked, reportedThrough(record, rules)) ? asked : null;
}

/** The return day that was asked for last at `at`, and the one after it. */
function askedAround(
  record: ReportingDuty,
  at: Temporal.Instant,
  rules: Rules,
): Readonly<Record<'asked' | 'next', Temporal.PlainDate | null>> {
  let asked: Temporal.PlainDate | null = null;
  const today = localDay(at, rules);
  for (const each of reportingDays(record, rules)) {
    const order = Temporal.PlainDate.compare(askedOn(record, each, rules), today);
    const isToCome = order > 0 || (order === 0 && isBeforeSending(at, today, rules));
    if (isToCome) return { asked, next: each.day };
    asked = each.day;
  }
  return { asked, next: null };
}

const isBeforeSending = (at: Temporal.Instant, day: Temporal.PlainDate, rules: Rules): boolean =>
  Temporal.Instant.compare(at, sendInstant(day, rules)) < 0;

const isMissing = (
  asked: Temporal.PlainDate | null,
  through: Temporal.PlainDate | null,
): asked is Temporal.PlainDate =>
  asked !== null && (through === null || Temporal.PlainDate.compare(through, asked) < 0);

/** The return day through which `record` was reported on, or reported done; null where it never was. */
function reportedThrough(record: ReportingDuty, rules: Rules): Temporal.PlainDate | null {
  const { handedInFor = null } = record;
  const reported = lastReportFor(record, rules);
  return isMissing(handedInFor, reported) ? handedInFor : reported;
}

/** A report that was kept without its return day counts for the one that was asked last. */
function lastReportFor(record: ReportingDuty, rules: Rules): Temporal.PlainDate | null {
  const { lastReport, assignment } = record;
  if (lastReport === null || lastReport.period) return lastReport?.period ?? null;
  const isOfOthers = Temporal.Instant.compare(lastReport.at, assignment.at) < 0;
  if (isOfOthers) return localDay(lastReport.at, rules);
  const { handedInFor: _, ...before } = record;
  return returnDayFor({ ...before, lastReport: null }, lastReport.at, rules);
}
