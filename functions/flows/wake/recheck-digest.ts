import type { Recipient } from '../../domain/contacts/contact.ts';
import { namedRole } from '../../domain/deadlines/climb-chain.ts';
import { type Notice, noticeKey } from '../../domain/deadlines/notice.ts';
import { isStillTrue } from '../../domain/deadlines/still-true.ts';
import type { TaskNotice } from '../../domain/deadlines/task-notice.ts';
import type { Digest } from '../../domain/messages/digest.ts';
import type { MessageItem } from '../../domain/messages/item.ts';
import type { Briefing } from '../../domain/papers/briefing.ts';
import { localDay, policyAt } from '../../domain/policy/hours.ts';
import { postOf } from '../../domain/tasks/task.ts';
import { measuredTask } from '../context/measured-task.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Stored, StoredTask } from '../ports.ts';
import { addNotice } from './add-notice.ts';
import { remembering, repliesOf } from './replies.ts';
import { isItem, isSheet, type ToldNotice, tellNotice } from './tell-notice.ts';

/** What of a digest is still true, ready to be written down. */
export type Rechecked = {
  readonly digest: Stored<Digest>;
  readonly items: readonly MessageItem[];
  readonly remarks: readonly string[];
  readonly sheets: readonly Briefing[];
  /** Keys of the notices that are told. */
  readonly keys: readonly string[];
  /** Keys of the notices that are no longer true. */
  readonly dropped: readonly string[];
};

/**
 * Reads what each notice of `digest` is about once more, and keeps what is still to be told: the
 * digest says of a silence what its message says. What is not follows its task to the post that has
 * it now.
 */
export async function recheck(
  run: ParkContext,
  digest: Stored<Digest>,
  recipient: Recipient,
): Promise<Rechecked> {
  const checked = await stillTrue(run, digest, recipient);
  const dropped = new Set(checked.dropped);
  for (const notice of digest.value.notices) {
    if (dropped.has(noticeKey(notice))) await follow(run, notice);
  }
  return checked;
}

/** As {@link recheck}, of a digest that was told already: nothing of it has to follow its task. */
export async function stillTrue(
  run: ParkContext,
  { value, version }: Stored<Digest>,
  recipient: Recipient,
): Promise<Rechecked> {
  const all: { readonly notice: Notice; readonly told: ToldNotice | undefined }[] = [];
  const read = remembering(run);
  for (const notice of value.notices) {
    all.push({ notice, told: await tellNotice(run, notice, recipient, read) });
  }
  const notices = all.map(({ notice, told }) => (isItem(told) ? told.notice : notice));
  const told = all.filter((each) => each.told !== undefined);
  return {
    digest: { value: { ...value, notices }, version },
    items: told.map((each) => each.told).filter(isItem),
    remarks: told.map((each) => each.told).filter((each) => typeof each === 'string'),
    sheets: told.map((each) => each.told).filter(isSheet),
    keys: told.map(({ notice }) => noticeKey(notice)),
    dropped: all.flatMap((each) => (each.told === undefined ? [noticeKey(each.notice)] : [])),
  };
}

/** `notice` as it would be addressed now; a silence follows only from a post that may not be notified. */
async function addressedNow(
  run: ParkContext,
  notice: TaskNotice,
  { task, heard }: StoredTask,
): Promise<TaskNotice | undefined> {
  const replies = await repliesOf(run, { task, heard });
  const { signFor } = policyAt(run.now, run.rules);
  const role = namedRole(notice.role, signFor.chain, { task, replies });
  const isSilence = notice.occasion.kind === 'unanswered';
  if (isSilence && role === notice.role) return undefined;
  return {
    ...notice,
    role,
    post: postOf(task, role),
    escalates: isSilence ? notice.escalates : null,
  };
}

/**
 * A rung that was opened for one post goes to the one that the task was handed to meanwhile: the
 * task's next wake is past it. The notice is in the ledger before the old one is marked as dropped.
 */
async function follow(run: ParkContext, notice: Notice): Promise<void> {
  if (notice.about !== 'task' || notice.isSupporting) return;
  const read = await run.ports.register.task(run.park.id, notice.task);
  if (!read) return;
  const moved = await addressedNow(run, notice, read);
  if (!moved) return;
  const { post } = moved;
  const task = await measuredTask(run, read.task);
  if (post === notice.post || !isStillTrue(task, moved, run.rules)) return;
  run.opened.add(
    await addNotice(run, moved, localDay(notice.plannedAt, run.rules), notice.plannedAt),
  );
}
