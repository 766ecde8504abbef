import { measured, type TargetFigures } from '../../domain/targets/measured.ts';
import type { Lists } from '../../domain/targets/project-list.ts';
import type { Target } from '../../domain/targets/target.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { unlessDamaged } from './damaged.ts';
import type { Run } from './run.ts';

const noLists: Lists = { projects: [], enterprises: [] };

/** The figures of the target that `task` promises as they are now; undefined where it has none. */
export async function figuresOf(run: Run, task: Task): Promise<TargetFigures | undefined> {
  if (task.kind !== 'target') return undefined;
  const read = await run.needs.books.targets.find(run.park.id, task.id);
  return read && figuresBy(run, read.value);
}

/** As {@link figuresOf}, of a target that was read. */
export const figuresBy = async (run: Run, target: Target): Promise<TargetFigures> => ({
  target,
  lists: target.countedFrom === null ? noLists : await run.lists(),
});

/**
 * `task` with what its figures say of its deadline and its returns, for whoever decides or speaks
 * about it. Figures that cannot be read are noted, and the task stands as if it had none.
 */
export async function measuredTask(run: Run, task: Task): Promise<Task> {
  const figures = await unlessDamaged(run, () => figuresOf(run, task), undefined);
  return figures ? measured(task, figures, run.now, run.rules) : task;
}
