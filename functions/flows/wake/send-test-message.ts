import { BadInput } from '../../domain/base/problems.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import { channelOf } from '../../domain/contacts/outlets.ts';
import { unreachedName, unreachedRemedy } from '../../domain/contacts/unreached.ts';
import type { ParkContext } from '../context/park-context.ts';
import { unreachedNow } from '../context/unreached.ts';
import type { PublishOutcome } from '../ports.ts';

/** Why a test was not accepted, and what helps, in the words of who keeps the contacts. */
const untakenWords = ({
  result,
  reason,
}: Exclude<PublishOutcome, { readonly result: 'accepted' }>): readonly [string, string] =>
  result === 'unknown'
    ? ['没有回音，测试消息可能已发出', '请先问本人是否收到，没有收到再试']
    : [`没有发出：${reason}`, '请稍后再试'];

/**
 * Sends `contact` one message that says it is a test, on the channel that its notices take.
 *
 * @returns the provider's id of the message.
 * @throws {BadInput} if nothing reaches the contact, or the message was not taken.
 */
export async function sendTestMessage(run: ParkContext, contact: Contact): Promise<string> {
  const { park, ports } = run;
  const { id, role, post } = contact;
  const why = await unreachedNow(run, contact);
  if (why !== null) throw notSent(id, `没有发出：${unreachedName[why]}`, unreachedRemedy[why]);
  const channel = channelOf(contact, ports.outlets) ?? 'mail';
  const [outcome] = await ports.messenger.publish([
    {
      park: park.id,
      contact: id,
      role,
      lamp: 'green',
      channel,
      subject: `【如期】测试：${post}`,
      text: `【如期】这是一条测试消息，收到即表示${post}能收到提醒，不需要办理。`,
      short: `【如期】测试消息，收到即可，不需要办理`,
      digests: [],
    },
  ]);
  if (outcome?.result === 'accepted') return outcome.messageId;
  throw notSent(id, ...untakenWords(outcome ?? NO_ANSWER));
}

const NO_ANSWER = { result: 'unknown', reason: 'no answer' } as const;

const notSent = (id: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place: `联系人 ${id}`, message, remedy }]);
