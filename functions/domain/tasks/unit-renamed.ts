import type { UnitNames } from '../contacts/unit-names.ts';
import type { Task } from './task.ts';
import { isAtRest } from './task-status.ts';

type Renaming = Pick<UnitNames, 'unitNow' | 'postNow'>;

/**
 * `task` with its units and posts under their present names; itself where it has them already, or is at
 * rest: that stays under the names of then.
 */
export function underPresentNames(task: Task, { unitNow, postNow }: Renaming): Task {
  if (isAtRest(task)) return task;
  const leadUnit = unitNow(task.leadUnit);
  const units = new Set(task.supportingUnits.map(unitNow));
  // A unit that was merged into the one that leads supports it no more.
  if (namesOf(task).some((unit) => unitNow(unit) !== unit)) units.delete(leadUnit);
  const next: Task = {
    ...task,
    leadUnit,
    supportingUnits: [...units],
    owner: postNow(task.owner),
    responsibleLeader: postNow(task.responsibleLeader),
    request: task.request && { ...task.request, by: task.request.by && postNow(task.request.by) },
    disowned: task.disowned && {
      ...task.disowned,
      by: task.disowned.by && postNow(task.disowned.by),
    },
    rulings: task.rulings.map((each) => ({
      ...each,
      post: postNow(each.post),
      unit: each.unit && unitNow(each.unit),
    })),
  };
  return isSameNaming(task, next) ? task : next;
}

const namesOf = ({ leadUnit, supportingUnits }: Task): readonly string[] => [
  leadUnit,
  ...supportingUnits,
];

/** Whether two states of a task name the same units and posts. */
const isSameNaming = (a: Task, b: Task): boolean =>
  JSON.stringify(namesIn(a)) === JSON.stringify(namesIn(b));

const namesIn = (task: Task): readonly unknown[] => [
  task.leadUnit,
  task.supportingUnits,
  task.owner,
  task.responsibleLeader,
  task.request?.by,
  task.disowned?.by,
  task.rulings.map(({ post, unit }) => [post, unit]),
];
