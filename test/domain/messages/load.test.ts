import { describe, expect, it } from 'vitest';
import type { Digest } from '../../../functions/domain/messages/digest.ts';
import { loadOf } from '../../../functions/domain/messages/load.ts';
import { at, rules } from '../../support/builders.ts';
import { aDigest } from '../../support/digests.ts';
import { contactId } from '../../support/ids.ts';

/** A digest that went out to `contact` at `local` in the message `messageId`. */
const sent = (messageId: string, local: string, contact = 'a'): Digest =>
  aDigest({ state: 'sent', messageId, contact: contactId(contact), sentAt: at(local) });

describe('the load of a contact', () => {
  it('counts messages by week, however many digests they told, and what came later the same day', () => {
    const digests = [
      sent('m-1', '2022-06-27 08:00'),
      sent('m-1', '2022-06-27 08:00'),
      sent('m-2', '2022-06-27 15:00'),
      sent('m-3', '2022-07-03 08:00'),
      sent('m-4', '2022-07-04 08:00'),
      sent('m-5', '2022-06-27 08:00', 'b'),
      aDigest(),
    ];
    expect(loadOf(digests, rules)).toEqual([
      { contact: 'a', week: '2022-W26', messages: 3, stragglers: 1 },
      { contact: 'a', week: '2022-W27', messages: 1, stragglers: 0 },
      { contact: 'b', week: '2022-W26', messages: 1, stragglers: 0 },
    ]);
  });

  it('gives the days around New Year to the week they belong to', () => {
    const newYear = sent('m-1', '2023-01-01 09:00');
    expect(loadOf([newYear], rules)).toMatchObject([{ week: '2022-W52' }]);
  });
});
