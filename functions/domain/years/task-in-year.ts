import { Temporal } from 'temporal-polyfill';
import type { Task } from '../tasks/task.ts';
import type { CarriedOver } from '../tasks/task-parts.ts';
import { timeliness } from '../tasks/timeliness.ts';

/**
 * What became of a task in a year. done: closed without a deadline that it could have kept or missed;
 * undecided: still open, or reported done and not verified.
 */
export type YearFate =
  | 'onTime'
  | 'late'
  | 'done'
  | 'deemed'
  | 'carriedOver'
  | 'suspended'
  | 'withdrawn'
  | 'undecided';

/** The fate of a task, and whether it was done by its original date. */
export type FateRead = { readonly fate: YearFate; readonly isOnTimeByOriginal: boolean };

/**
 * `task` as the year `year` has it: as it is in the year that it counts in, and as it was on leaving
 * in a year that it was carried over from. Undefined for a task that was never of that year.
 */
export function taskIn(task: Task, year: number): Task | undefined {
  if (task.plan === year) return task;
  const left = leavingOf(task, year);
  return left && asOnLeaving(task, left);
}

/** What became of `task` in `year`; undefined for a task that was never of that year. */
export function fateIn(task: Task, year: number): FateRead | undefined {
  if (task.plan === year) return fateOf(task);
  return leavingOf(task, year) && { fate: 'carriedOver', isOnTimeByOriginal: false };
}

/** Whether `task` was carried over into `year`. */
export const isCarriedInto = ({ carried = [] }: Pick<Task, 'carried'>, year: number): boolean =>
  carried.some(({ to }) => to === year);

/** How `task` left `year`; undefined if it was not carried over from it. */
export const leavingOf = (
  { carried = [] }: Pick<Task, 'carried'>,
  year: number,
): CarriedOver | undefined => carried.findLast(({ from }) => from === year);

function asOnLeaving(task: Task, left: CarriedOver): Task {
  const {
    handedInOn: _on,
    handedInFor: _for,
    deemedDone: _deemed,
    measure: _measure,
    ...rest
  } = task;
  const { from, to, at, due, duePrecision, status, progress, leadUnit = task.leadUnit } = left;
  const isBefore = (instant: Temporal.Instant): boolean =>
    Temporal.Instant.compare(instant, at) < 0;
  return {
    ...rest,
    plan: from,
    leftFor: to,
    leadUnit,
    due,
    duePrecision,
    status,
    progress,
    carried: (task.carried ?? []).filter((entry) => entry.from < from),
    extensions: task.extensions.filter(({ grantedAt }) => isBefore(grantedAt)),
    lastReport: task.lastReport && isBefore(task.lastReport.at) ? task.lastReport : null,
    doneOn: null,
    request: null,
    disowned: null,
  };
}

const openFate = (fate: YearFate): FateRead => ({ fate, isOnTimeByOriginal: false });

function fateOf(task: Task): FateRead {
  const { status, deemedDone } = task;
  if (status === 'withdrawn' || status === 'suspended') return openFate(status);
  if (status !== 'closed') return openFate('undecided');
  return deemedDone ? openFate('deemed') : closedFate(task);
}

/** A date that was only assumed can be kept, but never missed. */
function closedFate(task: Task): FateRead {
  const { doneOn, due, originalDue, duePrecision } = task;
  if (doneOn === null) return openFate('done');
  const { byOriginal, byCurrent } = timeliness(task, doneOn);
  const isLate = byCurrent === 'late';
  const isUndated = due === null || (isLate && duePrecision === 'assumed-year-end');
  return {
    fate: isUndated ? 'done' : isLate ? 'late' : 'onTime',
    isOnTimeByOriginal: originalDue !== null && byOriginal !== 'late',
  };
}
