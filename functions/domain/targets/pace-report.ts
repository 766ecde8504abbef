import type { Temporal } from 'temporal-polyfill';
import { shortest } from '../base/decimal.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import { lastReturn } from '../tasks/reporting-duty.ts';
import type { Task } from '../tasks/task.ts';
import { isLive } from '../tasks/task-status.ts';
import { actualsOf } from './actuals.ts';
import { grownOld, measured, type TargetFigures } from './measured.ts';
import { type Actuals, type Pace, paceOf } from './pace.ts';
import { AMOUNT_PLACES, numbersOf } from './pace-numbers.ts';
import type { PaceRow } from './pace-row.ts';
import type { Lists } from './project-list.ts';
import type { Target } from './target.ts';
import { type Age, type Reported, targetLamp } from './target-lamp.ts';
import { spanOf } from './target-span.ts';

/**
 * Progress of all targets of `figures` at `at`, as known then.
 *
 * @param tasks - tasks of the targets by id.
 */
export const paceRows = (
  { targets, ...lists }: Lists & { readonly targets: readonly Target[] },
  tasks: ReadonlyMap<string, Task>,
  at: Temporal.Instant,
  rules: Rules,
): readonly PaceRow[] =>
  targets.map((target) => paceRow({ target, lists }, tasks.get(target.id), at, rules));

/** Like {@link paceRows}, for one target; `task` is its task, if known. */
export function paceRow(
  { target, lists }: TargetFigures,
  task: Task | undefined,
  at: Temporal.Instant,
  rules: Rules,
): PaceRow {
  const day = localDay(at, rules);
  const { id, name, comparator, goal, unit } = target;
  const { achieved, doubts } = actualsOf(target, lists, at);
  const pace = paceOf(target, achieved, spanOf(target, task));
  const age = ageOf(pace, task && measured(task, { target, lists }, at, rules), day, rules);
  return {
    id,
    name,
    leadUnit: task?.leadUnit ?? '',
    comparator,
    goal: shortest(goal, AMOUNT_PLACES),
    unit,
    ...age,
    ...numbersOf(pace, target, age),
    lamp: targetLamp(target, { pace, age }, day, rules),
    doubts,
  };
}

/** Age of the values of a target. Targets not yet assigned have nothing due. */
function ageOf(
  { achieved }: Pace,
  task: Task | undefined,
  day: Temporal.PlainDate,
  rules: Rules,
): Age {
  const last = task && isLive(task) ? lastReturn(grownOld(task), day, rules) : undefined;
  const owed = last?.month ?? null;
  return { reported: reportedOf(achieved, owed), owed };
}

function reportedOf(achieved: Actuals, owed: number | null): Reported {
  if (owed === null) return achieved === null ? 'notYet' : 'current';
  if (achieved === null) return 'never';
  return achieved.through < owed ? 'stale' : 'current';
}
