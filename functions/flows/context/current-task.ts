import { isStillTrue } from '../../domain/deadlines/still-true.ts';
import type { TaskNotice } from '../../domain/deadlines/task-notice.ts';
import type { StoredTask } from '../ports.ts';
import { unlessDamaged } from './damaged.ts';
import { measuredTask } from './measured-task.ts';
import type { ParkContext } from './park-context.ts';

/** The task of `notice`, with what its figures say, unless the notice is over or the task cannot be read. */
export async function currentTask(
  run: ParkContext,
  notice: TaskNotice,
): Promise<StoredTask | 'damaged' | undefined> {
  const reading = async (): Promise<StoredTask | undefined> => {
    const read = await run.ports.register.task(run.park.id, notice.task);
    const task = read && (await measuredTask(run, read.task));
    return task && isStillTrue(task, notice, run.rules) ? { ...read, task } : undefined;
  };
  return unlessDamaged(run, reading, 'damaged');
}
