import { Conflict } from '../../domain/base/faults.ts';
import type { TaskId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { digestId } from '../../domain/messages/digest.ts';
import type { Move } from '../../domain/tasks/move.ts';
import type { StoredTask } from '../ports.ts';
import { changeTask } from './change-task.ts';
import { type Opened, refuseInvalid, type Valid } from './open-link.ts';
import { signFor } from './sign-for.ts';

/** How the history names what came through a link. */
export const VIA = '链接';

/**
 * Signs for all that the link's message told and is its contact's now (签收): its notices, and the
 * tasks handed over by it. Again it changes nothing. What others are quicker with stays as it is.
 */
export async function signAll({ run, link, digests, items }: Valid): Promise<void> {
  const by = link.contact;
  const tasks = tasksOf({ items });
  for (const read of digests) {
    const digest = digestId(read.value);
    await unlessOvertaken(signFor(run, { digest, by }, { read, tasks }));
  }
  for (const { stored, acts } of items) {
    if (!acts.includes('signFor')) continue;
    const mover = { task: stored.task.id, by, why: '', via: VIA };
    await unlessOvertaken(changeTask(run, mover, { act: 'signFor' }));
  }
}

/** The tasks of a link by their ids, as they were when it was opened. */
export const tasksOf = ({ items }: Pick<Valid, 'items'>): ReadonlyMap<string, StoredTask> =>
  new Map(items.map(({ stored }) => [stored.task.id, stored]));

/** What somebody else changed meanwhile does not stop the rest; the page says what is left to sign. */
async function unlessOvertaken(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (fault) {
    if (!(fault instanceof BadInput || fault instanceof Conflict)) throw fault;
  }
}

/** What a link lets its contact do to a task. */
export type LinkMove = Extract<
  Move,
  { readonly act: 'report' | 'support' | 'submit' | 'requestExtension' | 'disown' }
>;

/** One request that came through a link. */
export type LinkRequest = {
  readonly task: TaskId;
  readonly move: LinkMove;
  readonly why: string;
  /** Of the form it was sent with, so that sent twice it is done once. */
  readonly key: string;
};

/**
 * Makes a move that the link allows, on a task that its message told of and its contact is responsible
 * for now, or helps with. Anyone who answers for a task has received the message, so that the rest of it is signed for, too; what
 * cannot be signed for does not undo the move.
 *
 * @throws {BadInput} if the link may no longer be used, did not tell of the task, others are
 *   responsible for it by now, or the move is refused; nothing is recorded then.
 * @throws {Conflict} after losing to others too many times; nothing is recorded then.
 */
export async function moveByLink(
  opened: Opened,
  { task, move, why, key }: LinkRequest,
): Promise<void> {
  const valid = refuseInvalid(opened);
  const { run, link, items, passedOn } = valid;
  if (passedOn.includes(task)) {
    throw refusal(task, '已经不由本岗位负责，没有记录', '有疑问请联系园区办');
  }
  const item = items.find(({ stored }) => stored.task.id === task);
  if (!item) throw refusal(task, '不在这条提醒里', '请从提醒中的链接打开');
  await changeTask(run, { task, by: link.contact, why, via: VIA, key }, move, item.stored);
  if (move.act !== 'disown' && move.act !== 'support') await signAll(valid);
}

const refusal = (task: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place: `事项 ${task}`, message, remedy }]);
