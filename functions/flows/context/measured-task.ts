import { measured, type TargetFigures } from '../../domain/targets/measured.ts';
import type { Lists } from '../../domain/targets/project-list.ts';
import type { Target } from '../../domain/targets/target.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { Versioned } from '../ports.ts';
import { unlessDamaged } from './damaged.ts';
import { readsKin, type SeesKin } from './family.ts';
import type { ParkContext } from './park-context.ts';

const noLists: Lists = { projects: [], enterprises: [] };

/** The figures of the target that `task` promises as they are now; undefined where it has none. */
export async function figuresOf(run: ParkContext, task: Task): Promise<TargetFigures | undefined> {
  const read = await targetOf(run, task);
  return read && figuresBy(run, read.value);
}

/** The target that `task` promises; undefined where it promises none. */
export const targetOf = async (
  { ports, park }: ParkContext,
  task: Task,
): Promise<Versioned<Target> | undefined> =>
  task.kind === 'target' ? ports.collections.targets.find(park.id, task.id) : undefined;

/** As {@link figuresOf}, of a target that was read. */
export const figuresBy = async (run: ParkContext, target: Target): Promise<TargetFigures> => ({
  target,
  lists: target.countedFrom === null ? noLists : await run.lists(),
});

/**
 * `task` with what its figures say of its deadline and its returns, and its work or its nodes of it,
 * for anyone who decides or speaks about it. Figures that cannot be read are noted, and the task
 * stands as if it had none.
 */
export const measuredTask = async (run: ParkContext, task: Task): Promise<Task> =>
  (await measurerOf(run, task))(task);

/** As {@link measuredTask}, for `task` and what becomes of it: all is read once. */
export async function measurerOf(
  run: ParkContext,
  task: Task,
  seesKin: SeesKin = readsKin(run),
): Promise<(task: Task) => Task> {
  const figures = await unlessDamaged(run, () => figuresOf(run, task), undefined);
  const seen = await seesKin(task);
  return (each) => seen(figures ? measured(each, figures, run.now, run.rules) : each);
}
