import type { Contact } from '../domain/contact.ts';
import type { Messenger, Outcome } from './ports.ts';

/** Why a test was not accepted, and what helps, in the words of who keeps the contacts. */
export const untakenWords = ({
  result,
  reason,
}: Exclude<Outcome, { readonly result: 'accepted' }>): readonly [string, string] =>
  result === 'unknown'
    ? ['没有回音，测试消息可能已发出', '请先问本人是否收到，没有收到再试']
    : [`没有发出：${reason}`, '请稍后再试'];

/** Sends `contact` one message that says it is a test, on the channel that its notices take. */
export async function sendTestMessage(
  park: string,
  { id, role, post, channels }: Contact,
  { messenger }: { readonly messenger: Messenger },
): Promise<Outcome> {
  const [channel = 'mail'] = channels;
  const [outcome] = await messenger.publish([
    {
      park,
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
  return outcome ?? { result: 'unknown', reason: 'no answer' };
}
