import { Temporal } from 'temporal-polyfill';
import type { Recipient } from '../domain/contact.ts';
import { postOf } from '../domain/decide.ts';
import type { Digest } from '../domain/digest.ts';
import { DamagedRecord } from '../domain/faults.ts';
import { localDay } from '../domain/hours.ts';
import type { Item } from '../domain/item.ts';
import {
  type DailyFigures,
  type Notice,
  noticeKey,
  type ParkNotice,
  type TaskNotice,
} from '../domain/notice.ts';
import { isPace } from '../domain/pace-step.ts';
import { isStillTrue } from '../domain/recheck.ts';
import {
  channelsMissingWords,
  dailyWords,
  damagedWords,
  datesToSetWords,
  titleWords,
  undeliveredWords,
  unreachedWords,
  unsentWords,
  withoutChannelWords,
} from '../domain/remarks.ts';
import { type Sheet, sheetName } from '../domain/sheet.ts';
import { sheetPeriod } from '../domain/sheet-notices.ts';
import { subscriptionOf } from '../domain/subscription.ts';
import type { Task } from '../domain/task.ts';
import { addNotice } from './add-notice.ts';
import { moneyWords } from './money-words.ts';
import { behindNow } from './pace-words.ts';
import type { Stored } from './ports.ts';
import { noteDamage, type Run } from './run.ts';
import { sentSince } from './sent-since.ts';
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
 * Reads what each notice of `digest` is about once more, and keeps what is still to be told. What is
 * not follows its task to the post that has it now.
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
    (told === undefined ? dropped : keys).push(noticeKey(notice));
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
    return read && isStillTrue(read.task, notice, run.rules) ? read.task : undefined;
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
  if (post === notice.post || !isStillTrue(read.task, moved, run.rules)) return;
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
  const count = await sentSince(run, Temporal.PlainDate.from(notice.since ?? notice.of));
  const words = dailyWords(notice, count, run.now, run.rules);
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

/** The tasks that `notices` still tell of, each once. */
async function tasksIn(run: Run, notices: readonly Notice[]): Promise<readonly Task[]> {
  const tasks = new Map<string, Task>();
  for (const notice of notices) {
    const told = notice.about === 'task' ? await current(run, notice) : undefined;
    if (told && told !== 'damaged') tasks.set(told.id, told);
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
