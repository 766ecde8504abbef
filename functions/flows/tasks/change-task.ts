import { Conflict } from '../../domain/base/faults.ts';
import type { TaskId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { undoId } from '../../domain/deadlines/undo.ts';
import { earlier } from '../../domain/deadlines/wakes.ts';
import type { Move } from '../../domain/tasks/move.ts';
import { followUnits, hasUnfinishedMoves } from '../contacts/follow-units.ts';
import { alone, type ParkContext } from '../context/park-context.ts';
import { sightOf } from '../context/sight.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import { settleFamily, workIdOf } from '../nodes/settle-family.ts';
import type { StoredTask } from '../ports.ts';
import { alignFigures } from './align-figures.ts';
import { callNear, planHandOver, planHandOvers } from './hand-over.ts';
import { type Mover, taskAfter, type WantedMove } from './task-after.ts';
import { taskRefusal } from './task-refusal.ts';

/**
 * Makes `move`: one conditional write, with the slot of the new wake made sure of before it. A lost
 * race reads and decides again.
 *
 * @param sight - the task as it was read a moment ago; once a write is lost it is read again.
 * @returns the task after it, or as it is now if the same request was granted before.
 * @throws {BadInput} if there is no such task, its status or the mover's post does not allow the
 *   move, or nobody would receive what it brings about.
 * @throws {Conflict} if others changed the task since its mover saw it, or meanwhile so that the move
 *   can no longer be made, or too many times; it says what they did last.
 */
export async function changeTask(
  run: ParkContext,
  mover: Mover,
  move: Move,
  sight?: StoredTask,
): Promise<StoredTask> {
  const made = await madeMove(run, mover, move, sight);
  if (move.act === 'amend') await alignFigures(run, mover, made.task, move.terms);
  return made;
}

/** A task follows a unit that was renamed before anything else becomes of it. */
async function madeMove(
  run: ParkContext,
  mover: Mover,
  move: Move,
  sight?: StoredTask,
): Promise<StoredTask> {
  const { newId, register } = run.ports;
  const isBehind = hasUnfinishedMoves(run);
  if (isBehind) await followUnits(run);
  const id = mover.key === undefined ? newId() : `${mover.by}/${mover.key}`;
  let read = (isBehind ? undefined : sight) ?? (await readTask(run, mover.task));
  await refuseSecret(run, mover, read);
  if (mover.key !== undefined && (await wasMade(run, mover.task, id))) return settled(run, read);
  const attempt = async (losses: number): Promise<StoredTask | typeof LOST> => {
    const made = await attemptAfter(run, read, mover, { move, id, isLost: losses > 0 });
    const planned = handsOver(read, made) ? await planHandOver(run, made) : made;
    const next = wakingAtOnce(run, planned);
    await run.slots(run.park.id, next.wakeAt);
    if (move.act === 'urge') await callNear(run, next.wakeAt);
    if ((await register.change(read, next)) === 'written') return next;
    read = await readTask(run, mover.task);
    return read.lastChange.id === id ? read : LOST;
  };
  const written = await untilWritten(attempt, () => {
    throw overtaken(read);
  });
  return settled(run, written);
}

/** A work or a node wakes until the others of its family have followed, so that the sweep finishes it. */
export function wakingAtOnce(run: ParkContext, stored: StoredTask): StoredTask {
  const hasFamily = workIdOf(stored.task) !== undefined;
  return hasFamily ? { ...stored, wakeAt: earlier(stored.wakeAt, run.now) } : stored;
}

/** `stored` once its family has followed; a failure of theirs is noted and undoes nothing. */
export async function settled(run: ParkContext, stored: StoredTask): Promise<StoredTask> {
  const work = workIdOf(stored.task);
  if (work === undefined) return stored;
  await alone(run, work, () => settleFamily(run, work, planHandOvers));
  return (await alone(run, work, () => readTask(run, stored.task.id))) ?? stored;
}

/**
 * As {@link changeTask}, for a move that only follows from what is in force already: what others were
 * quicker with stays as it is.
 */
export async function changeTaskIfFree(
  run: ParkContext,
  mover: Mover,
  move: Move,
  sight?: StoredTask,
): Promise<void> {
  try {
    await changeTask(run, mover, move, sight);
  } catch (fault) {
    if (!(fault instanceof BadInput || fault instanceof Conflict)) throw fault;
  }
}

const handsOver = ({ task: before }: StoredTask, { task: now }: StoredTask): boolean =>
  now.assignment.number !== before.assignment.number;

/** @throws {BadInput} if the same request was granted before, and taken back since. */
async function wasMade(run: ParkContext, task: TaskId, id: string): Promise<boolean> {
  const history = await run.ports.register.history(run.park.id, task);
  const made = history.find((change) => change.id === id);
  if (made && history.some((change) => change.id === undoId(made.version))) {
    throw taskRefusal(task, '这一步已经撤回', '仍要办的，请重新填写再办');
  }
  return made !== undefined;
}

/** That others changed the task since its mover saw it. */
export const overtaken = ({ task, lastChange }: StoredTask, cause?: unknown): Conflict =>
  new Conflict(task.id, `${lastChange.by}${lastChange.what}`, { cause });

/** What a race that was lost forbids is no slip of the mover: the winner's change is named. */
async function attemptAfter(
  run: ParkContext,
  read: StoredTask,
  mover: Mover,
  { isLost, ...wanted }: WantedMove & { readonly isLost: boolean },
): Promise<StoredTask> {
  if (mover.seen !== undefined && mover.seen !== read.version) throw overtaken(read);
  try {
    return await taskAfter(run, read, mover, wanted);
  } catch (refused) {
    throw isLost && refused instanceof BadInput ? overtaken(read, refused) : refused;
  }
}

/** A restricted task is not there for who is not named. @throws {BadInput} */
export async function refuseSecret(
  run: ParkContext,
  { by }: Pick<Mover, 'by'>,
  { task }: StoredTask,
): Promise<void> {
  const contact = run.directory.contact(by);
  if (contact && (await sightOf(run, contact)).isSecret(task)) throw notThere(task.id);
}

const notThere = (task: TaskId): BadInput => taskRefusal(task, '登记表中没有这一项', '请核对编号');

/** The task called `task`. @throws {BadInput} if there is none. */
export async function readTask(run: ParkContext, task: TaskId): Promise<StoredTask> {
  const read = await run.ports.register.task(run.park.id, task);
  if (read) return read;
  throw notThere(task);
}
