import { Conflict } from '../../domain/base/faults.ts';
import { ContactId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { named } from '../../domain/contacts/named.ts';
import { signed } from '../../domain/deadlines/acknowledgement.ts';
import { noticeKey, type TaskNotice } from '../../domain/deadlines/notice.ts';
import { type Digest, digestId, LOOK_BACK } from '../../domain/messages/digest.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { isInCharge } from '../../domain/tasks/in-charge.ts';
import { beginRun, type Run, readWhole } from '../context/run.ts';
import { sideBySide } from '../context/side-by-side.ts';
import type { Needs, Stored } from '../ports.ts';

/** Who signs for which digest. */
export type Signature = {
  readonly park: string;
  readonly digest: string;
  /** Id of the contact that signs. */
  readonly by: string;
};

/** Races that a signature may lose before its giver is told. */
const MAX_LOSSES = 5;

/**
 * Signs for every notice of a digest that still waits for it (签收) and whose task is its signer's
 * now, in one write: the climb of each task reads the ledger before it goes on. Signing again changes
 * nothing.
 *
 * @returns how many notices were signed for just now.
 * @throws {BadInput} if there is no such digest, or it was sent to somebody else.
 * @throws {Conflict} after losing to others too many times.
 */
export async function signFor(signature: Signature, needs: Needs): Promise<number> {
  const run = await beginRun(signature.park, needs);
  for (let losses = 0; losses < MAX_LOSSES; losses += 1) {
    const read = await readMine(run, signature);
    const { value, version } = read;
    const mine = await waitingFor(run, value, signature.by);
    const contact = run.directory.contact(signature.by);
    const signer = { by: ContactId.parse(signature.by), name: contact && named(contact) };
    const answers = value.answers.map((answer) =>
      mine.has(answer.key) ? signed(answer, signer, run.now) : answer,
    );
    const given = answers.filter((answer, at) => answer !== value.answers[at]).length;
    if (given === 0) return 0;
    if ((await needs.ledger.write({ ...value, answers }, version)) === 'written') return given;
  }
  throw new Conflict(signature.digest, '系统正在处理');
}

async function readMine(run: Run, { digest, by }: Signature): Promise<Stored<Digest>> {
  const read = await run.needs.ledger.read(run.park.id, digest);
  const place = `提醒 ${digest}`;
  if (!read) {
    throw new BadInput([{ place, message: '没有这份提醒', remedy: '请核对编号' }]);
  }
  if (isMine(run, read.value, by)) return read;
  const message = `这份提醒不是发给“${by}”的`;
  throw new BadInput([{ place, message, remedy: '请由收到它的岗位签收' }]);
}

/** Keys of the notices of `digest` that wait for a signature and whose tasks are those of `by` now. */
async function waitingFor(run: Run, digest: Digest, by: string): Promise<ReadonlySet<string>> {
  const open = new Set(digest.answers.flatMap(({ key, signedAt }) => (signedAt ? [] : [key])));
  const notices = digest.notices.filter(
    (each): each is TaskNotice => each.about === 'task' && open.has(noticeKey(each)),
  );
  const keys = await sideBySide(notices, async (notice) => {
    const stored = await readWhole(run, notice.task);
    const isMine = stored && isInCharge(by, stored.task, notice.role, run.directory);
    return isMine ? [noticeKey(notice)] : [];
  });
  return new Set(keys.flat());
}

/** A digest is signed for by who received it, or by who holds its post now. */
const isMine = (run: Run, { contact, post }: Digest, by: string): boolean =>
  contact === by || run.directory.recipientOf(post)?.contact.id === by;

/**
 * Signs for everything that waits, for one contact or for all of them.
 *
 * @param by - id of the contact; null signs in the name of each.
 * @returns how many notices were signed for just now.
 * @throws {Conflict} after losing to others too many times.
 */
export async function signForAll(park: string, by: string | null, needs: Needs): Promise<number> {
  const run = await beginRun(park, needs);
  const today = localDay(run.now, run.rules);
  let given = 0;
  for await (const each of needs.ledger.between(park, today.subtract(LOOK_BACK), today)) {
    if (!('value' in each) || each.value.contact === null) continue;
    const { contact, answers } = each.value;
    const isAsked = answers.some(({ signedAt }) => signedAt === null);
    if (!isAsked || (by !== null && by !== contact)) continue;
    given += await signFor({ park, digest: digestId(each.value), by: contact }, needs);
  }
  return given;
}
