import { Temporal } from 'temporal-polyfill';
import { MONTHS, monthsOf, returnMonths } from '../calendar/reporting-months.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import type { Measure, MeasuredDeadline } from '../tasks/measure.ts';
import { returnDays } from '../tasks/reporting-days.ts';
import type { Task } from '../tasks/task.ts';
import { standingOf } from './actuals.ts';
import { meets } from './pace.ts';
import type { Lists } from './project-list.ts';
import { type Actual, knownAt, type Target } from './target.ts';
import { dueMonthOf, spanOf } from './target-span.ts';

/** The figures of one target, and the lists that it may be counted from. */
export type TargetFigures = { readonly target: Target; readonly lists: Lists };

/** `task` with what the figures of its target say of it, as they were known at `at`. */
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
 * When `task` was first in hand, as far as that is known: what is handed over again was in hand before,
 * and so was what has figures from before its hand-over.
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

/** `task` as the age of its figures sees it: in the hands of its posts since the first of them. */
export const grownOld = (task: Task): Task =>
  task.measure
    ? { ...task, assignment: { ...task.assignment, at: task.measure.inHandSince } }
    : task;

/** The day from which the figure of the due month is owed; null where it never is. */
function owedFromOf(task: Task, rules: Rules): Temporal.PlainDate | null {
  const due = task.measure?.deadline.month ?? MONTHS;
  for (const { day, month } of returnDays(task, rules)) {
    if (month !== null && month >= due) return day.add({ days: 1 });
  }
  return null;
}

/** For each month when its first figure came. */
function firstOf(actuals: readonly Actual[]): ReadonlyMap<number, Temporal.Instant> {
  const first = new Map<number, Temporal.Instant>();
  for (const { month, at } of actuals) {
    const before = first.get(month);
    if (!before || Temporal.Instant.compare(at, before) < 0) first.set(month, at);
  }
  return first;
}

/**
 * The first figure that goes through the month `due` judges, as it was last corrected. A sum of single
 * periods is judged once none of them is missing.
 *
 * @param came - for each month when its first figure came.
 */
function judgedBy(
  came: ReadonlyMap<number, Temporal.Instant>,
  due: number,
  { target, lists, at }: TargetFigures & { readonly at: Temporal.Instant },
  rules: Rules,
): MeasuredDeadline['judged'] {
  const judging = [...came.keys()].toSorted((a, b) => a - b).find((month) => month >= due);
  if (judging === undefined) return null;
  // A list can be counted to the very month; of other figures the first one that covers it is taken.
  const last = target.countedFrom === null ? judging : due;
  const known = [...knownAt(target, at).values()]
    .filter(({ month }) => month <= judging)
    .map((actual) => [Math.min(actual.month, last), actual] as const);
  const { achieved } = standingOf(target, lists, new Map(known));
  if (achieved === null || achieved.through < due) return null;
  const on = judgedAt(came, due, target);
  return on ? { on: localDay(on, rules), isMet: meets(target, achieved.value) } : null;
}

/** When the figure of the month `due` was complete: a series once the last of its months came. */
function judgedAt(
  came: ReadonlyMap<number, Temporal.Instant>,
  due: number,
  target: Target,
): Temporal.Instant | undefined {
  const isSeries = target.countedFrom === null && target.basis === 'perPeriod';
  const needed = isSeries
    ? monthsOf(target).filter((month) => month <= due)
    : [...came.keys()].filter((month) => month >= due);
  const instants = needed
    .flatMap((month) => came.get(month) ?? [])
    .toSorted((a, b) => Temporal.Instant.compare(a, b));
  return isSeries ? instants.at(-1) : instants[0];
}
