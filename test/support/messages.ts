import type { OutgoingMessage } from '../../functions/flows/ports.ts';
import { contactId, digestNamed } from './ids.ts';

/** A message to `contact`, of one digest unless the test says otherwise. */
export const aMessage = (
  contact: string,
  digests: OutgoingMessage['digests'] = [
    { id: digestNamed('2022-06-27#owner@安环局#1'), keys: ['a'] },
  ],
): OutgoingMessage => ({
  park: 'linxiang',
  contact: contactId(contact),
  role: 'owner',
  lamp: 'yellow',
  channel: 'wecom',
  subject: '安环局责任人：6月27日（周一），有1项工作临近到期',
  text: '正文',
  short: '短文',
  digests,
});
