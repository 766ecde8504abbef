import type { ParkFigures } from '../../domain/funding/park-figures.ts';
import type { Behind } from '../../domain/messages/item.ts';
import { behindOf } from '../../domain/messages/pace-paragraph.ts';
import { paceRow } from '../../domain/targets/pace-report.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { figuresOf } from '../context/measured-task.ts';
import { type ParkContext, readableOn } from '../context/park-context.ts';

/** How the target of `task` is behind its pace now; undefined where it is not, or has no figures. */
export async function behindNow(run: ParkContext, task: Task): Promise<Behind | undefined> {
  const figures = await figuresOf(run, task);
  return figures && behindOf(paceRow(figures, task, run.now, run.rules));
}

/** The figures of every target of which `tasks` has the promise. */
export async function figuresOfTasks(
  run: ParkContext,
  tasks: ReadonlyMap<string, Task>,
): Promise<ParkFigures> {
  const { collections } = run.ports;
  const targets = (await readableOn(run, collections.targets)).filter(({ id }) => tasks.has(id));
  const none = { projects: [], enterprises: [] };
  const lists = targets.some(({ countedFrom }) => countedFrom !== null) ? await run.lists() : none;
  return { targets, ...lists, instruments: [], steps: [] };
}
