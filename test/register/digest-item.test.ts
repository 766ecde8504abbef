import { expect, it } from 'vitest';
import { DigestItem } from '../../functions/register/digest-item.ts';

it('a digest that was written before a field was added is read as it was meant', () => {
  const before = {
    park: 'linxiang',
    day: '2022-06-27',
    post: 'owner@安环局',
    number: 1,
    state: 'sent',
    notices: [],
    dropped: [],
    holder: null,
    attempts: 1,
    contact: 'anhuan-owner',
    insteadOf: null,
    messageId: 'm-1',
    sentAt: '2022-06-27T00:02:00Z',
    answers: [],
    version: 2,
  };
  expect(DigestItem.parse(before)).toMatchObject({ unknowns: 0, code: null, wakeAt: null });
});
