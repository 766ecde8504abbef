import { Temporal } from 'temporal-polyfill';
import { Conflict } from '../../domain/base/faults.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { Contact, Recipient } from '../../domain/contacts/contact.ts';
import { unreachedName, unreachedRemedy } from '../../domain/contacts/unreached.ts';
import { type Digest, digestId } from '../../domain/messages/digest.ts';
import { linkedBy } from '../../domain/messages/digest-claim.ts';
import { isSpeakingTime, localDay } from '../../domain/policy/hours.ts';
import { refuseActor } from '../context/actor.ts';
import { readable } from '../context/damaged.ts';
import { alone, type ParkContext } from '../context/park-context.ts';
import { unreachedNow } from '../context/unreached.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import type { PublishOutcome, Stored } from '../ports.ts';
import { issueLink, outgoingMessage, type Telling } from './prepare.ts';
import { stillTrue } from './recheck.ts';

/** Whose messages of today are sent once more, and who asks for it. */
export type Again = {
  /** Id of the contact that received them, also of one that is gone. */
  readonly contact: string;
  /** Id of the contact that asks for it; without one, an operator at the command line. */
  readonly by?: string;
};

/**
 * Sends what a contact was told today once more, to anyone who has its posts now, at their address of
 * now and with a new link: one message each, of what is still true. It is done once for each call, and
 * whatever becomes of it nothing repeats it by itself.
 *
 * @returns who receives it.
 * @throws {BadInput} if `by` may not, nothing may be said at this hour, nothing was told today or is
 *   still true, or a message was not taken; those before it are sent.
 * @throws {Conflict} if somebody signed, or asked for the same, at the same moment.
 */
export async function sendAgain(
  run: ParkContext,
  { contact, by }: Again,
): Promise<readonly Contact[]> {
  if (by !== undefined) refuseActor(run, by, 'keepContacts');
  const place = run.directory.contact(contact)?.post ?? contact;
  if (!isSpeakingTime(run.now, run.rules)) {
    throw refusal(place, '现在不是发提醒的时间', '请在工作日的发送时刻以后、18:00 以前再发');
  }
  const reached: Contact[] = [];
  for (const [to, digests] of byReceiver(run, await toldToday(run, contact))) {
    if (await sendOne(run, to, digests, reached)) reached.push(to.contact);
  }
  if (reached.length > 0) return reached;
  throw refusal(place, '今天没有发过提醒，或其中的事项都已不用再提醒', '不用再发');
}

const refusal = (place: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place, message, remedy }]);

/** How late a digest may have gone out. */
const LATELY = Temporal.Duration.from({ days: 13 });

/** The digests that the contact called `id` was told today. */
export async function toldToday(run: ParkContext, id: string): Promise<readonly Stored<Digest>[]> {
  const today = localDay(run.now, run.rules);
  const isToday = ({ state, contact, sentAt }: Digest): boolean =>
    state === 'sent' &&
    contact === id &&
    sentAt !== null &&
    localDay(sentAt, run.rules).equals(today);
  const told: Stored<Digest>[] = [];
  const lately = run.ports.ledger.between(run.park.id, today.subtract(LATELY), today);
  for await (const each of readable(run, lately)) if (isToday(each.value)) told.push(each);
  return told;
}

/** Who receives `digests` now, each with its own. */
function byReceiver(
  { directory }: ParkContext,
  digests: readonly Stored<Digest>[],
): readonly (readonly [Recipient, readonly Stored<Digest>[]])[] {
  const addressed = digests.flatMap((stored) => {
    const recipient = directory.recipientOf(stored.value.post);
    return recipient ? [{ stored, recipient }] : [];
  });
  const groups = Map.groupBy(addressed, ({ recipient }) => recipient.contact.id);
  return [...groups.values()].flatMap((group) =>
    group[0] ? [[group[0].recipient, group.map(({ stored }) => stored)] as const] : [],
  );
}

/**
 * @param before - who received theirs already, for words about one that is not taken.
 * @returns whether anything of it was still to be said.
 */
async function sendOne(
  run: ParkContext,
  recipient: Recipient,
  digests: readonly Stored<Digest>[],
  before: readonly Contact[],
): Promise<boolean> {
  const why = await unreachedNow(run, recipient.contact);
  if (why !== null) {
    throw refusal(recipient.contact.post, `没有发出：${unreachedName[why]}`, unreachedRemedy[why]);
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
    ? refusal(post, `没有发出：${outcome.reason}${done}`, '请稍后再试')
    : refusal(post, `没有回音，可能已发出${done}`, '请先问本人是否收到，没有收到再发');
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
