import type { Contact, Recipient } from '../../domain/contacts/contact.ts';
import type { Digest } from '../../domain/messages/digest.ts';
import { isSpeakingTime } from '../../domain/policy/hours.ts';
import { refuseActor } from '../context/actor.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Stored } from '../ports.ts';
import { refusedSending, sendCopy } from './send-copy.ts';
import { toldToday } from './told-today.ts';

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
    throw refusedSending(place, '现在不是发提醒的时间', '请在工作日的发送时刻以后、18:00 以前再发');
  }
  const reached: Contact[] = [];
  for (const [to, digests] of byReceiver(run, await toldToday(run, contact))) {
    if (await sendCopy(run, to, digests, reached)) reached.push(to.contact);
  }
  if (reached.length > 0) return reached;
  throw refusedSending(place, '今天没有发过提醒，或其中的事项都已不用再提醒', '不用再发');
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
