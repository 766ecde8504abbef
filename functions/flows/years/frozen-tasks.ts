import type { Change } from '../../domain/contacts/change.ts';
import { wakeAtOf } from '../../domain/deadlines/wakes.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { isEnded } from '../../domain/tasks/task-status.ts';
import { followUnits } from '../contacts/follow-units.ts';
import { inParallel } from '../context/in-parallel.ts';
import { makerOf } from '../context/maker.ts';
import { measurerOf } from '../context/measured-task.ts';
import type { ParkContext } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import type { StoredTask } from '../ports.ts';

/** Who closes or reopens a year, and why. */
export type YearAuthor = Pick<Change, 'by' | 'via' | 'why'>;

/** Marks what is left of `year` among `all`: nothing of it is asked or told from then on. */
export const freezeTasks = (
  run: ParkContext,
  author: YearAuthor,
  all: readonly StoredTask[],
  year: number,
): Promise<unknown> =>
  inParallel(
    all.filter(({ task }) => countsIn(task, year) && !isEnded(task) && !task.yearClosed),
    (stored) => marked(run, author, stored, true),
  );

/**
 * Takes the marks of `year` back, and plans what was marked again. It follows the units that were renamed
 * or merged meanwhile.
 */
export async function thawTasks(
  run: ParkContext,
  author: YearAuthor,
  all: readonly StoredTask[],
  year: number,
): Promise<void> {
  await inParallel(
    all.filter(({ task }) => task.plan === year && task.yearClosed),
    (stored) => marked(run, author, stored, false),
  );
  if (run.unitMoves.length > 0) await followUnits(run);
}

/** What answers a source counts in no year. */
const countsIn = ({ plan, answers }: Task, year: number): boolean =>
  plan === year && answers === undefined;

function marked(
  run: ParkContext,
  author: YearAuthor,
  stored: StoredTask,
  isClosed: boolean,
): Promise<undefined> {
  let read: StoredTask | undefined = stored;
  const attempt = async (): Promise<undefined | typeof LOST> => {
    if (!read || (read.task.yearClosed ?? false) === isClosed) return undefined;
    const next = await afterMark(run, author, read, isClosed);
    await run.slots(run.park.id, next.wakeAt);
    if ((await run.ports.register.change(read, next)) === 'written') return undefined;
    read = await run.ports.register.task(run.park.id, stored.task.id);
    return LOST;
  };
  return untilWritten<undefined>(attempt, () => {
    throw new Error(`the task ${stored.task.id} is changed all the time`);
  });
}

async function afterMark(
  run: ParkContext,
  author: YearAuthor,
  { task: before, heard, version: seen }: StoredTask,
  isClosed: boolean,
): Promise<StoredTask> {
  const { yearClosed: _, ...thawed } = before;
  const task: Task = isClosed ? { ...thawed, yearClosed: true } : thawed;
  const measured = await measurerOf(run, task);
  const version = seen + 1;
  return {
    task,
    heard,
    wakeAt: wakeAtOf(measured(task), heard, run.rules),
    version,
    lastChange: {
      ...makerOf(run, author),
      why: author.why,
      id: run.ports.newId(),
      version,
      at: run.now,
      onBehalfOf: null,
      what: isClosed ? '年度封账' : '重新打开年度',
      from: '',
      to: `${task.plan}年`,
    },
  };
}
