import { namesakes, toldApart } from '../../domain/papers/told-apart.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { ParkContext } from './park-context.ts';

/** How `tasks` are shown together; the sources are read only where titles are equal. */
export async function tellApart(
  run: Pick<ParkContext, 'sources'>,
  tasks: readonly Task[],
): Promise<(task: Task) => Task> {
  return toldApart(tasks, namesakes(tasks).length === 0 ? [] : await run.sources());
}
