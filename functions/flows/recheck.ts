import { Temporal } from 'temporal-polyfill';
import { isOf } from '../domain/climb.ts';
import type { Recipient } from '../domain/contact.ts';
import type { Digest } from '../domain/digest.ts';
import { DamagedRecord } from '../domain/faults.ts';
import { localDay, sendInstant } from '../domain/hours.ts';
import type { Item } from '../domain/item.ts';
import {
  type DailyFigures,
  isFollowUp,
  type Notice,
  noticeKey,
  type ParkNotice,
  type TaskNotice,
} from '../domain/notice.ts';
import { isPace } from '../domain/pace-step.ts';
import { isStillTrue } from '../domain/recheck.ts';
import {
  type DailyCounts,
  dailyWords,
  damagedWords,
  datesToSetWords,
  daysWithoutRun,
  undeliveredWords,
  unreachedWords,
} from '../domain/remarks.ts';
import type { Sheet } from '../domain/sheet.ts';
import { postOf, type Task } from '../domain/task.ts';
import { addNotice } from './add-notice.ts';
import { moneyWords } from './money-words.ts';
import { behindNow } from './pace-words.ts';
import type { Stored, StoredTask } from './ports.ts';
import { repliesOf } from './replies.ts';
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

/**
 * Reads what each notice of `digest` is about once more, and keeps what is still to be told: the
 * digest says of a silence what its message says.
 */
export async function recheck(
  run: Run,
  { value, version }: Stored<Digest>,
  recipient: Recipient,
): Promise<Rechecked> {
  const all: { readonly notice: Notice; readonly told: Told | undefined }[] = [];
  for (const notice of value.notices) {
    const told = await tell(run, notice, recipient);
    if (told === undefined) await follow(run, notice);
    all.push({ notice, told });
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
type Told = Item | Sheet | string;

const isItem = (told: Told | undefined): told is Item =>
  typeof told === 'object' && 'notice' in told;

const isSheet = (told: Told | undefined): told is Sheet =>
  typeof told === 'object' && 'period' in told;

/** What `notice` says now, or nothing any more. */
async function tell(run: Run, notice: Notice, recipient: Recipient): Promise<Told | undefined> {
  if (notice.about === 'park') return aboutPark(run, notice, recipient);
  const read = await current(run, notice);
  if (read === 'damaged') return damagedWords(notice.task);
  if (!read) return undefined;
  const { task } = read;
  const escalates = await silenceNow(run, read, notice);
  if (isFollowUp(notice.rung) && escalates === null) return undefined;
  const { climb } = read.heard;
  const item = { task, notice: { ...notice, escalates }, role: notice.role, recipient, climb };
  if (!isPace(notice.rung)) return { ...item, money: await moneyWords(run, task), behind: null };
  const behind = await behindNow(run, task);
  return behind && { ...item, money: [], behind };
}

/** The task of `notice`, unless the notice is over or the task cannot be read. */
async function current(run: Run, notice: TaskNotice): Promise<StoredTask | 'damaged' | undefined> {
  try {
    const read = await run.needs.register.task(run.park.id, notice.task);
    return read && isStillTrue(read.task, notice, run.rules) ? read : undefined;
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
  if (notice.about !== 'task' || isFollowUp(notice.rung)) return;
  const read = await run.needs.register.task(run.park.id, notice.task);
  if (!read) return;
  const post = postOf(read.task, notice.role);
  const moved = { ...notice, post, escalates: null };
  if (post === notice.post || !isStillTrue(read.task, moved, run.rules)) return;
  run.opened.push(
    await addNotice(run, moved, localDay(notice.plannedAt, run.rules), notice.plannedAt),
  );
}

/** The silence that `notice` tells of; null where it was broken meanwhile. */
async function silenceNow(
  run: Run,
  read: StoredTask,
  { escalates }: TaskNotice,
): Promise<TaskNotice['escalates']> {
  if (escalates === null || !isOf(read.heard, read.task, escalates)) return null;
  const { messages } = await repliesOf(run, read);
  return messages.some(({ signature }) => signature !== null) ? null : escalates;
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
  return countsSince(run, notice, Temporal.PlainDate.from(from)).then((counts) =>
    dailyWords(notice, counts, run.now, run.rules),
  );
}

/**
 * The messages that went out before this run, from the send time of `day` on, and the tasks of which
 * it tells what was to be told on a day without a run.
 */
async function countsSince(
  run: Run,
  notice: DailyFigures,
  day: Temporal.PlainDate,
): Promise<DailyCounts> {
  const from = sendInstant(day, run.rules);
  const missed = new Set(daysWithoutRun(notice, run.rules).map(String));
  const messages = new Set<string>();
  const tasks = new Set<string>();
  const today = localDay(run.now, run.rules);
  for await (const each of run.needs.ledger.between(run.park.id, day, today)) {
    if (each instanceof DamagedRecord) continue;
    for (const id of sentBetween(each.value, from, run.now)) messages.add(id);
    if (missed.has(each.value.day.toString())) for (const id of tasksIn(each.value)) tasks.add(id);
  }
  return { sent: messages.size, madeUp: tasks.size };
}

/** The message that `digest` went out with, if that was at `from` or later, and before `until`. */
function sentBetween(
  { sentAt, messageId }: Digest,
  from: Temporal.Instant,
  until: Temporal.Instant,
): readonly string[] {
  if (sentAt === null || messageId === null) return [];
  const isSince = Temporal.Instant.compare(sentAt, from) >= 0;
  return isSince && Temporal.Instant.compare(sentAt, until) < 0 ? [messageId] : [];
}

const tasksIn = ({ notices }: Digest): readonly string[] =>
  notices.flatMap((notice) => (notice.about === 'task' ? [notice.task] : []));

async function undelivered(run: Run, id: string): Promise<string> {
  const digest = await run.needs.ledger.read(run.park.id, id);
  if (!digest) return undeliveredWords(id, [], localDay(run.now, run.rules));
  const { post, notices } = digest.value;
  const tasks: Task[] = [];
  for (const notice of notices) {
    const told = notice.about === 'task' ? await current(run, notice) : undefined;
    if (told && told !== 'damaged') tasks.push(told.task);
  }
  const name = run.directory.recipientOf(post)?.contact.post ?? post;
  return undeliveredWords(name, tasks, localDay(run.now, run.rules));
}
