import type { Recipient } from '../../domain/contacts/contact.ts';
import { chainOfClimb, isOf } from '../../domain/deadlines/climb.ts';
import { toldNext } from '../../domain/deadlines/climb-chain.ts';
import { ofChain } from '../../domain/deadlines/climb-replies.ts';
import type { Notice } from '../../domain/deadlines/notice.ts';
import type { TaskNotice } from '../../domain/deadlines/task-notice.ts';
import type { MessageItem, Rising } from '../../domain/messages/item.ts';
import { damagedWords } from '../../domain/messages/remarks.ts';
import { toldAs } from '../../domain/messages/told-as.ts';
import type { Briefing } from '../../domain/papers/briefing.ts';
import { policyAt } from '../../domain/policy/hours.ts';
import { isSameOccasion } from '../../domain/tasks/occasion-codec.ts';
import { currentTask } from '../context/current-task.ts';
import { dependencyNotes } from '../context/dependencies.ts';
import type { ParkContext } from '../context/park-context.ts';
import { sightOf, tellableTo } from '../context/sight.ts';
import { moneyNotes } from '../funding/money-words.ts';
import type { StoredTask } from '../ports.ts';
import { behindNow } from '../targets/pace-words.ts';
import { aboutPark } from './park-notice-now.ts';
import { type ReadDigest, repliesOf } from './replies.ts';

/** What a notice says: an item, a sentence or a sheet about the park. */
export type ToldNotice = MessageItem | Briefing | string;

/** Whether it is an item, which is about a task. */
export const isItem = (told: ToldNotice | undefined): told is MessageItem =>
  typeof told === 'object' && 'notice' in told;

/** Whether it is a sheet about the park. */
export const isSheet = (told: ToldNotice | undefined): told is Briefing =>
  typeof told === 'object' && 'period' in told;

/** What `notice` says now, or nothing. */
export async function tellNotice(
  run: ParkContext,
  notice: Notice,
  recipient: Recipient,
  digests: ReadDigest,
): Promise<ToldNotice | undefined> {
  if (notice.about === 'park') return aboutPark(run, notice, recipient);
  // The office has nothing to do for a supporting unit that has no contact.
  if (notice.isSupporting && recipient.isVacant) return undefined;
  return aboutTask(run, notice, recipient, digests);
}

async function aboutTask(
  run: ParkContext,
  notice: TaskNotice,
  recipient: Recipient,
  digests: ReadDigest,
): Promise<ToldNotice | undefined> {
  const read = await currentTask(run, notice);
  if (read === 'damaged') return damagedWords(notice.task);
  if (!read) return undefined;
  const { task } = read;
  if ((await sightOf(run, recipient.contact)).isSecret(task)) return undefined;
  const isSealed = !(await tellableTo(run, recipient.contact))(task);
  const escalates = await silenceNow(run, read, notice);
  if (notice.occasion.kind === 'unanswered' && escalates === null) return undefined;
  const climb = await risingFor(run, read, { notice, recipient, digests });
  const item = {
    task,
    notice: { ...notice, escalates },
    role: notice.role,
    recipient,
    climb,
    isSealed,
  };
  if (toldAs(notice) !== 'pace') {
    const waits = await dependencyNotes(run, task, recipient.contact);
    return { ...item, money: await moneyNotes(run, task, recipient.contact), waits, behind: null };
  }
  const behind = await behindNow(run, task);
  return behind && { ...item, money: [], waits: [], behind };
}

/** How the silence about a task goes on for who receives for its owner's post. */
async function risingFor(
  run: ParkContext,
  { task, heard }: StoredTask,
  {
    notice: { role, occasion, isSupporting },
    recipient,
    digests,
  }: {
    readonly notice: TaskNotice;
    readonly recipient: Recipient;
    readonly digests: ReadDigest;
  },
): Promise<Rising | null> {
  const { climb } = heard;
  if (climb === null || role !== 'owner' || isSupporting) return null;
  const replies = await repliesOf(run, { task, heard }, digests);
  const others = ofChain(climb.asked, replies.messages).filter(
    (message) => !isSameOccasion(message.occasion, occasion),
  );
  const isNew = others.every(({ contact }) => contact !== recipient.contact.id);
  const { withinWorkingDays } = policyAt(run.now, run.rules)[chainOfClimb(climb)];
  const next = toldNext(climb, { task, replies, now: run.now, rules: run.rules });
  return { next, isNew, withinWorkingDays };
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
