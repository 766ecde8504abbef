import type { Recipient } from '../../domain/contacts/contact.ts';
import { isOf } from '../../domain/deadlines/climb.ts';
import { toldNext } from '../../domain/deadlines/climb-chain.ts';
import { type Notice, noticeKey } from '../../domain/deadlines/notice.ts';
import { isStillTrue } from '../../domain/deadlines/recheck.ts';
import type { TaskNotice } from '../../domain/deadlines/task-notice.ts';
import type { Digest } from '../../domain/messages/digest.ts';
import type { MessageItem, Rising } from '../../domain/messages/item.ts';
import { damagedWords } from '../../domain/messages/remarks.ts';
import { toldAs } from '../../domain/messages/told-as.ts';
import type { Briefing } from '../../domain/papers/briefing.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { isSameOccasion } from '../../domain/tasks/occasion.ts';
import { postOf } from '../../domain/tasks/task.ts';
import { currentTask } from '../context/current-task.ts';
import { measuredTask } from '../context/measured-task.ts';
import type { ParkContext } from '../context/park-context.ts';
import { moneyNotes } from '../funding/money-words.ts';
import type { Stored, StoredTask } from '../ports.ts';
import { behindNow } from '../targets/pace-words.ts';
import { addNotice } from './add-notice.ts';
import { aboutPark } from './park-words.ts';
import { type ReadDigest, remembering, repliesOf } from './replies.ts';

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
  const all: { readonly notice: Notice; readonly told: Told | undefined }[] = [];
  const read = remembering(run);
  for (const notice of value.notices) {
    all.push({ notice, told: await tell(run, notice, recipient, read) });
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

/** What a notice says: an item, a sentence or a sheet about the park. */
type Told = MessageItem | Briefing | string;

const isItem = (told: Told | undefined): told is MessageItem =>
  typeof told === 'object' && 'notice' in told;

const isSheet = (told: Told | undefined): told is Briefing =>
  typeof told === 'object' && 'period' in told;

/** What `notice` says now, or nothing. */
async function tell(
  run: ParkContext,
  notice: Notice,
  recipient: Recipient,
  digests: ReadDigest,
): Promise<Told | undefined> {
  if (notice.about === 'park') return aboutPark(run, notice, recipient);
  const read = await currentTask(run, notice);
  if (read === 'damaged') return damagedWords(notice.task);
  if (!read) return undefined;
  const { task } = read;
  const escalates = await silenceNow(run, read, notice);
  if (notice.occasion.kind === 'unanswered' && escalates === null) return undefined;
  const climb = await risingFor(run, read, { notice, recipient, digests });
  const item = { task, notice: { ...notice, escalates }, role: notice.role, recipient, climb };
  if (toldAs(notice) !== 'pace') {
    return { ...item, money: await moneyNotes(run, task), behind: null };
  }
  const behind = await behindNow(run, task);
  return behind && { ...item, money: [], behind };
}

/**
 * A rung that was opened for one post goes to the one that the task was handed to meanwhile: the
 * task's next wake is past it. The notice is in the ledger before the old one is marked as dropped.
 */
async function follow(run: ParkContext, notice: Notice): Promise<void> {
  if (notice.about !== 'task' || notice.occasion.kind === 'unanswered') return;
  const read = await run.ports.register.task(run.park.id, notice.task);
  if (!read) return;
  const post = postOf(read.task, notice.role);
  const moved = { ...notice, post, escalates: null };
  const task = await measuredTask(run, read.task);
  if (post === notice.post || !isStillTrue(task, moved, run.rules)) return;
  run.opened.add(
    await addNotice(run, moved, localDay(notice.plannedAt, run.rules), notice.plannedAt),
  );
}

/** How the silence about a task goes on for who receives for its owner's post. */
async function risingFor(
  run: ParkContext,
  { task, heard }: StoredTask,
  {
    notice: { role, occasion },
    recipient,
    digests,
  }: {
    readonly notice: TaskNotice;
    readonly recipient: Recipient;
    readonly digests: ReadDigest;
  },
): Promise<Rising | null> {
  const { climb } = heard;
  if (climb === null || role !== 'owner') return null;
  const replies = await repliesOf(run, { task, heard }, digests);
  const others = replies.messages.filter((message) => !isSameOccasion(message.occasion, occasion));
  const isNew = others.every(({ contact }) => contact !== recipient.contact.id);
  return { next: toldNext(climb, { task, replies, now: run.now, rules: run.rules }), isNew };
}

/** The silence that `notice` tells of; null where it was broken meanwhile. */
async function silenceNow(
  run: ParkContext,
  read: StoredTask,
  { escalates }: TaskNotice,
): Promise<TaskNotice['escalates']> {
  if (escalates === null || !isOf(read.heard, read.task, escalates)) return null;
  const { messages } = await repliesOf(run, read);
  return messages.some(({ signature }) => signature !== null) ? null : escalates;
}
