import { Temporal } from 'temporal-polyfill';
import { Conflict } from '../../domain/base/faults.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { Contact, Recipient } from '../../domain/contacts/contact.ts';
import { unreachedName, unreachedRemedy } from '../../domain/contacts/unreached.ts';
import { type Digest, digestId } from '../../domain/messages/digest.ts';
import { linkedBy } from '../../domain/messages/digest-claim.ts';
import { alone, type ParkContext } from '../context/park-context.ts';
import { unreachedNow } from '../context/unreached.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import type { PublishOutcome, Stored } from '../ports.ts';
import type { Telling } from './claim-digest.ts';
import { issueLink, outgoingMessage } from './outgoing-message.ts';
import { stillTrue } from './recheck-digest.ts';

/** Why nothing is sent once more, in words for who asks for it. */
export const refusedSending = (place: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place, message, remedy }]);

/**
 * Sends what is still true of `digests` to `recipient` once more, as one message with a new link.
 *
 * @param before - who received theirs already, for words about one that is not taken.
 * @returns whether anything of it was still to be said.
 * @throws {BadInput | Conflict} as `sendAgain` does.
 */
export async function sendCopy(
  run: ParkContext,
  recipient: Recipient,
  digests: readonly Stored<Digest>[],
  before: readonly Contact[],
): Promise<boolean> {
  const why = await unreachedNow(run, recipient.contact);
  if (why !== null) {
    throw refusedSending(
      recipient.contact.post,
      `没有发出：${unreachedName[why]}`,
      unreachedRemedy[why],
    );
  }
  const told: Telling[] = [];
  const code = run.ports.newCode();
  for (const each of digests) {
    const checked = await stillTrue(run, each, recipient);
    if (checked.keys.length === 0) continue;
    const digest = await relinked(run, each, code);
    told.push({ ...checked, digest, recipient, link: undefined });
  }
  if (told.length === 0) return false;
  const link = await issueLink(run, recipient, told);
  const message = await outgoingMessage(run, { recipient, told, link });
  const [outcome] = await run.ports.messenger.publish([message]);
  if (outcome?.result !== 'accepted') throw untaken(recipient.contact, outcome, before);
  for (const { digest } of told) await noteCopy(run, digest.value, recipient, outcome.messageId);
  return true;
}

/** How long two who ask for the same are taken for one who pressed twice. */
const PRESSED_TWICE = Temporal.Duration.from({ minutes: 1 });

/** The digest with its new code, which only one of two who ask for it at once can give it. */
async function relinked(
  { ports, now }: ParkContext,
  { value, version }: Stored<Digest>,
  code: string,
): Promise<Stored<Digest>> {
  const next = linkedBy(value, code);
  const isWritten =
    !wasJustSent(value, now) && (await ports.ledger.write(next, version)) === 'written';
  if (isWritten) return { value: next, version: version + 1 };
  throw new Conflict(digestId(value), '刚有人签收，或刚再发过一次');
}

const wasJustSent = ({ copies }: Digest, now: Temporal.Instant): boolean =>
  copies.some(
    ({ sentAt }) => sentAt !== null && Temporal.Instant.compare(sentAt.add(PRESSED_TWICE), now) > 0,
  );

function untaken(
  { post }: Contact,
  outcome: Exclude<PublishOutcome, { readonly result: 'accepted' }> | undefined,
  before: readonly Contact[],
): BadInput {
  const done = before.length > 0 ? `（已发给${before.map((each) => each.post).join('、')}）` : '';
  return outcome?.result === 'rejected' || outcome?.result === 'deferred'
    ? refusedSending(post, `没有发出：${outcome.reason}${done}`, '请稍后再试')
    : refusedSending(post, `没有回音，可能已发出${done}`, '请先问本人是否收到，没有收到再发');
}

/** Adds to the proof that `digest` was told once more. */
async function noteCopy(
  run: ParkContext,
  digest: Digest,
  { contact, insteadOf }: Recipient,
  messageId: string,
): Promise<void> {
  const id = digestId(digest);
  const copy = {
    contact: contact.id,
    insteadOf: insteadOf?.id ?? null,
    messageId,
    sentAt: run.now,
  };
  const attempt = async (): Promise<undefined | typeof LOST> => {
    const read = await run.ports.ledger.read(run.park.id, id);
    if (!read) return;
    const next = { ...read.value, copies: [...read.value.copies, copy] };
    return (await run.ports.ledger.write(next, read.version)) === 'written' ? undefined : LOST;
  };
  // That it went out stays so, whatever becomes of its note.
  await alone(run, id, () => untilWritten(attempt, () => undefined));
}
