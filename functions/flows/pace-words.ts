import { DamagedRecord } from '../domain/faults.ts';
import { localDay } from '../domain/hours.ts';
import type { Behind } from '../domain/item.ts';
import { behindOf } from '../domain/pace-paragraph.ts';
import { type PaceRow, paceRows } from '../domain/pace-report.ts';
import type { Task } from '../domain/task.ts';
import type { Shelf } from './ports.ts';
import { noteDamage, type Run } from './run.ts';

/** How the target of `task` is behind its pace now; undefined where it is not, or has no figures. */
export async function behindNow(run: Run, task: Task): Promise<Behind | undefined> {
  const row = await paceOfTask(run, task);
  return row && behindOf(row);
}

/** How the target of `task` stands now; undefined for a task without figures. */
export async function paceOfTask(run: Run, task: Task): Promise<PaceRow | undefined> {
  const { books } = run.needs;
  const target = task.kind === 'target' && (await books.targets.find(run.park.id, task.id));
  if (!target) return undefined;
  const isCounted = target.value.countedFrom !== null;
  const figures = {
    targets: [target.value],
    projects: isCounted ? await whole(run, books.projects) : [],
    enterprises: isCounted ? await whole(run, books.enterprises) : [],
    instruments: [],
    steps: [],
  };
  const today = localDay(run.now, run.rules);
  const [row] = paceRows(figures, new Map([[task.id, task]]), today, run.rules);
  return row;
}

/** How every target stands now of which `tasks` has the promise. */
export async function paceOfTasks(
  run: Run,
  tasks: ReadonlyMap<string, Task>,
): Promise<readonly PaceRow[]> {
  const { books } = run.needs;
  const targets = (await whole(run, books.targets)).filter(({ id }) => tasks.has(id));
  if (targets.length === 0) return [];
  const figures = {
    targets,
    projects: await whole(run, books.projects),
    enterprises: await whole(run, books.enterprises),
    instruments: [],
    steps: [],
  };
  return paceRows(figures, tasks, localDay(run.now, run.rules), run.rules);
}

async function whole<Value>(run: Run, shelf: Shelf<Value>): Promise<readonly Value[]> {
  return (await shelf.all(run.park.id)).flatMap((each) => {
    if (!(each instanceof DamagedRecord)) return [each.value];
    noteDamage(run, each);
    return [];
  });
}
