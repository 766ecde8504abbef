import { Conflict } from '../../domain/base/faults.ts';
import type { TaskId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { Change } from '../../domain/contacts/change.ts';
import { type Contact, ownPost, type Post } from '../../domain/contacts/contact.ts';
import { type Names, namesFor } from '../../domain/contacts/named.ts';
import { afterMove } from '../../domain/deadlines/climb-answers.ts';
import { wakeAtOf } from '../../domain/deadlines/wakes.ts';
import { ruled } from '../../domain/tasks/decisions.ts';
import { actName, type Move, needsReason } from '../../domain/tasks/move.ts';
import { endsRequest, moved } from '../../domain/tasks/moves.ts';
import { answersForOwner, isSelfChecked } from '../../domain/tasks/permissions.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { statedProgress } from '../../domain/tasks/task-progress.ts';
import { statusName } from '../../domain/tasks/task-status.ts';
import { actorFor, checkerOf } from '../context/actor.ts';
import { measurerOf } from '../context/measured-task.ts';
import type { ParkContext } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import type { StoredTask } from '../ports.ts';
import { planHandOver } from './hand-over.ts';

/** Who moves which task, and why. */
export type Mover = {
  readonly task: TaskId;
  /** Id of the contact that moves it. */
  readonly by: string;
  readonly why: string;
  /** Through which link, session or command. */
  readonly via: string;
  /** Idempotency key. Without it, each call is a request of its own. */
  readonly key?: string;
  /** The version that its mover saw; a later one is not changed unseen. */
  readonly seen?: number;
};

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
  const { newId, register } = run.ports;
  const id = mover.key === undefined ? newId() : `${mover.by}/${mover.key}`;
  let read = sight ?? (await readTask(run, mover.task));
  if (mover.key !== undefined && (await wasMade(run, mover.task, id))) return read;
  const attempt = async (losses: number): Promise<StoredTask | typeof LOST> => {
    const made = await attemptAfter(run, read, mover, { move, id, isLost: losses > 0 });
    const next = handsOver(read, made) ? await planHandOver(run, made) : made;
    await run.slots(run.park.id, next.wakeAt);
    if ((await register.change(read, next)) === 'written') return next;
    read = await readTask(run, mover.task);
    return read.lastChange.id === id ? read : LOST;
  };
  return untilWritten(attempt, () => {
    throw overtaken(read);
  });
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

async function wasMade(run: ParkContext, task: TaskId, id: string): Promise<boolean> {
  const made = await run.ports.register.history(run.park.id, task);
  return made.some((change) => change.id === id);
}

const overtaken = ({ task, lastChange }: StoredTask, cause?: unknown): Conflict =>
  new Conflict(task.id, `${lastChange.by}${lastChange.what}`, { cause });

/** What a race that was lost forbids is no slip of the mover: the winner's change is named. */
async function attemptAfter(
  run: ParkContext,
  read: StoredTask,
  mover: Mover,
  { isLost, ...wanted }: Wanted & { readonly isLost: boolean },
): Promise<StoredTask> {
  if (mover.seen !== undefined && mover.seen !== read.version) throw overtaken(read);
  try {
    return await after(run, read, mover, wanted);
  } catch (refused) {
    throw isLost && refused instanceof BadInput ? overtaken(read, refused) : refused;
  }
}

/** A move and the id of the change that it makes. */
type Wanted = { readonly move: Move; readonly id: string };

async function readTask(run: ParkContext, task: TaskId): Promise<StoredTask> {
  const read = await run.ports.register.task(run.park.id, task);
  if (read) return read;
  throw refusal(task, '登记表中没有这一项', '请核对编号');
}

async function after(
  run: ParkContext,
  read: StoredTask,
  mover: Mover,
  { move, id }: Wanted,
): Promise<StoredTask> {
  const { by, why, via } = mover;
  const as = actorFor(run, read.task, by, move.act);
  const measured = await measurerOf(run, read.task);
  const known = measured(read.task);
  const { measure: _, ...done } = outcomeOf(run, known, mover, asked(run, read.task, move, as));
  const version = read.version + 1;
  const [from, to] = difference(read.task, done, move);
  const what = whatIn(run, read.task, move);
  const { name, onBehalfOf, names } = namedIn(run, as, by);
  const isMaker = (post: Post): boolean =>
    run.directory.recipientOf(post)?.contact.id === by ||
    run.directory.holderOf(post)?.id === as.id;
  const closed = { ...done, ...verifiedBy(run, read.task, move) };
  const next = ruled(read.task, closed, { move, by: name, why, at: run.now, isMaker });
  const said = { by, onBehalfOf, names, what, from, to, why, via };
  const lastChange: Change = { id, version, at: run.now, ...said };
  const isForOwner = answersForOwner(as, read.task);
  const made = { move, by: name, at: run.now, isForOwner };
  const heard = { ...read.heard, ...afterMove(read.heard, known, made, run.rules) };
  const wakeAt = wakeAtOf(measured(next), heard, run.rules);
  return { task: next, heard, wakeAt, version, lastChange };
}

/** `task` after `move`, or why it cannot be made. */
function outcomeOf(run: ParkContext, task: Task, { why }: Mover, move: Move): Task {
  if (needsReason(move.act) && why.trim() === '') {
    throw refusal(task.id, `${actName[move.act]}须说明原因`, '请写明原因');
  }
  const outcome = moved(task, move, run.now, run.rules);
  if ('refusal' in outcome) throw refusal(task.id, outcome.refusal, '请按允许的手续办理');
  const isHandedOver = move.act === 'reassign' || move.act === 'assign';
  const { owner, leadUnit } = outcome.task;
  // A task is handed to nobody whom no message would reach.
  if (isHandedOver && !run.directory.holds(owner)) {
    const message = `责任单位“${leadUnit}”没有责任人的联系方式`;
    throw refusal(task.id, message, '请先在通讯录里给这个单位设一个责任人');
  }
  return outcome.task;
}

/** What verifying `task` keeps of who did. */
function verifiedBy(run: ParkContext, task: Task, { act }: Move): Pick<Task, 'isSelfChecked'> {
  if (act !== 'verify') return {};
  const isOwn = isSelfChecked(act, checkerOf(run, task));
  return isOwn || task.isSelfChecked ? { isSelfChecked: isOwn } : {};
}

/** What is done by `move`, as the history calls it. */
const whatIn = (run: ParkContext, task: Task, { act }: Move): string =>
  `${actName[act]}${isSelfChecked(act, checkerOf(run, task)) ? '（自核）' : ''}`;

/** Who acts, and for whom, as both are called now. */
function namedIn(
  { directory }: ParkContext,
  as: Contact,
  by: string,
): Pick<Change, 'onBehalfOf'> & { readonly name: string; readonly names: Names } {
  const maker = directory.contact(by) ?? as;
  if (maker.id === as.id) return { name: as.post, onBehalfOf: null, names: namesFor(as, null) };
  const name = `${maker.post}代${as.post}`;
  return { name, onBehalfOf: as.id, names: namesFor(maker, as) };
}

/** `move` with who asks by it: the owner's post where `as` holds that. */
function asked({ directory }: ParkContext, { owner }: Task, move: Move, as: Contact): Move {
  if (move.act !== 'requestExtension' && move.act !== 'disown') return move;
  return { ...move, by: directory.holderOf(owner)?.id === as.id ? owner : ownPost(as) };
}

const refusal = (task: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place: `事项 ${task}`, message, remedy }]);

