import type { PostId, TaskId } from '../../domain/base/ids.ts';
import type { Change } from '../../domain/contacts/change.ts';
import { type Contact, ownPost } from '../../domain/contacts/contact.ts';
import { type Names, namesFor } from '../../domain/contacts/named.ts';
import { afterMove } from '../../domain/deadlines/climb-answers.ts';
import { mayBeUndone } from '../../domain/deadlines/undo.ts';
import { wakeAtOf } from '../../domain/deadlines/wakes.ts';
import { laterThanWork } from '../../domain/nodes/late-dates.ts';
import { ruled } from '../../domain/tasks/decisions.ts';
import { actName, type Move, needsReason } from '../../domain/tasks/move.ts';
import { moved } from '../../domain/tasks/moves.ts';
import { answersForOwner, isSelfChecked } from '../../domain/tasks/permissions.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { actorFor, checkerOf } from '../context/actor.ts';
import { refusedWait } from '../context/dependencies.ts';
import { measurerOf } from '../context/measured-task.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { StoredTask } from '../ports.ts';
import { differenceMade, whatIn } from './change-words.ts';
import { amendedTerms, refuseTerms } from './new-terms.ts';
import { taskRefusal } from './task-refusal.ts';

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
  /** Id that all moves of one bulk confirmation share. */
  readonly batch?: string;
  /** The version that its mover saw; a later one is not changed unseen. */
  readonly seen?: number;
};

/** A move and the id of the change that it makes. */
export type WantedMove = { readonly move: Move; readonly id: string };

/**
 * The task that was read as `read` with the move made: its history line, what it heard and its next wake.
 *
 * @throws {BadInput} if its status or the mover's post does not allow the move.
 */
export async function taskAfter(
  run: ParkContext,
  read: StoredTask,
  mover: Mover,
  { move, id }: WantedMove,
): Promise<StoredTask> {
  const { by, why, via } = mover;
  const as = actorFor(run, read.task, by, move.act);
  await refuseWait(run, read.task, move);
  await refuseTerms(run, read.task, move);
  const measured = await measurerOf(run, read.task);
  const known = measured(read.task);
  const outcome = outcomeOf(run, known, mover, asked(run, read.task, move, { as, by }));
  const { measure: _, work: _work, kin: _kin, ...done } = outcome;
  const version = read.version + 1;
  const changed = await amendedTerms(run, read.task, done, move);
  const [from, to] = differenceMade(known, done, move, changed);
  const what = whatIn(run, read.task, move);
  const { name, onBehalfOf, names } = namedIn(run, as, by);
  const isMaker = (post: PostId): boolean =>
    run.directory.recipientOf(post)?.contact.id === by ||
    run.directory.holderOf(post)?.id === as.id;
  const closed = { ...done, ...verifiedBy(run, read.task, move) };
  const nodes = known.work?.open ?? [];
  const facts = { move, by: name, why, at: run.now, isMaker, nodes, changed };
  const next = ruled(read.task, closed, facts);
  const said = { by, onBehalfOf, names, what, from, to, why, via };
  const lastChange: Change = { id, version, at: run.now, ...said, ...batchOf(mover) };
  const isForOwner = answersForOwner(as, read.task);
  const made = { move, by: name, at: run.now, isForOwner };
  const heard = { ...read.heard, ...afterMove(read.heard, known, made, run.rules) };
  const wakeAt = wakeAtOf(measured(next), heard, run.rules);
  const undo = { version, act: move.act, task: read.task, heard: read.heard };
  const isKept = mayBeUndone(move, mover.batch !== undefined);
  return { task: next, heard, wakeAt, version, lastChange, ...(isKept && { undo }) };
}

/** The bulk that a move is part of. */
const batchOf = ({ batch }: Mover): Pick<Change, 'batch'> => (batch === undefined ? {} : { batch });

/** `task` after `move`, or why it cannot be made. */
function outcomeOf(run: ParkContext, task: Task, { why }: Mover, move: Move): Task {
  if (needsReason(move.act) && why.trim() === '') {
    throw taskRefusal(task.id, `${actName[move.act]}须说明原因`, '请写明原因');
  }
  const outcome = moved(task, move, run.now, run.rules);
  if ('refusal' in outcome) throw taskRefusal(task.id, outcome.refusal, '请按允许的手续办理');
  refuseNodes(run, task, outcome.task, { move, why });
  const isHandedOver = move.act === 'reassign' || move.act === 'assign';
  const { owner, leadUnit } = outcome.task;
  // A task is handed to nobody whom no message would reach.
  if (isHandedOver && !run.directory.holds(owner)) {
    const message = `责任单位“${leadUnit}”没有责任人的联系方式`;
    throw taskRefusal(task.id, message, '请先在通讯录里给这个单位设一个责任人');
  }
  return outcome.task;
}

/** @throws {BadInput} if `move` would let `task` wait for what cannot be waited for. */
async function refuseWait(run: ParkContext, task: Task, move: Move): Promise<void> {
  const why = move.act === 'waitFor' ? await refusedWait(run, task, move.tasks) : undefined;
  if (why !== undefined) throw taskRefusal(task.id, why, '请核对前置事项的编号');
}

/** @throws {BadInput} if a node would be nobody's, or later than its work without a reason. */
function refuseNodes(
  { directory }: ParkContext,
  before: Task,
  after: Task,
  { move, why }: { readonly move: Move; readonly why: string },
): void {
  const wished = move.act === 'nodes' ? move.nodes : [];
  const lacking = wished.find(({ owner }) => !directory.holds(owner));
  if (lacking) {
    const message = `节点“${lacking.title}”的责任单位“${lacking.leadUnit}”没有责任人的联系方式`;
    throw taskRefusal(before.id, message, '请先在通讯录里给这个单位设一个责任人');
  }
  const late = why.trim() === '' ? laterThanWork(before, after, move) : undefined;
  if (late === undefined) return;
  throw taskRefusal(before.id, late, '确需晚于事项期限的，请写明原因');
}

/** What verifying `task` keeps of who did. */
function verifiedBy(run: ParkContext, task: Task, { act }: Move): Pick<Task, 'isSelfChecked'> {
  if (act !== 'verify') return {};
  const isOwn = isSelfChecked(act, checkerOf(run, task));
  return isOwn || task.isSelfChecked ? { isSelfChecked: isOwn } : {};
}

/** Who acts, and for whom, as both are called now. */
export function namedIn(
  { directory }: ParkContext,
  as: Contact,
  by: string,
): Pick<Change, 'onBehalfOf'> & { readonly name: string; readonly names: Names } {
  const maker = directory.contact(by) ?? as;
  if (maker.id === as.id) return { name: as.post, onBehalfOf: null, names: namesFor(as, null) };
  const name = `${maker.post}代${as.post}`;
  return { name, onBehalfOf: as.id, names: namesFor(maker, as) };
}

/** `move` with who asks by it: the owner's post where `as` holds that, by name who urges. */
function asked(
  run: ParkContext,
  { owner }: Task,
  move: Move,
  { as, by }: { readonly as: Contact; readonly by: string },
): Move {
  if (move.act === 'urge') return { ...move, by: namedIn(run, as, by).name };
  const { directory } = run;
  if (move.act !== 'requestExtension' && move.act !== 'disown') return move;
  return { ...move, by: directory.holderOf(owner)?.id === as.id ? owner : ownPost(as) };
}
