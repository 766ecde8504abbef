import { Temporal } from 'temporal-polyfill';
import type { DuePrecision } from '../base/promise.ts';
import { localDay, policyOn, type Rules } from '../policy/hours.ts';
import {
  daysOf,
  monthly,
  monthsOfRecurrence,
  type Recurrence,
  recurrenceOf,
} from '../policy/recurrence.ts';
import { figureDays } from './figure-days.ts';
import { askedAs, isAskedFor, isNeverAskedFrom } from './reporting-asked.ts';
import type { ReportingDay, ReportingDuty } from './reporting-day.ts';

/**
 * The return days of `record`, from its first one on: the first with a whole period of its rhythm,
 * at most a month, between the hand-over and it. A stage or promise of money has none: its figure
 * is what is booked; nor has a milestone whose date nobody has set, what answers a source, or a kind
 * that the policy does not ask for.
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
  if (rhythm === undefined || isLeftToOthers(record)) return;
  const since = handedOver(record, rules);
  const first = since.add(wholePeriod(record, rhythm));
  const from = startMonth(record);
  const all = record.measure
    ? figureDays(record.measure, rhythm, rules)
    : reportDays(record, rhythm, after ?? since, rules);
  yield* all.filter(
    ({ day, month }) =>
      (month ?? from) >= from &&
      isAskedOfNodes(record, day, rules) &&
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

/** Whether a work has an open node, or a node without a date is not the next one. */
const isLeftToOthers = ({ work, kin, due }: ReportingDuty): boolean =>
  work?.endedAt === null || (kin?.nextSince === null && due === null);

/**
 * Of a work with nodes the next open one and every overdue one return, since when they are; the work
 * itself does where none is open, since when none is.
 */
function isAskedOfNodes(
  { work, kin, due }: ReportingDuty,
  day: Temporal.PlainDate,
  rules: Rules,
): boolean {
  const since = (at: Temporal.Instant | null): boolean =>
    at !== null && Temporal.PlainDate.compare(localDay(at, rules), day) < 0;
  if (work) return since(work.endedAt);
  if (!kin) return true;
  return since(kin.nextSince) || (due !== null && Temporal.PlainDate.compare(due, day) < 0);
}

const owesReturns = ({ kind, duePrecision, answers }: ReportingDuty): boolean =>
  kind === 'target' ||
  kind === 'standing' ||
  (kind === 'milestone' && isSet(duePrecision) && answers === undefined);

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
