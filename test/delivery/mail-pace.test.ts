import { expect, it } from 'vitest';
import { atMailPace } from '../../functions/delivery/mail-pace.ts';
import type { OutgoingMessage } from '../../functions/flows/ports.ts';
import { contactId } from '../support/ids.ts';

const message = (channel: string): OutgoingMessage => ({
  park: 'linxiang',
  contact: contactId('a'),
  role: 'owner',
  lamp: 'yellow',
  channel,
  subject: '',
  text: '',
  short: null,
  digests: [],
});

it('mails go out ten a second, and other channels as they come', async () => {
  let now = 5000;
  const calls: { at: number; count: number }[] = [];
  const messenger = atMailPace(
    {
      publish: async (messages) => {
        calls.push({ at: now, count: messages.length });
        return messages.map(() => ({ result: 'accepted', messageId: 'm' }) as const);
      },
    },
    { now: () => now, wait: async (milliseconds) => void (now += milliseconds) },
  );
  const tenMails = Array.from({ length: 10 }, () => message('mail'));

  await messenger.publish(tenMails);
  await messenger.publish([message('wecom')]);
  await messenger.publish([message('mail'), message('wecom')]);
  await messenger.publish([message('mail')]);

  expect(calls).toEqual([
    { at: 5000, count: 10 },
    { at: 5000, count: 1 },
    { at: 6000, count: 2 },
    { at: 6100, count: 1 },
  ]);
});
