import type { TaskId } from '../../domain/base/ids.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { answerNotes } from '../../domain/tasks/answer-task.ts';
import { dependencyLines, holdsUp } from '../../domain/tasks/dependency.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { isEnded, statusName } from '../../domain/tasks/task-status.ts';
import { timeLamp } from '../../domain/tasks/time-lamp.ts';
import { inParallel } from './in-parallel.ts';
import { measuredTask } from './measured-task.ts';
import { type ParkContext, readTasks, readWhole } from './park-context.ts';
import { type TaskSight, tellableTo } from './sight.ts';

/** The tasks next to one in the order of the work. */
export type Dependencies = {
  /** Those that it waits for, and that are not done. */
  readonly waits: readonly Task[];
  /** Those that wait for it. */
  readonly moves: readonly Task[];
};

/** What `task` waits for, and what waits for it, of those that one `sees`. */
export async function dependenciesOf(
  run: ParkContext,
  task: Task,
  sees: TaskSight['sees'],
): Promise<Dependencies> {
  const waits = await inParallel(task.waitsFor, async (id) => (await readWhole(run, id))?.task);
  const moves = holdsUp(task) ? ((await run.waiting()).get(task.id) ?? []) : [];
  const known = (tasks: readonly (Task | undefined)[]): Promise<readonly Task[]> =>
    inParallel(tasks.filter((each) => each !== undefined).filter(sees), (each) =>
      measuredTask(run, each),
    );
  return { waits: (await known(waits)).filter(holdsUp), moves: await known(moves) };
}

/**
 * What a message to `contact` about `task` says of other tasks: the items of the source that it reports
 * on, what holds it up, and, once it is late, what it holds up itself.
 */
export async function dependencyNotes(
  run: ParkContext,
  task: Task,
  contact: Contact,
): Promise<readonly string[]> {
  if (isEnded(task)) return [];
  const answer = task.answers === undefined ? [] : await answerNotesNow(run, task);
  const today = localDay(run.now, run.rules);
  const isLate = timeLamp(task, today, run.rules).colour === 'red';
  if (!isLate && task.waitsFor.length === 0) return answer;
  const { waits, moves } = await dependenciesOf(run, task, await tellableTo(run, contact));
  return [...answer, ...dependencyLines({ waits, moves: isLate ? moves : [] }, today, run.rules)];
}

/** How the items of the source stand that `task` reports on. */
const answerNotesNow = async (run: ParkContext, task: Task): Promise<readonly string[]> =>
  answerNotes(
    task,
    (await readTasks(run)).map((each) => each.task),
  );

/** Why `task` cannot wait for `ids`, in Chinese; undefined if it can. */
export async function refusedWait(
  run: ParkContext,
  task: Task,
  ids: readonly TaskId[],
): Promise<string | undefined> {
  for (const id of ids) {
    if (id === task.id) return '一项工作不能等它自己';
    const other = (await readWhole(run, id))?.task;
    if (!other) return `登记表中没有“${id}”这一项`;
    if (isEnded(other)) return `《${other.title}》${statusName[other.status]}，不用再等`;
    if (await leadsTo(run, other, task.id)) return `《${other.title}》正在等这一项，不能互相等待`;
  }
  return undefined;
}

/** Whether `from` waits for `target`, by itself or through others. */
async function leadsTo(run: ParkContext, from: Task, target: TaskId): Promise<boolean> {
  const seen = new Set<TaskId>();
  const open = [...from.waitsFor];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === target) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...((await readWhole(run, id))?.task.waitsFor ?? []));
  }
  return false;
}
