import { expect, it } from 'vitest';
import type { OutgoingMessage } from '../../functions/flows/ports.ts';
import { openInbox, type Received } from '../../functions/local/inbox.ts';
import { openSqlite } from '../../functions/local/sqlite-file.ts';
import { contactId, digestNamed } from '../support/ids.ts';

const now = '2022-06-15 08:00';

const messageTo = (contact: string): OutgoingMessage => ({
  park: 'linxiang',
  contact: contactId(contact),
  role: 'owner',
  lamp: 'yellow',
  channel: 'wecom',
  subject: '请按期推进',
  text: `致 ${contact}`,
  short: null,
  digests: [{ id: digestNamed(`2022-06-15#${contact}#1`), keys: ['k'] }],
});

it('a message that was accepted is shown once, also by a process that comes later', async () => {
  const file = openSqlite();
  const inbox = openInbox(file, () => now);
  const outcomes = await inbox.publish(['a', 'b', 'c'].map(messageTo));
  const ids = outcomes.map((each) => (each.result === 'accepted' ? each.messageId : each.reason));
  expect(new Set(ids).size).toBe(3);

  const seen: string[] = [];
  const dying = ({ contact }: Received): void => {
    if (contact === 'b') throw new Error('died while it was printed');
    seen.push(contact);
  };
  expect(() => inbox.show(dying)).toThrow('died');
  const later = openInbox(file, () => now);
  later.show(({ contact, slot, text, digests }) => {
    seen.push(contact);
    expect({ slot, text, digests }).toEqual({
      slot: '2022-06-15 08:00',
      text: `致 ${contact}`,
      digests: [`2022-06-15#${contact}#1`],
    });
  });
  later.show(() => seen.push('again'));
  expect(seen).toEqual(['a', 'b', 'c']);
});
