import { describe, expect, it } from 'vitest';
import type { Role } from '../../../functions/domain/base/role.ts';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { noticeKey } from '../../../functions/domain/deadlines/notice.ts';
import { briefingNotices } from '../../../functions/domain/messages/briefing-notices.ts';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import { at, contactsOf, day, rules } from '../../support/builders.ts';
import { contactId } from '../../support/ids.ts';

const contacts = contactsOf('安环局', '招商局');

/** Keys of the sheets due on `today`, after the watch last spoke on `lastTold`. */
function keysOn(
  lastTold: string,
  today: string,
  { sheets = defaultPolicy.sheets, readers = contacts, calendar = rules.calendar } = {},
): readonly string[] {
  const policy = { ...defaultPolicy, sheets };
  const going = { ...rules, calendar, policies: [{ policy, from: day('2022-01-01') }] as const };
  const watch = { toldOn: day(lastTold), beginsOn: null, wakeAt: at(`${today} 08:00`) };
  return briefingNotices(watch, day(today), going, readers).map(noticeKey);
}

const week = (name: string): readonly string[] => [
  `weekSheet/${name}/leader`,
  `weekSheet/${name}/principalLeader`,
];
const month = (name: string): readonly string[] => [
  `monthSheet/${name}/leader`,
  `monthSheet/${name}/principalLeader`,
  `monthSheet/${name}/office`,
];

describe('the sheets of a park', () => {
  it.each([
    { when: 'a Monday', lastTold: '2022-06-17', today: '2022-06-20', keys: week('2022-W25') },
    { when: 'the Tuesday after it', lastTold: '2022-06-20', today: '2022-06-21', keys: [] },
    {
      when: 'the Tuesday after a Monday that was a holiday',
      lastTold: '2022-09-09',
      today: '2022-09-13',
      keys: week('2022-W37'),
    },
    {
      when: 'a Sunday that is worked',
      lastTold: '2022-04-22',
      today: '2022-04-24',
      keys: [],
    },
    {
      when: 'the Wednesday that ends an outage since Friday',
      lastTold: '2022-06-17',
      today: '2022-06-22',
      keys: week('2022-W25'),
    },
    {
      when: 'the day that ends an outage of three weeks',
      lastTold: '2022-06-01',
      today: '2022-06-22',
      keys: week('2022-W25'),
    },
    {
      when: 'the first working day of a month within a week',
      lastTold: '2022-06-30',
      today: '2022-07-01',
      keys: month('2022-07'),
    },
    {
      when: 'the first working day of a month and of a week',
      lastTold: '2022-07-29',
      today: '2022-08-01',
      keys: month('2022-08'),
    },
    {
      when: 'the first working day after a New Year that begins in the last week of the old one',
      lastTold: '2021-12-31',
      today: '2022-01-04',
      keys: month('2022-01'),
    },
  ])('on $when are $keys', ({ lastTold, today, keys }) => {
    expect(keysOn(lastTold, today).toSorted()).toEqual(keys.toSorted());
  });

  it('of the week go to those who get none of the month on that day', () => {
    const sheets: { weekly: Role[]; monthly: Role[] } = {
      weekly: ['principalLeader', 'office'],
      monthly: ['office'],
    };
    expect(keysOn('2022-07-29', '2022-08-01', { sheets })).toEqual([
      'monthSheet/2022-08/office',
      'weekSheet/2022-W31/principalLeader',
    ]);
  });

  it('come once to a leader of several units, to each of several leaders, and to no vacant post', () => {
    const other: Contact = {
      id: contactId('leader-2'),
      unit: '管委会',
      post: '另一位分管领导',
      role: 'responsibleLeader',
      covers: ['招商局'],
      channels: ['wecom'],
    };
    const readers = [...contacts.filter(({ id }) => id !== 'principal'), other];
    expect(keysOn('2022-06-17', '2022-06-20', { readers })).toEqual([
      'weekSheet/2022-W25/leader',
      'weekSheet/2022-W25/leader-2',
    ]);
  });

  it('are nobody’s where the policy names nobody', () => {
    const sheets = { weekly: [], monthly: [] };
    expect(keysOn('2022-07-29', '2022-08-01', { sheets })).toEqual([]);
  });

  it('that were told on a day which turns out to be a holiday are not told again', () => {
    const restDays = new Set([...rules.calendar.restDays, '2022-06-20']);
    const calendar = { ...rules.calendar, restDays };
    expect(keysOn('2022-06-20', '2022-06-21', { calendar })).toEqual([]);
    expect(keysOn('2022-06-17', '2022-06-21', { calendar })).toEqual(week('2022-W25'));
  });
});
