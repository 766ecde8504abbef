import { describe, expect, it } from 'vitest';
import {
  type Contact,
  Contact as ContactSchema,
} from '../../../functions/domain/contacts/contact.ts';
import { inboxForAll, noOutlets, topicWith } from '../../../functions/domain/contacts/outlets.ts';
import type { Subscription } from '../../../functions/domain/contacts/subscription.ts';
import {
  type Listed,
  stepsTo,
  type Wanted,
  wantedOf,
} from '../../../functions/domain/contacts/topic-changes.ts';
import { whyUnreached } from '../../../functions/domain/contacts/unreached.ts';
import { at } from '../../support/builders.ts';
import { contactId } from '../../support/ids.ts';

const contact = (id: string, over: Partial<Contact> = {}): Contact => ({
  id: contactId(id),
  unit: '安环局',
  post: '安环局责任人',
  role: 'owner',
  channels: ['mail'],
  mail: `${id}@park.example`,
  ...over,
});

const address = { channel: 'mail', endpoint: 'a@park.example' } as const;
const wanted: Wanted = { ...address, contacts: [contactId('a')] };
const known: Subscription = {
  ...wanted,
  park: 'linxiang',
  arn: 'arn:sub',
  state: 'pending',
  askedAt: at('2022-06-15 08:00'),
};
const pending: Listed = { ...address, arn: null };
const confirmed: Listed = { ...address, arn: 'arn:sub' };

describe('why a contact is not reached', () => {
  const mine = (over: Partial<Subscription> = {}): Subscription => ({
    ...known,
    state: 'confirmed',
    ...over,
  });
  const stage = topicWith(['wecom']);

  it.each([
    { is: 'confirmed', subscriptions: [mine()], why: null },
    { is: 'pending', subscriptions: [mine({ state: 'pending' })], why: 'pending' },
    { is: 'refused', subscriptions: [mine({ state: 'refused' })], why: 'refused' },
    { is: 'removed', subscriptions: [mine({ state: 'removed' })], why: 'missing' },
    { is: 'not there', subscriptions: [], why: 'missing' },
    {
      is: 'that of another address',
      subscriptions: [mine({ endpoint: 'old@park.example' })],
      why: 'missing',
    },
    {
      is: 'for others only',
      subscriptions: [mine({ contacts: [contactId('b')] })],
      why: 'missing',
    },
  ])('its subscription is $is: $why', ({ subscriptions, why }) => {
    expect(whyUnreached(contact('a'), stage, subscriptions)).toBe(why);
  });

  it('is that no channel of its own is set up, where an inbox does not take everything', () => {
    const relayed = (channel: 'wecom' | 'feishu'): Contact => contact('a', { channels: [channel] });
    expect(whyUnreached(relayed('wecom'), stage, [])).toBeNull();
    expect(whyUnreached(relayed('feishu'), stage, [])).toBe('notSetUp');
    expect(whyUnreached(contact('a'), noOutlets, [mine()])).toBe('notSetUp');
    expect(whyUnreached(relayed('feishu'), inboxForAll, [])).toBeNull();
    expect(whyUnreached(contact('a'), inboxForAll, [])).toBeNull();
  });
});

describe('the addresses of contacts', () => {
  it('are those of the first channel, if SNS delivers on it', () => {
    const contacts = [
      contact('b'),
      contact('c', { channels: ['https'], https: 'https://hook.park.example/in' }),
      contact('d', { channels: ['wecom', 'mail'] }),
    ];
    expect(wantedOf(contacts, inboxForAll)).toEqual([
      { channel: 'mail', endpoint: 'b@park.example', contacts: ['b'] },
      { channel: 'https', endpoint: 'https://hook.park.example/in', contacts: ['c'] },
    ]);
    expect(wantedOf(contacts, topicWith([])).at(-1)).toMatchObject({ contacts: ['d'] });
    expect(wantedOf(contacts, noOutlets)).toEqual([]);
  });

  it('that several contacts share are one, which names them in order', () => {
    const mail = 'office@park.example';
    const both = [contact('z', { mail }), contact('y', { mail })];
    expect(wantedOf(both, inboxForAll)).toEqual([
      { channel: 'mail', endpoint: mail, contacts: ['y', 'z'] },
    ]);
  });

  it.each([
    {
      what: 'no address of its channel',
      over: { channels: ['mail', 'https'] },
      says: '渠道里有 https，须给出它的地址',
    },
    { what: 'a mail address that is none', over: { mail: 'a' }, says: '不是邮箱地址' },
    {
      what: 'an endpoint in the clear',
      over: { channels: ['https'], https: 'http://hook.park.example' },
      says: 'https://',
    },
  ])('are refused with $what', ({ over, says }) => {
    const { error } = ContactSchema.safeParse({ ...contact('a'), ...over });
    expect(error?.message).toContain(says);
  });
});

describe('the steps to what is wanted', () => {
  it.each([
    { what: 'a new address', known: [], listed: [], steps: [{ act: 'subscribe', wanted }] },
    { what: 'one that was asked', known: [known], listed: [pending], steps: [] },
    {
      what: 'one that confirmed',
      known: [known],
      listed: [confirmed],
      steps: [{ act: 'note', to: { ...known, state: 'confirmed' } }],
    },
    {
      what: 'one that lapsed or was unsubscribed',
      known: [{ ...known, state: 'confirmed' as const }],
      listed: [],
      steps: [{ act: 'note', to: { ...known, state: 'refused' } }],
    },
    {
      what: 'one that refused, which is not asked again',
      known: [{ ...known, state: 'refused' as const }],
      listed: [],
      steps: [],
    },
    {
      what: 'one that refused and confirmed after all',
      known: [{ ...known, state: 'refused' as const }],
      listed: [confirmed],
      steps: [{ act: 'note', to: { ...known, state: 'confirmed' } }],
    },
    {
      what: 'one that was removed before',
      known: [{ ...known, state: 'removed' as const }],
      listed: [],
      steps: [{ act: 'subscribe', wanted }],
    },
    {
      what: 'one that stands for others now',
      known: [{ ...known, contacts: ['a', 'b'].map(contactId) }],
      listed: [confirmed],
      steps: [{ act: 'filter', to: { ...known, state: 'confirmed' } }],
    },
  ])('for $what', (row) => {
    expect(stepsTo([wanted], row.known, row.listed)).toEqual(row.steps);
  });

  it.each([
    {
      what: 'confirmed: it is ended',
      listed: [confirmed],
      step: { act: 'unsubscribe', to: { ...known, state: 'removed' } },
    },
    {
      what: 'pending, which SNS cannot end: it lets nothing through',
      listed: [pending],
      step: { act: 'filter', to: { ...known, contacts: ['-'] } },
    },
    {
      what: 'gone: it is written down',
      listed: [],
      step: { act: 'note', to: { ...known, state: 'removed' } },
    },
  ])('for one that is no longer wanted and is $what', ({ listed, step }) => {
    expect(stepsTo([], [known], listed)).toEqual([step]);
  });

  it('leave alone what is silenced until it goes', () => {
    expect(stepsTo([], [{ ...known, contacts: [contactId('-')] }], [pending])).toEqual([]);
  });
});
