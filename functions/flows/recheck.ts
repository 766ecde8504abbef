import { Temporal } from 'temporal-polyfill';
import type { Recipient } from '../domain/contact.ts';
import { postOf } from '../domain/decide.ts';
import type { Digest } from '../domain/digest.ts';
import { DamagedRecord } from '../domain/faults.ts';
import { localDay, sendInstant } from '../domain/hours.ts';
import type { Item } from '../domain/item.ts';
import { type Notice, noticeKey, type ParkNotice, type TaskNotice } from '../domain/notice.ts';
import { isPace } from '../domain/pace-step.ts';
import { isStillTrue } from '../domain/recheck.ts';
import {
  dailyWords,
  damagedWords,
  datesToSetWords,
  undeliveredWords,
  unreachedWords,
} from '../domain/remarks.ts';
import type { Sheet } from '../domain/sheet.ts';
import type { Task } from '../domain/task.ts';
import { addNotice } from './add-notice.ts';
import { measuredTask } from './measured-task.ts';
import { moneyWords } from './money-words.ts';
import { behindNow } from './pace-words.ts';
import type { Stored } from './ports.ts';
import { noteDamage, type Run } from './run.ts';
import { sheetNow } from './sheet-now.ts';

/** What of a digest is still true, ready to be written down. */
export type Rechecked = {
  readonly digest: Stored<Digest>;
  readonly items: readonly Item[];
  readonly remarks: readonly string[];
  readonly sheets: readonly Sheet[];
  /** Keys of the notices that are told. */
  readonly keys: readonly string[];
  /** Keys of the notices that are not true any more. */
  readonly dropped: readonly string[];
};

/** Reads what each notice of `digest` is about once more, and keeps what is still to be told. */
export async function recheck(
  run: Run,
  digest: Stored<Digest>,
  recipient: Recipient,
): Promise<Rechecked> {
  const items: Item[] = [];
  const remarks: string[] = [];
  const sheets: Sheet[] = [];
  const keys: string[] = [];
  const dropped: string[] = [];
  for (const notice of digest.value.notices) {
    const told = await tell(run, notice, recipient);
    if (told !== undefined) keys.push(noticeKey(notice));
    else {
      dropped.push(noticeKey(notice));
      await follow(run, notice);
    }
    if (typeof told === 'string') remarks.push(told);
    else if (told && 'period' in told) sheets.push(told);
    else if (told) items.push(told);
  }
  return { digest, items, remarks, sheets, keys, dropped };
}

/** What `notice` says now: an item, a sentence or a sheet about the park, or nothing any more. */
async function tell(
  run: Run,
  notice: Notice,
  recipient: Recipient,
): Promise<Item | Sheet | string | undefined> {
  if (notice.about === 'park') return aboutPark(run, notice, recipient);
  const told = await current(run, notice);
  if (told === 'damaged') return damagedWords(notice.task);
  if (!told) return undefined;
  const item = { task: told, notice, role: notice.role, recipient };
  if (!isPace(notice.rung)) return { ...item, money: await moneyWords(run, told), behind: null };
  const behind = await behindNow(run, told);
  return behind && { ...item, money: [], behind };
}

/** The task of `notice`, unless the notice is over or the task cannot be read. */
async function current(run: Run, notice: TaskNotice): Promise<Task | 'damaged' | undefined> {
  try {
    if (await isAnswered(run, notice)) return undefined;
    const read = await run.needs.register.task(run.park.id, notice.task);
    const task = read && (await measuredTask(run, read.task));
    return task && isStillTrue(task, notice, run.rules) ? task : undefined;
  } catch (fault) {
    if (!(fault instanceof DamagedRecord)) throw fault;
    noteDamage(run, fault);
    return 'damaged';
  }
}

/**
 * A rung that was opened for one post goes to the one that the task was handed to meanwhile: the
 * task's next wake is past it. The notice is in the ledger before the old one is marked as dropped.
 */
async function follow(run: Run, notice: Notice): Promise<void> {
  if (notice.about !== 'task' || notice.escalates !== null) return;
  const read = await run.needs.register.task(run.park.id, notice.task);
  if (!read) return;
  const post = postOf(read.task, notice.role);
  const moved = { ...notice, post };
  const task = await measuredTask(run, read.task);
  if (post === notice.post || !isStillTrue(task, moved, run.rules)) return;
  run.opened.push(
    await addNotice(run, moved, localDay(notice.plannedAt, run.rules), notice.plannedAt),
  );
}

/** Whether the silence that `notice` tells of was broken meanwhile. */
async function isAnswered(run: Run, { escalates }: TaskNotice): Promise<boolean> {
  if (escalates === null || escalates.why === 'lapsed') return false;
  const source = await run.needs.ledger.read(run.park.id, escalates.digest);
  const answer = source?.value.answers.find(({ key }) => key === escalates.key);
  return answer !== undefined && answer.signedAt !== null;
}

async function aboutPark(
  run: Run,
  notice: ParkNotice,
  recipient: Recipient,
): Promise<Sheet | string | undefined> {
  if (notice.matter === 'weekSheet') return sheetNow(run, notice, 'week', recipient);
  if (notice.matter === 'monthSheet') return sheetNow(run, notice, 'month', recipient);
  return remark(run, notice);
}

function remark(
  run: Run,
  notice: Exclude<ParkNotice, { readonly matter: 'weekSheet' | 'monthSheet' }>,
): Promise<string> | string {
  if (notice.matter === 'datesToSet') return datesToSetWords(notice);
  if (notice.matter === 'undelivered') return undelivered(run, notice.of);
  if (notice.matter === 'unreached') {
    const { contact, why } = notice;
    return unreachedWords(run.directory.contact(contact)?.post ?? contact, why);
  }
  const from = notice.since ?? notice.of;
  return sentSince(run, Temporal.PlainDate.from(from)).then((count) =>
    dailyWords(notice, count, run.now, run.rules),
  );
}

/** Messages that went out before this run, from the send time of `day` on. */
async function sentSince(run: Run, day: Temporal.PlainDate): Promise<number> {
  const from = sendInstant(day, run.rules);
  const messages = new Set<string>();
  const today = localDay(run.now, run.rules);
  for await (const each of run.needs.ledger.between(run.park.id, day, today)) {
    if (each instanceof DamagedRecord) continue;
    const { sentAt, messageId } = each.value;
    if (sentAt === null || messageId === null) continue;
    const isSince = Temporal.Instant.compare(sentAt, from) >= 0;
    if (isSince && Temporal.Instant.compare(sentAt, run.now) < 0) messages.add(messageId);
  }
  return messages.size;
}

async function undelivered(run: Run, id: string): Promise<string> {
  const digest = await run.needs.ledger.read(run.park.id, id);
  if (!digest) return undeliveredWords(id, [], localDay(run.now, run.rules));
  const { post, notices } = digest.value;
  const tasks: Task[] = [];
  for (const notice of notices) {
    const told = notice.about === 'task' ? await current(run, notice) : undefined;
    if (told && told !== 'damaged') tasks.push(told);
  }
  const name = run.directory.recipientOf(post)?.contact.post ?? post;
  return undeliveredWords(name, tasks, localDay(run.now, run.rules));
}
