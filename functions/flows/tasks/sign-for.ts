import { Conflict } from '../../domain/base/faults.ts';
import { ContactId, type DigestId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { named } from '../../domain/contacts/named.ts';
import { signed } from '../../domain/deadlines/acknowledgement.ts';
import { noticeKey } from '../../domain/deadlines/notice.ts';
import type { TaskNotice } from '../../domain/deadlines/task-notice.ts';
import { type Digest, digestId, LOOK_BACK } from '../../domain/messages/digest.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { isInCharge } from '../../domain/tasks/in-charge.ts';
import { readable } from '../context/damaged.ts';
import { inParallel } from '../context/in-parallel.ts';
import { type ParkContext, readWhole } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import type { Stored, StoredTask } from '../ports.ts';

/** Who signs for which digest. */
export type Signature = {
  readonly digest: DigestId;
  /** Id of the contact that signs. */
  readonly by: string;
};

/** What is signed for as it was read a moment ago; once a write is lost it is read again. */
export type SignedView = {
  readonly read: Stored<Digest>;
  readonly tasks: ReadonlyMap<string, StoredTask>;
};

/**
 * Signs for every notice of a digest that still waits for it (签收) and whose task is its signer's
 * now, in one write: the climb of each task reads the ledger before it goes on. Signing again changes
 * nothing.
 *
 * @returns how many notices were signed for just now.
 * @throws {BadInput} if there is no such digest, or it was sent to somebody else.
 * @throws {Conflict} after losing to others too many times.
 */
export function signFor(
  run: ParkContext,
  signature: Signature,
  sight?: SignedView,
): Promise<number> {
  const attempt = async (losses: number): Promise<number | typeof LOST> => {
    const seen = losses === 0 ? sight : undefined;
    const { value, version } = await readMine(run, signature, seen);
    const mine = await waitingFor(run, value, signature.by, seen);
    const contact = run.directory.contact(signature.by);
    const signer = { by: ContactId.parse(signature.by), name: contact && named(contact) };
    const answers = value.answers.map((answer) =>
      mine.has(answer.key) ? signed(answer, signer, run.now) : answer,
    );
    const given = answers.filter((answer, at) => answer !== value.answers[at]).length;
    if (given === 0) return 0;
    const result = await run.ports.ledger.write({ ...value, answers }, version);
    return result === 'written' ? given : LOST;
  };
  return untilWritten(attempt, () => {
    throw new Conflict(signature.digest, '系统正在处理');
  });
}

async function readMine(
  run: ParkContext,
  { digest, by }: Signature,
  sight: SignedView | undefined,
): Promise<Stored<Digest>> {
  const read = sight?.read ?? (await run.ports.ledger.read(run.park.id, digest));
  const place = `提醒 ${digest}`;
  if (!read) {
    throw new BadInput([{ place, message: '没有这份提醒', remedy: '请核对编号' }]);
  }
  if (isMine(run, read.value, by)) return read;
  const message = `这份提醒不是发给“${by}”的`;
  throw new BadInput([{ place, message, remedy: '请由收到它的岗位签收' }]);
}

/** Keys of the notices of `digest` that wait for a signature and whose tasks are those of `by` now. */
async function waitingFor(
  run: ParkContext,
  digest: Digest,
  by: string,
  sight: SignedView | undefined,
): Promise<ReadonlySet<string>> {
  const open = new Set(digest.answers.flatMap(({ key, signedAt }) => (signedAt ? [] : [key])));
  const notices = digest.notices.filter(
    (each): each is TaskNotice => each.about === 'task' && open.has(noticeKey(each)),
  );
  const keys = await inParallel(notices, async (notice) => {
    const stored = sight?.tasks.get(notice.task) ?? (await readWhole(run, notice.task));
    const isMine =
      stored && !notice.isSupporting && isInCharge(by, stored.task, notice.role, run.directory);
    return isMine ? [noticeKey(notice)] : [];
  });
  return new Set(keys.flat());
}

/** A digest is signed for by who received it, or by who holds its post now. */
const isMine = (run: ParkContext, { contact, post }: Digest, by: string): boolean =>
  contact === by || run.directory.recipientOf(post)?.contact.id === by;

/**
 * Signs for everything that waits, for one contact or for all of them.
 *
 * @param by - id of the contact; null signs in the name of each.
 * @returns how many notices were signed for just now.
 * @throws {Conflict} after losing to others too many times.
 */
export async function signForAll(run: ParkContext, by: string | null): Promise<number> {
  const today = localDay(run.now, run.rules);
  let given = 0;
  const told = run.ports.ledger.between(run.park.id, today.subtract(LOOK_BACK), today);
  for await (const { value } of readable(run, told)) {
    const { contact, answers } = value;
    if (contact === null) continue;
    const isAsked = answers.some(({ signedAt }) => signedAt === null);
    if (!isAsked || (by !== null && by !== contact)) continue;
    given += await signFor(run, { digest: digestId(value), by: contact });
  }
  return given;
}
