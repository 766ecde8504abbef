import { NO_SILENCE } from '../../domain/deadlines/climb.ts';
import { takenBack, undoId } from '../../domain/deadlines/undo.ts';
import { wakeAtOf } from '../../domain/deadlines/wakes.ts';
import { followed } from '../../domain/nodes/followed.ts';
import { followingWords } from '../../domain/nodes/following-words.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { statusName } from '../../domain/tasks/task-status.ts';
import { nowIn } from '../context/family.ts';
import type { ParkContext } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import type { StoredTask } from '../ports.ts';

/**
 * Writes what `node` becomes with its work, or what it was before where a move of the work was taken back;
 * returns whether it was not so already.
 */
export function followWork(run: ParkContext, node: StoredTask, work: StoredTask): Promise<boolean> {
  let read: StoredTask | undefined = node;
  const attempt = async (losses: number): Promise<boolean | typeof LOST> => {
    const next = read && followingOf(run, read, work);
    if (!read || !next) return losses > 0;
    const result = await run.ports.register.change(read, next);
    if (result === 'written') return true;
    read = await run.ports.register.task(run.park.id, node.task.id);
    return LOST;
  };
  return untilWritten(attempt, () => true);
}

/** `node` as it becomes with its work; undefined where it is so already. */
function followingOf(run: ParkContext, node: StoredTask, work: StoredTask): StoredTask | undefined {
  if (isToBeTakenBack(node, work)) return asBefore(run, node, work);
  const next = followed(node.task, work.task, nowIn(run));
  return next === node.task ? undefined : afterFollowing(run, node, next, work);
}

/** Whether the last change of `work` took back the one that `node` followed, and nobody moved it since. */
const isToBeTakenBack = ({ undo, version }: StoredTask, work: StoredTask): boolean =>
  undo?.work !== undefined &&
  undo.version === version &&
  work.lastChange.id === undoId(undo.work) &&
  work.version === undo.work + 1;

/** `node` as it was before it followed a move of its work that was taken back. */
function asBefore(run: ParkContext, node: StoredTask, { lastChange }: StoredTask): StoredTask {
  const { undo } = node;
  if (!undo) return node;
  const { by, what, at } = lastChange;
  const { task, heard } = takenBack(node, undo, { by, what, at, why: '', told: [] });
  return followingChange(run, node, { task, heard }, `随事项${what}`);
}

/** A work whose last move can be taken back takes its nodes back with it. */
function afterFollowing(
  run: ParkContext,
  node: StoredTask,
  task: Task,
  work: StoredTask,
): StoredTask {
  const { task: before, heard: known, version } = node;
  const isSame = before.status === task.status && before.owner === task.owner;
  const heard = isSame ? known : { ...known, ...NO_SILENCE };
  const what = followingWords(before, task, work.task);
  const next = followingChange(run, node, { task, heard }, what);
  if (work.undo?.version !== work.version) return next;
  const { act } = work.undo;
  const undo = { version: version + 1, work: work.version, act, task: before, heard: known };
  return { ...next, undo };
}

/** The line of history of a node that follows its work, and its next wake. */
function followingChange(
  run: ParkContext,
  { task: before, version: seen }: StoredTask,
  { task, heard }: Pick<StoredTask, 'task' | 'heard'>,
  what: string,
): StoredTask {
  const version = seen + 1;
  return {
    task,
    heard,
    wakeAt: wakeAtOf(task, heard, run.rules),
    version,
    lastChange: {
      id: run.ports.newId(),
      version,
      at: run.now,
      by: 'system',
      onBehalfOf: null,
      what,
      from: statusName[before.status],
      to: statusName[task.status],
      why: '',
      via: '系统',
    },
  };
}
