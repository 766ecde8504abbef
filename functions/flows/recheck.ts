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
  channelsMissingWords,
  type DailyCounts,
  dailyWords,
  damagedWords,
  datesToSetWords,
  daysWithoutRun,
  titleWords,
  undeliveredWords,
  unreachedWords,
  unsentWords,
  withoutChannelWords,
} from '../domain/remarks.ts';
import { type Sheet, sheetName } from '../domain/sheet.ts';
import { sheetPeriod } from '../domain/sheet-notices.ts';
import { subscriptionOf } from '../domain/subscription.ts';
import { postOf, type Task } from '../domain/task.ts';
import { addNotice } from './add-notice.ts';
import { moneyWords } from './money-words.ts';
import { behindNow } from './pace-words.ts';
import type { Stored, StoredTask } from './ports.ts';
import { repliesOf } from './replies.ts';
import { noteDamage, type Run } from './run.ts';
import { sheetNow } from './sheet-now.ts';
import { tellApart } from './tell-apart.ts';
import { withoutChannel } from './unreached.ts';

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
 * digest says of a silence what its message says. What is not follows its task to the post that has
 * it now.
 */
export async function recheck(
  run: Run,
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
  run: Run,
  { value, version }: Stored<Digest>,
  recipient: Recipient,
): Promise<Rechecked> {
  const all: { readonly notice: Notice; readonly told: Told | undefined }[] = [];
  for (const notice of value.notices) {
    all.push({ notice, told: await tell(run, notice, recipient) });
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

async function remark(
  run: Run,
  notice: Exclude<ParkNotice, { readonly matter: 'weekSheet' | 'monthSheet' }>,
): Promise<string | undefined> {
  switch (notice.matter) {
    case 'datesToSet':
      return datesToSetWords(notice);
    case 'undelivered':
      return undelivered(run, notice.of);
    case 'unsent':
      return unsent(run, notice);
    case 'unreached':
      return stillUnreached(run, notice);
    case 'channelsMissing':
      return channelsMissing(run);
    case 'daily':
      return daily(run, notice);
  }
}

async function daily(run: Run, notice: DailyFigures): Promise<string> {
  const counts = await countsSince(run, notice);
  const words = dailyWords(notice, counts, run.now, run.rules);
  return `${words}${withoutChannelWords(withoutChannel(run))}`;
}

/** Nothing any more once the address was confirmed. */
async function stillUnreached(
  run: Run,
  { contact, why }: ParkNotice & { readonly matter: 'unreached' },
): Promise<string | undefined> {
  const mine = subscriptionOf(contact, await run.subscriptions());
  return mine?.state === 'confirmed' ? undefined : unreachedWords(postOfContact(run, contact), why);
}

function channelsMissing(run: Run): string | undefined {
  const lacking = withoutChannel(run);
  return lacking.length === 0 ? undefined : channelsMissingWords(lacking, run.needs.outlets);
}

const postOfContact = ({ directory }: Run, id: string): string => directory.contact(id)?.post ?? id;

/**
 * The messages that went out before this run, since the office last heard, and the tasks of which it
 * tells what was to be told on a day without a run.
 */
async function countsSince(run: Run, notice: DailyFigures): Promise<DailyCounts> {
  const day = Temporal.PlainDate.from(notice.since ?? notice.of);
  const from = sendInstant(day, run.rules);
  const missed = new Set(daysWithoutRun(notice, run.rules).map(String));
  const messages = new Set<string>();
  const tasks = new Set<string>();
  const today = localDay(run.now, run.rules);
  for await (const each of run.needs.ledger.between(run.park.id, day, today)) {
    if (each instanceof DamagedRecord) continue;
    for (const id of sentBetween(each.value, from, run.now)) messages.add(id);
    if (missed.has(each.value.day.toString())) for (const id of taskIds(each.value)) tasks.add(id);
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

const taskIds = ({ notices }: Digest): readonly string[] =>
  notices.flatMap((notice) => (notice.about === 'task' ? [notice.task] : []));

/** The tasks that `notices` still tell of, each once. */
async function tasksIn(run: Run, notices: readonly Notice[]): Promise<readonly Task[]> {
  const tasks = new Map<string, Task>();
  for (const notice of notices) {
    const told = notice.about === 'task' ? await current(run, notice) : undefined;
    if (told && told !== 'damaged') tasks.set(told.task.id, told.task);
  }
  return [...tasks.values()];
}

/** Nothing any more once nothing of it is true. */
async function unsent(
  run: Run,
  { of, contact, why }: ParkNotice & { readonly matter: 'unsent' },
): Promise<string | undefined> {
  const notices = (await run.needs.ledger.read(run.park.id, of))?.value.notices ?? [];
  const today = localDay(run.now, run.rules);
  const titles = (await tasksIn(run, notices)).map((task) => titleWords(task, today));
  const sheets = notices.flatMap((each) =>
    each.about === 'park' ? (sheetPeriod(each) ?? []) : [],
  );
  const what = [...new Set([...titles, ...sheets.map(sheetName)])];
  return what.length === 0 ? undefined : unsentWords(postOfContact(run, contact), why, what);
}

async function undelivered(run: Run, id: string): Promise<string> {
  const today = localDay(run.now, run.rules);
  const digest = await run.needs.ledger.read(run.park.id, id);
  if (!digest) return undeliveredWords({ post: id, mayHaveArrived: true, tasks: [] }, today);
  const { post, notices, unknowns } = digest.value;
  const tasks = await tasksIn(run, notices);
  const apart = await tellApart(run, tasks);
  const name = run.directory.recipientOf(post)?.contact.post ?? post;
  const mayHaveArrived = unknowns > 0;
  return undeliveredWords({ post: name, mayHaveArrived, tasks: tasks.map(apart) }, today);
}
