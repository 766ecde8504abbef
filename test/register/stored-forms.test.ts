import { expect, it } from 'vitest';
import { z } from 'zod';
import { opened, unreached } from '../../functions/domain/digest.ts';
import { unsentNotice } from '../../functions/domain/watch.ts';
import { DigestItem } from '../../functions/register/digest-item.ts';
import { WatchItem } from '../../functions/register/items.ts';
import { at, day } from '../support/builders.ts';

it('a watch that was written before anybody could lack a channel is read as one that told of none', () => {
  const before = {
    park: 'linxiang',
    wakeAt: '2022-06-16T00:00:00Z',
    watched: 97,
    repaired: 0,
    damaged: 0,
    datesToSet: null,
    beginsOn: null,
    toldOn: '2022-06-15',
    version: 3,
  };
  expect(WatchItem.parse(before)).toMatchObject({ withoutChannel: [], gap: null });
});

it('a digest that was not sent, and the notice of it, are read as they were written', () => {
  const place = { park: 'linxiang', day: day('2022-06-15'), post: 'office', number: 1 };
  const notice = unsentNotice('2022-06-15#owner@安环局#1', 'owner-0', 'notSetUp');
  const digest = opened(place, notice, at('2022-06-15 08:00'));
  const ended = unreached(digest, { contact: 'office', insteadOf: null, dropped: [] });
  const asked = { about: 'park', matter: 'channelsMissing', of: '2022-06-15', post: 'office' };
  const stored = { ...ended, notices: [notice, asked], version: 2 } as z.output<typeof DigestItem>;
  expect(DigestItem.parse(z.encode(DigestItem, stored))).toEqual(stored);
});
