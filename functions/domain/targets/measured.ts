import { Temporal } from 'temporal-polyfill';
import { MONTHS, reportingMonths, returnMonths } from '../calendar/reporting-months.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import type { Measure, MeasuredDeadline } from '../tasks/measure.ts';
import { reportingDays } from '../tasks/reporting-days.ts';
import type { Task } from '../tasks/task.ts';
import { actualsBy } from './actuals.ts';
import { meets } from './pace.ts';
import type { Lists } from './project-list.ts';
import { type Actual, knownAt, type Target } from './target.ts';
import { dueMonthOf, spanOf } from './target-span.ts';

/** Values of one target, and the lists it may be counted from. */
export type TargetFigures = { readonly target: Target; readonly lists: Lists };

/** `task` with what the values of its target imply, as known at `at`. */
export function measured(
  task: Task,
  { target, lists }: TargetFigures,
  at: Temporal.Instant,
  rules: Rules,
): Task {
  const actuals = target.actuals.filter((actual) => Temporal.Instant.compare(actual.at, at) <= 0);
  const { plan, rhythm, countedFrom, unpublished, basis } = target;
  const came = firstOf(actuals.filter(({ asOf }) => asOf === null));
  const months = actuals.map(({ month }) => month);
  const month = dueMonthOf(spanOf(target, task), returnMonths(target));
  const first = firstOf(actuals);
  const measure: Measure = {
    periods: { plan, rhythm, countedFrom, unpublished, basis },
    inHandSince: inHandSince(task, first, rules),
    came,
    partial: new Set(months.filter((each) => !came.has(each))),
    deadline: {
      month,
      owedFrom: null,
      judged: judgedBy(first, month, { target, lists, at }, rules),
    },
  };
  const owedFrom = owedFromOf(grownOld({ ...task, measure }), rules);
  return { ...task, measure: { ...measure, deadline: { ...measure.deadline, owedFrom } } };
}

/**
 * When `task` was first assigned, as far as known. A reassigned task was assigned before; so was a
 * task with values from before its handover.
 */
function inHandSince(
  { assignment, start }: Task,
  came: ReadonlyMap<number, Temporal.Instant>,
  rules: Rules,
): Temporal.Instant {
  if (assignment.number === 0) return assignment.at;
  if (assignment.number > 1) return start.toZonedDateTime(rules.timeZone).toInstant();
  const [first = assignment.at] = [...came.values()].toSorted((a, b) =>
    Temporal.Instant.compare(a, b),
  );
  return Temporal.Instant.compare(first, assignment.at) < 0 ? first : assignment.at;
}

/** `task` as seen by the age rules: assigned to its posts since the first handover. */
export const grownOld = (task: Task): Task =>
  task.measure
    ? { ...task, assignment: { ...task.assignment, at: task.measure.inHandSince } }
    : task;

/** The day from which the value for the due month is missing; null if it is never due. */
function owedFromOf(task: Task, rules: Rules): Temporal.PlainDate | null {
  const due = task.measure?.deadline.month ?? MONTHS;
  for (const { day, month } of reportingDays(task, rules)) {
    if (month !== null && month >= due) return day.add({ days: 1 });
  }
  return null;
}

/** Time of the first value for each month. */
function firstOf(actuals: readonly Actual[]): ReadonlyMap<number, Temporal.Instant> {
  const first = new Map<number, Temporal.Instant>();
  for (const { month, at } of actuals) {
    const before = first.get(month);
    if (!before || Temporal.Instant.compare(at, before) < 0) first.set(month, at);
  }
  return first;
}

/**
 * The first value that covers the month `due`, in its latest correction. A sum of periods is
 * complete when no period is missing.
 *
 * @param came - time of the first value for each month.
 */
function judgedBy(
  came: ReadonlyMap<number, Temporal.Instant>,
  due: number,
  { target, lists, at }: TargetFigures & { readonly at: Temporal.Instant },
  rules: Rules,
): MeasuredDeadline['judged'] {
  const judging = [...came.keys()].toSorted((a, b) => a - b).find((month) => month >= due);
  if (judging === undefined) return null;
  // Lists are counted through the exact month; otherwise the first value that covers it is used.
  const last = target.countedFrom === null ? judging : due;
  const known = [...knownAt(target, at).values()]
    .filter(({ month }) => month <= judging)
    .map((actual) => [Math.min(actual.month, last), actual] as const);
  const { achieved } = actualsBy(target, lists, new Map(known));
  if (achieved === null || achieved.through < due) return null;
  const on = judgedAt(came, due, target);
  return on ? { on: localDay(on, rules), isMet: meets(target, achieved.value) } : null;
}

/**
 * When the value of the month `due` was complete: for per-period values, when the last missing
 * month was reported.
 */
function judgedAt(
  came: ReadonlyMap<number, Temporal.Instant>,
  due: number,
  target: Target,
): Temporal.Instant | undefined {
  const isSeries = target.countedFrom === null && target.basis === 'perPeriod';
  const needed = isSeries
    ? reportingMonths(target).filter((month) => month <= due)
    : [...came.keys()].filter((month) => month >= due);
  const instants = needed
    .flatMap((month) => came.get(month) ?? [])
    .toSorted((a, b) => Temporal.Instant.compare(a, b));
  return isSeries ? instants.at(-1) : instants[0];
}
