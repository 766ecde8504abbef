import { Temporal } from 'temporal-polyfill';
import type { TaskId } from '../../domain/base/ids.ts';
import { dateTimeWords } from '../../domain/base/words.ts';
import type { Change } from '../../domain/contacts/change.ts';
import {
  insteadOfUndo,
  isUndoOver,
  takenBack,
  UNDO_WITHIN,
  type Undo,
  undoId,
} from '../../domain/deadlines/undo.ts';
import { wakeAtOf } from '../../domain/deadlines/wakes.ts';
import { hasCome } from '../../domain/policy/hours.ts';
import { actorFor } from '../context/actor.ts';
import { measuredTask } from '../context/measured-task.ts';
import type { ParkContext } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import type { StoredTask } from '../ports.ts';
import { overtaken, readTask, refuseSecret, settled, wakingAtOnce } from './change-task.ts';
import { differenceUndone } from './change-words.ts';
import { callNear } from './hand-over.ts';
import { type Mover, namedIn } from './task-after.ts';
import { taskRefusal } from './task-refusal.ts';
import { toldOf } from './told-of.ts';

/** Who takes a move back, and through which page or command. */
export type UndoMaker = Pick<Mover, 'by' | 'via'>;

/** The move that is taken back: the one that wrote this version, or that is part of this bulk. */
export type UndoWish =
  | { readonly task: TaskId; readonly version: number }
  | { readonly task: TaskId; readonly batch: string };

/** The last move of `stored` as it can be taken back at the time of `run`; undefined where it cannot. */
export function undoNow(run: ParkContext, stored: StoredTask): Undo | undefined {
  const { undo, version, lastChange } = stored;
  const isOpen = undo?.version === version && undo.work === undefined;
  return isOpen && !isUndoOver(lastChange.at, run.now) ? undo : undefined;
}

/**
 * Takes the last move of a task back (撤回): the task is as it was, and what fell due in between is told
 * at the next look. Again it changes nothing.
 *
 * @param isInTime - whether it may be taken back also after ten minutes, as part of what is.
 * @throws {BadInput} if there is no such task, the move cannot be taken back, or `maker` may not.
 * @throws {Conflict} if the task was moved since; it says what was done last.
 */
export async function undoMove(
  run: ParkContext,
  maker: UndoMaker,
  wish: UndoWish,
  isInTime = false,
): Promise<StoredTask> {
  const { register } = run.ports;
  let read = await readTask(run, wish.task);
  await refuseSecret(run, maker, read);
  const attempt = async (): Promise<StoredTask | typeof LOST> => {
    if (isUndone(read, wish)) return read;
    const undo = undoMeant(run, read, wish, isInTime);
    const next = wakingAtOnce(run, await afterUndo(run, read, undo, maker));
    await run.slots(run.park.id, next.wakeAt);
    await callNear(run, soonest(run, next.wakeAt));
    if ((await register.change(read, next)) === 'written') return next;
    read = await readTask(run, wish.task);
    return LOST;
  };
  const written = await untilWritten(attempt, () => {
    throw overtaken(read);
  });
  return settled(run, written);
}

const isUndone = ({ version, lastChange }: StoredTask, wish: UndoWish): boolean => {
  const isUndo = lastChange.id === undoId(version - 1);
  return (
    isUndo && ('batch' in wish ? lastChange.batch === wish.batch : wish.version === version - 1)
  );
};

/** @throws {BadInput | Conflict} where the move cannot be taken back. */
function undoMeant(run: ParkContext, read: StoredTask, wish: UndoWish, isInTime: boolean): Undo {
  const { version, lastChange } = read;
  const isMeant = 'batch' in wish ? lastChange.batch === wish.batch : wish.version === version;
  if (!isMeant) throw overtaken(read);
  const undo = undoOf(read);
  if (!isInTime) refuseOver(run, read, undo);
  return undo;
}

/** @throws {BadInput} if the last change of a task is none that can be taken back by itself. */
function undoOf({ task, version, lastChange, undo }: StoredTask): Undo {
  if (undo?.version !== version) {
    throw taskRefusal(task.id, `“${lastChange.what}”这一步不能撤回`, '请按可以办的手续办理');
  }
  if (undo.work === undefined) return undo;
  throw taskRefusal(task.id, '这一步是随事项变动的', '请在所属事项上撤回');
}

/** @throws {BadInput} if it was made too long ago. */
function refuseOver({ now, rules }: ParkContext, read: StoredTask, { act }: Undo): void {
  const { at, what } = read.lastChange;
  if (!isUndoOver(at, now)) return;
  const made = dateTimeWords(at, rules.timeZone);
  const message = `“${what}”是${made}办的，已超过${UNDO_WITHIN.minutes}分钟，不能撤回`;
  throw taskRefusal(read.task.id, message, insteadOfUndo[act] ?? '请按可以办的手续办理');
}

async function afterUndo(
  run: ParkContext,
  read: StoredTask,
  undo: Undo,
  { by, via }: UndoMaker,
): Promise<StoredTask> {
  const { lastChange: made, task: current } = read;
  const as = actorFor(run, undo.task, by, undo.act);
  const { name, ...named } = namedIn(run, as, by);
  const told = (await toldOf(run, read, undo.task)).filter(
    ({ post }) => run.directory.recipientOf(post)?.contact.id !== by,
  );
  const taking = { by: name, why: '', at: run.now, what: made.what, told };
  const { task, heard } = takenBack(read, undo, taking);
  const version = read.version + 1;
  const [from, to] = differenceUndone(current, task, undo.act);
  const lastChange: Change = {
    ...named,
    id: undoId(read.version),
    version,
    at: run.now,
    by,
    what: `撤回：${made.what}`,
    from,
    to,
    why: '',
    via,
    ...(made.batch !== undefined && { batch: made.batch }),
  };
  const wakeAt = wakeAtOf(await measuredTask(run, task), heard, run.rules);
  return { task, heard, wakeAt, version, lastChange };
}

const SOON = Temporal.Duration.from({ minutes: 1 });

/** When to look at a task that wakes at `wakeAt`: what fell due already is not left to the sweep. */
const soonest = ({ now }: ParkContext, wakeAt: Temporal.Instant | null): Temporal.Instant | null =>
  hasCome(wakeAt, now)
    ? now.add(SOON).round({ smallestUnit: 'minute', roundingMode: 'ceil' })
    : wakeAt;
