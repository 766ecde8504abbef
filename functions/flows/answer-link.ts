import type { Contact } from '../domain/contact.ts';
import type { Digest } from '../domain/digest.ts';
import { DamagedRecord } from '../domain/faults.ts';
import { isCode, type Link, standingOf } from '../domain/link.ts';
import type { Move } from '../domain/moves.ts';
import { type Notice, noticeKey, type TaskNotice } from '../domain/notice.ts';
import { BadInput } from '../domain/problem.ts';
import { changeTask } from './change-task.ts';
import type { Needs, StoredTask } from './ports.ts';
import { beginRun, type Run } from './run.ts';
import { signFor } from './sign-for.ts';

/** What a message told of one task, and what became of it. */
export type LinkItem = {
  readonly stored: StoredTask;
  /** Waits for a signature: the notice asks for one, or the task was handed over. */
  readonly isUnsigned: boolean;
};

/** What is behind a link's code. */
export type Opened =
  | { readonly state: 'unknown' }
  | { readonly state: 'expired' | 'revoked'; readonly link: Link; readonly run: Run }
  | {
      readonly state: 'valid';
      readonly link: Link;
      readonly run: Run;
      readonly contact: Contact;
      readonly items: readonly LinkItem[];
    };

/** Looks behind `code`, changing nothing: previews and scanners of mail open links, too. */
export async function openLink(code: string, needs: Needs): Promise<Opened> {
  const link = isCode(code) ? await needs.links.read(code) : undefined;
  if (!link) return { state: 'unknown' };
  const run = await beginRun(link.park, needs);
  const state = standingOf(link, run.now);
  if (state !== 'valid') return { state, link, run };
  const contact = run.directory.contact(link.contact);
  if (!contact) return { state: 'revoked', link, run };
  return { state, link, run, contact, items: await itemsOf(run, link) };
}

async function itemsOf(run: Run, link: Link): Promise<readonly LinkItem[]> {
  const reads = await Promise.all(link.digests.map((id) => run.needs.ledger.read(link.park, id)));
  const digests = reads.flatMap((read) => (read ? [read.value] : []));
  const told = digests.flatMap((digest) =>
    digest.notices.filter(isOfTask).map((notice) => ({ digest, notice })),
  );
  const byTask = Map.groupBy(told, ({ notice }) => notice.task);
  const items = await Promise.all(
    [...byTask].map(async ([id, notices]): Promise<readonly LinkItem[]> => {
      const stored = await readWhole(run, id);
      if (!stored) return [];
      const isWaiting = notices.some(({ digest, notice }) => waitsForSignature(digest, notice));
      return [{ stored, isUnsigned: isWaiting || stored.task.status === 'pendingAcceptance' }];
    }),
  );
  return items.flat();
}

const isOfTask = (notice: Notice): notice is TaskNotice => notice.about === 'task';

function waitsForSignature({ answers }: Digest, notice: TaskNotice): boolean {
  const answer = answers.find(({ key }) => key === noticeKey(notice));
  return answer !== undefined && answer.signedAt === null;
}

/** One task that cannot be read does not hide the others. */
async function readWhole(run: Run, id: string): Promise<StoredTask | undefined> {
  try {
    return await run.needs.register.task(run.park.id, id);
  } catch (fault) {
    if (fault instanceof DamagedRecord) return undefined;
    throw fault;
  }
}

/** How the history names what came through a link. */
const VIA = '链接';

/**
 * Signs for all that the link's message told (签收): its notices, and the tasks handed over by it.
 * Again it changes nothing.
 *
 * @throws {BadInput} if the link may not be used any more.
 * @throws {Conflict} after losing to others too many times.
 */
export async function signByLink(code: string, needs: Needs): Promise<void> {
  const { link, items } = await valid(code, needs);
  for (const digest of link.digests) {
    await signFor({ park: link.park, digest, by: link.contact }, needs);
  }
  for (const { stored } of items) {
    if (stored.task.status !== 'pendingAcceptance') continue;
    const mover = { park: link.park, task: stored.task.id, by: link.contact, why: '', via: VIA };
    await changeTask(mover, { act: 'signFor' }, needs);
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
  readonly task: string;
  readonly move: LinkMove;
  readonly why: string;
  /** Of the form it was sent with, so that sent twice it is done once. */
  readonly key: string;
};

/**
 * Makes a move that the link allows, on a task that its message told of. Whoever answers has
 * received the message, so that it is signed for, too.
 *
 * @throws {BadInput} if the link may not be used any more, did not tell of the task, or the move is
 *   refused.
 * @throws {Conflict} after losing to others too many times.
 */
export async function moveByLink(
  { code, task, move, why, key }: LinkWish,
  needs: Needs,
): Promise<void> {
  const { link, items } = await valid(code, needs);
  if (!items.some(({ stored }) => stored.task.id === task)) {
    throw refusal(`事项 ${task}`, '不在这条提醒里', '请从提醒中的链接打开');
  }
  await changeTask({ park: link.park, task, by: link.contact, why, via: VIA, key }, move, needs);
  if (move.act !== 'disown') await signByLink(code, needs);
}

async function valid(
  code: string,
  needs: Needs,
): Promise<Extract<Opened, { readonly state: 'valid' }>> {
  const opened = await openLink(code, needs);
  if (opened.state === 'valid') return opened;
  throw refusal('链接', '已经不能使用', '请打开最近一条提醒里的链接，或联系园区办');
}

const refusal = (place: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place, message, remedy }]);
