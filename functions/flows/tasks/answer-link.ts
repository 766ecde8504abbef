import type { Temporal } from 'temporal-polyfill';
import { Conflict } from '../../domain/base/faults.ts';
import type { TaskId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import { type Notice, noticeKey, type TaskNotice } from '../../domain/deadlines/notice.ts';
import { askedBy } from '../../domain/deadlines/reporting-steps.ts';
import { isCode, type Link, standingOf } from '../../domain/messages/action-link.ts';
import type { Digest } from '../../domain/messages/digest.ts';
import { isInCharge } from '../../domain/tasks/in-charge.ts';
import { type Act, allowedActs, type Move } from '../../domain/tasks/moves.ts';
import { knownContact } from '../contacts/keep-contacts.ts';
import { actingOf } from '../context/actor.ts';
import { beginRun, type Run, readWhole } from '../context/run.ts';
import { sideBySide } from '../context/side-by-side.ts';
import type { Needs, StoredTask } from '../ports.ts';
import { changeTask } from './change-task.ts';
import { signFor } from './sign-for.ts';

/** A task that a message told of and its contact is responsible for now, and what became of it. */
export type LinkItem = {
  readonly stored: StoredTask;
  /** Waits for a signature: the notice asks for one, or the task was handed over. */
  readonly isUnsigned: boolean;
  /** The return day that the message asked its owner about; null where it asked for no report. */
  readonly asked: Temporal.PlainDate | null;
  /** Whether the message told nothing else of it. */
  readonly isReturnAlone: boolean;
  /** What the contact may do with it, for itself or for one for whom it stands in. */
  readonly acts: readonly Act[];
};

/** What is behind a link's code. */
export type Opened =
  | { readonly state: 'unknown' }
  | { readonly state: 'expired' | 'revoked' | 'moved'; readonly link: Link; readonly run: Run }
  | {
      readonly state: 'valid';
      readonly link: Link;
      readonly run: Run;
      readonly contact: Contact;
      readonly items: readonly LinkItem[];
      /** Ids of tasks that the message told of and others are responsible for by now. */
      readonly passedOn: readonly string[];
    };

/** Looks behind `code`, changing nothing: previews and scanners of mail open links, too. */
export async function openLink(code: string, needs: Needs): Promise<Opened> {
  const link = isCode(code) ? await needs.links.read(code) : undefined;
  if (!link) return { state: 'unknown' };
  const run = await beginRun(link.park, needs);
  const state = standingOf(link, run.directory, run.now);
  if (state !== 'valid') return { state, link, run };
  const contact = knownContact(run.directory, link.contact);
  return { state, link, run, contact, ...(await toldOf(run, link, contact)) };
}

/** A link that may be used. */
export type Valid = Extract<Opened, { readonly state: 'valid' }>;

type Told = Pick<Valid, 'items' | 'passedOn'>;

/** What the message of `link` told of, by whether `contact` is responsible for it now. */
async function toldOf(run: Run, link: Link, contact: Contact): Promise<Told> {
  const reads = await Promise.all(link.digests.map((id) => run.needs.ledger.read(link.park, id)));
  const digests = reads.flatMap((read) => (read ? [read.value] : []));
  const told = digests.flatMap((digest) =>
    digest.notices.filter(isOfTask).map((notice) => ({ digest, notice })),
  );
  const byTask = Map.groupBy(told, ({ notice }) => notice.task);
  const items = await sideBySide([...byTask], async ([id, notices]) => {
    const stored = await readWhole(run, id);
    if (!stored) return undefined;
    const mine = notices.filter(({ notice }) =>
      isInCharge(contact.id, stored.task, notice.role, run.directory),
    );
    return mine.length > 0 ? itemOf(run, contact, stored, mine) : id;
  });
  return {
    items: items.filter((each) => typeof each === 'object'),
    passedOn: items.filter((each) => typeof each === 'string'),
  };
}

function itemOf(
  run: Run,
  contact: Contact,
  stored: StoredTask,
  told: readonly { readonly digest: Digest; readonly notice: TaskNotice }[],
): LinkItem {
  const { task } = stored;
  const acts = allowedActs(task).filter((act) => 'as' in actingOf(run, contact, act, task));
  const isAsked = told.some(({ digest, notice }) => waitsForSignature(digest, notice));
  const returns = told.flatMap(({ notice: { rung, role } }) =>
    role === 'owner' ? (askedBy(rung) ?? []) : [],
  );
  return {
    stored,
    isUnsigned: isAsked || acts.includes('signFor'),
    asked: returns.at(-1)?.of ?? null,
    isReturnAlone: returns.length === told.length,
    acts,
  };
}

const isOfTask = (notice: Notice): notice is TaskNotice => notice.about === 'task';

function waitsForSignature({ answers }: Digest, notice: TaskNotice): boolean {
  const answer = answers.find(({ key }) => key === noticeKey(notice));
  return answer !== undefined && answer.signedAt === null;
}

/** How the history names what came through a link. */
export const VIA = '链接';

/**
 * Signs for all that the link's message told and is its contact's now (签收): its notices, and the
 * tasks handed over by it. Again it changes nothing. What others are quicker with stays as it is.
 *
 * @throws {BadInput} if the link may not be used any more.
 */
export const signByLink = async (code: string, needs: Needs): Promise<void> =>
  signAll(await valid(code, needs), needs);

export async function signAll({ link, items }: Valid, needs: Needs): Promise<void> {
  for (const digest of link.digests) {
    await unlessOvertaken(signFor({ park: link.park, digest, by: link.contact }, needs));
  }
  for (const { stored, acts } of items) {
    if (!acts.includes('signFor')) continue;
    const mover = { park: link.park, task: stored.task.id, by: link.contact, why: '', via: VIA };
    await unlessOvertaken(changeTask(mover, { act: 'signFor' }, needs));
  }
}

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
  { readonly act: 'report' | 'submit' | 'requestExtension' | 'disown' }
>;

/** One wish that came through a link. */
export type LinkWish = {
  readonly code: string;
  readonly task: TaskId;
  readonly move: LinkMove;
  readonly why: string;
  /** Of the form it was sent with, so that sent twice it is done once. */
  readonly key: string;
};

/**
 * Makes a move that the link allows, on a task that its message told of and its contact is responsible
 * for now. Whoever answers has received the message, so that the rest of it is signed for, too; what
 * cannot be signed for does not undo the move.
 *
 * @throws {BadInput} if the link may not be used any more, did not tell of the task, others are
 *   responsible for it by now, or the move is refused; nothing is recorded then.
 * @throws {Conflict} after losing to others too many times; nothing is recorded then.
 */
export async function moveByLink(
  { code, task, move, why, key }: LinkWish,
  needs: Needs,
): Promise<void> {
  const opened = await valid(code, needs);
  const { link, items, passedOn } = opened;
  if (passedOn.includes(task)) {
    throw refusal(`事项 ${task}`, '已经不由本岗位负责，没有记录', '有疑问请联系园区办');
  }
  if (!items.some(({ stored }) => stored.task.id === task)) {
    throw refusal(`事项 ${task}`, '不在这条提醒里', '请从提醒中的链接打开');
  }
  await changeTask({ park: link.park, task, by: link.contact, why, via: VIA, key }, move, needs);
  if (move.act !== 'disown') await signAll(opened, needs);
}

export async function valid(code: string, needs: Needs): Promise<Valid> {
  const opened = await openLink(code, needs);
  if (opened.state === 'valid') return opened;
  throw refusal('链接', '已经不能使用', '请打开最近一条提醒里的链接，或联系园区办');
}

const refusal = (place: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place, message, remedy }]);
