import { DamagedRecord } from '../domain/faults.ts';
import type { Figures } from '../domain/figures.ts';
import type { Behind } from '../domain/item.ts';
import { behindOf } from '../domain/pace-paragraph.ts';
import { type PaceRow, paceRows } from '../domain/pace-report.ts';
import type { Task } from '../domain/task.ts';
import { figuresOf } from './measured-task.ts';
import type { Shelf } from './ports.ts';
import { noteDamage, type Run } from './run.ts';

/** How the target of `task` is behind its pace now; undefined where it is not, or has no figures. */
export async function behindNow(run: Run, task: Task): Promise<Behind | undefined> {
  const row = await paceOfTask(run, task);
  return row && behindOf(row);
}

/** How the target of `task` stands now; undefined for a task without figures. */
export async function paceOfTask(run: Run, task: Task): Promise<PaceRow | undefined> {
  const read = await figuresOf(run, task);
  if (!read) return undefined;
  const figures = { targets: [read.target], ...read.lists, instruments: [], steps: [] };
  const [row] = paceRows(figures, new Map([[task.id, task]]), run.now, run.rules);
  return row;
}

/** The figures of every target of which `tasks` has the promise. */
export async function figuresOfTasks(run: Run, tasks: ReadonlyMap<string, Task>): Promise<Figures> {
  const { books } = run.needs;
  const targets = (await whole(run, books.targets)).filter(({ id }) => tasks.has(id));
  const none = { projects: [], enterprises: [] };
  const lists = targets.some(({ countedFrom }) => countedFrom !== null) ? await run.lists() : none;
  return { targets, ...lists, instruments: [], steps: [] };
}

async function whole<Value>(run: Run, shelf: Shelf<Value>): Promise<readonly Value[]> {
  return (await shelf.all(run.park.id)).flatMap((each) => {
    if (!(each instanceof DamagedRecord)) return [each.value];
    noteDamage(run, each);
    return [];
  });
}