/**
 * What a move changed, from and to, as the history shows it: the status, or what else it was about,
 * and the request that ended with it.
 */
function difference(before: Task, now: Task, move: Move): readonly [string, string] {
  const { request } = before;
  if (request === null || !endsRequest(before, move)) return changeOf(before, now);
  const [from, to] = changeOf({ ...before, request: null }, now);
  return [from, `${to}，延期到 ${request.due.toString()} 的申请随之终止`];
}

function changeOf(before: Task, now: Task): readonly [string, string] {
  if (before.leadUnit !== now.leadUnit) return [before.leadUnit, now.leadUnit];
  const dates = [dateOf(before, now), dateOf(now, before)] as const;
  const states = [statusName[before.status], statusName[now.status]] as const;
  if (dates[0] === dates[1]) {
    return before.status === now.status ? [percentOf(before), percentOf(now)] : states;
  }
  return before.status === now.status ? dates : [states[0], `${states[1]}，期限 ${dates[1]}`];
}

function percentOf(task: Task): string {
  const percent = statedProgress(task);
  return percent === null ? '' : `${percent}%`;
}

/** The date that `task` has, or requests if the other state has no request. */
function dateOf({ due, request }: Task, other: Task): string {
  const wish = other.request === null && other.due?.toString() === due?.toString() ? request : null;
  return (wish ?? { due }).due?.toString() ?? '';
}
