import type { DigestId } from '../../domain/base/ids.ts';
import { type Contact, OFFICE, type Recipient } from '../../domain/contacts/contact.ts';
import { subscriptionOf } from '../../domain/contacts/subscription.ts';
import { unitToldWords } from '../../domain/contacts/unit-words.ts';
import type { Notice } from '../../domain/deadlines/notice.ts';
import type {
  DailyFigures,
  ParkNotice,
  PublicationUndone,
} from '../../domain/deadlines/park-notice.ts';
import { briefingPeriod } from '../../domain/messages/briefing-notices.ts';
import { calendarAheadWords } from '../../domain/messages/calendar-ahead.ts';
import {
  channelsMissingWords,
  dailyWords,
  datesToSetWords,
  publicationUndoneWords,
  titleWords,
  undeliveredWords,
  unreachedWords,
  unsentWords,
  withoutChannelWords,
} from '../../domain/messages/remarks.ts';
import type { Briefing } from '../../domain/papers/briefing.ts';
import { briefingName } from '../../domain/papers/briefing-name.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { hiddenWords } from '../../domain/sources/readers.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { currentTask } from '../context/current-task.ts';
import type { ParkContext } from '../context/park-context.ts';
import { tellableTo } from '../context/sight.ts';
import { tellApart } from '../context/tell-apart.ts';
import { withoutChannel } from '../context/unreached.ts';
import { sheetNow } from '../views/briefing-now.ts';
import { countsSince } from './counts-since.ts';
import { ownerlessNow } from './ownerless.ts';

/** What a notice about the park says now: a sheet, a sentence, or nothing. */
export async function aboutPark(
  run: ParkContext,
  notice: ParkNotice,
  recipient: Recipient,
): Promise<Briefing | string | undefined> {
  if (notice.matter === 'weekSheet') return sheetNow(run, notice, 'week', recipient);
  if (notice.matter === 'monthSheet') return sheetNow(run, notice, 'month', recipient);
  return remark(run, notice, recipient);
}

type Sentence = Exclude<ParkNotice, { readonly matter: 'weekSheet' | 'monthSheet' }>;

const sentences: {
  readonly [Matter in Sentence['matter']]: (
    run: ParkContext,
    notice: Extract<Sentence, { readonly matter: Matter }>,
    receiver: Contact,
  ) => Promise<string | undefined> | string | undefined;
} = {
  datesToSet: (_, notice) => datesToSetWords(notice),
  undelivered: (run, { of }, receiver) => undelivered(run, of, receiver),
  unsent,
  unreached: stillUnreached,
  channelsMissing,
  daily,
  unitMoved,
  publicationUndone,
  ownerless: ownerlessNow,
};

async function remark(
  run: ParkContext,
  notice: Sentence,
  { contact }: Recipient,
): Promise<string | undefined> {
  // The table's key and the notice's matter are one and the same, which a lookup cannot show.
  const sentence = sentences[notice.matter] as (
    run: ParkContext,
    notice: Sentence,
    receiver: Contact,
  ) => Promise<string | undefined> | string | undefined;
  return sentence(run, notice, contact);
}

/** A task that was published again is none of those. */
async function publicationUndone(
  { park, ports }: ParkContext,
  notice: PublicationUndone,
): Promise<string | undefined> {
  const isBack = (await ports.register.task(park.id, notice.task)) !== undefined;
  return isBack ? undefined : publicationUndoneWords(notice);
}

async function daily(run: ParkContext, notice: DailyFigures): Promise<string> {
  const counts = await countsSince(run, notice);
  const words = dailyWords(notice, counts, run.now, run.rules);
  const today = localDay(run.now, run.rules);
  const calendar = calendarAheadWords(today, run.rules, run.ports.pages());
  return `${words}${calendar}${withoutChannelWords(withoutChannel(run))}`;
}

/** The sentence about a unit that was renamed or merged, for one who is or was its owner. */
function unitMoved(
  run: ParkContext,
  { of, post }: ParkNotice & { readonly matter: 'unitMoved' },
): string | undefined {
  const move = run.unitMoves.find(({ id }) => id === of);
  return move && unitToldWords(move, post, postOfContact(run, move.ownerAfter ?? OFFICE));
}

/** Nothing once the address was confirmed. */
async function stillUnreached(
  run: ParkContext,
  { contact, why }: ParkNotice & { readonly matter: 'unreached' },
): Promise<string | undefined> {
  const mine = subscriptionOf(contact, await run.subscriptions());
  return mine?.state === 'confirmed' ? undefined : unreachedWords(postOfContact(run, contact), why);
}

function channelsMissing(run: ParkContext): string | undefined {
  const lacking = withoutChannel(run);
  return lacking.length === 0 ? undefined : channelsMissingWords(lacking, run.ports.outlets);
}

const postOfContact = ({ directory }: ParkContext, id: string): string =>
  directory.contact(id)?.post ?? id;

/** The tasks that `notices` still tell of, each once, and how many `receiver` is not told of. */
async function tasksIn(
  run: ParkContext,
  notices: readonly Notice[],
  receiver: Contact,
): Promise<{ readonly tasks: readonly Task[]; readonly hidden: number }> {
  const tasks = new Map<string, Task>();
  for (const notice of notices) {
    const told = notice.about === 'task' ? await currentTask(run, notice) : undefined;
    if (told && told !== 'damaged') tasks.set(told.task.id, told.task);
  }
  const all = [...tasks.values()];
  const told = all.filter(await tellableTo(run, receiver));
  return { tasks: told, hidden: all.length - told.length };
}

/** Nothing once nothing of it is true. */
async function unsent(
  run: ParkContext,
  { of, contact, why }: ParkNotice & { readonly matter: 'unsent' },
  receiver: Contact,
): Promise<string | undefined> {
  const notices = (await run.ports.ledger.read(run.park.id, of))?.value.notices ?? [];
  const today = localDay(run.now, run.rules);
  const { tasks, hidden } = await tasksIn(run, notices, receiver);
  const titles = tasks.map((task) => titleWords(task, today));
  const secrets = hidden === 0 ? [] : [`不公开的事项${hidden}项`];
  const sheets = notices.flatMap((each) =>
    each.about === 'park' ? (briefingPeriod(each) ?? []) : [],
  );
  const what = [...new Set([...titles, ...secrets, ...sheets.map(briefingName)])];
  return what.length === 0 ? undefined : unsentWords(postOfContact(run, contact), why, what);
}

async function undelivered(run: ParkContext, id: DigestId, receiver: Contact): Promise<string> {
  const today = localDay(run.now, run.rules);
  const digest = await run.ports.ledger.read(run.park.id, id);
  if (!digest) return undeliveredWords({ post: id, mayHaveArrived: true, tasks: [] }, today);
  const { post, notices, unknowns } = digest.value;
  const { tasks, hidden } = await tasksIn(run, notices, receiver);
  const apart = await tellApart(run, tasks);
  const name = run.directory.recipientOf(post)?.contact.post ?? post;
  const mayHaveArrived = unknowns > 0;
  const words = undeliveredWords({ post: name, mayHaveArrived, tasks: tasks.map(apart) }, today);
  return hidden === 0 ? words : `${words}${hiddenWords(hidden)}。`;
}
