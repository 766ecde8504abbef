import { beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../../functions/domain/base/role.ts';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { topicWith } from '../../../functions/domain/contacts/outlets.ts';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import { ProblemBody } from '../../../functions/portal/api/problem.ts';
import {
  Contacts,
  FollowedBody,
  OneContact,
  Removed,
  Sent,
} from '../../../functions/portal/contacts/schemas.ts';
import { aTask, contactsOf } from '../../support/builders.ts';
import { type Caller, callerAs } from '../../support/caller.ts';
import { contactId } from '../../support/ids.ts';
import { type FakeTopic, fakeTopic } from '../../support/topic.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const all: readonly Contact[] = [
  ...contactsOf('安环局'),
  {
    id: contactId('finance'),
    unit: '财政局',
    post: '资金专班',
    role: 'finance',
    channels: ['wecom'],
  },
];

let world: World;
let topic: FakeTopic;
let office: Caller;
beforeEach(async () => {
  world = newWorld();
  world.goTo('2022-06-15 08:00');
  await settleIn(world, [aTask()], all, defaultPolicy);
  topic = fakeTopic();
  office = await callerAs(world, 'office', { subscribing: topic });
});

const newcomer: Contact = {
  id: contactId('pump-owner'),
  unit: '水务站',
  post: '水务站责任人',
  role: 'owner',
  channels: ['mail'],
  mail: 'pump@park.example',
};

describe('the contacts', () => {
  const markOf = async (id: string): Promise<Record<string, string>> => ({
    'if-match': (await office(`/contacts/${id}`)).headers.get('etag') ?? '',
  });

  it('are added, and followed by the topic', async () => {
    const added = FollowedBody.parse(await (await office('/contacts', newcomer)).json());
    expect(added).toEqual({
      contact: newcomer,
      subscription: 'pending',
      followed: 'subscribed',
      linksEnded: false,
      toldToday: 0,
    });
    const { contacts } = Contacts.parse(await (await office('/contacts')).json());
    expect(contacts.map(({ subscription }) => subscription)).toContain('pending');
    expect((await office('/contacts', newcomer)).status).toBe(409);
    topic.others.count = 200;
    const second = { ...newcomer, id: 'second', unit: '排水站', mail: 'second@park.example' };
    const full = FollowedBody.parse(await (await office('/contacts', second)).json());
    expect(full).toMatchObject({ followed: 'full', subscription: 'missing' });
  });

  it('are replaced and removed only in the version that was read', async () => {
    const seen = await markOf('owner-0');
    const next = { ...contactsOf('安环局')[0], post: '安环经办' };
    const put = await office('/contacts/owner-0', next, seen, 'PUT');
    expect(OneContact.parse(await put.json()).contact.post).toBe('安环经办');
    for (const method of ['PUT', 'DELETE']) {
      const body = method === 'PUT' ? next : undefined;
      const stale = await office('/contacts/owner-0', body, seen, method);
      expect(stale.status).toBe(412);
      expect((await office('/contacts/owner-0', body, {}, method)).status).toBe(428);
    }
    const other = await office('/contacts/owner-0', newcomer, await markOf('owner-0'), 'PUT');
    expect(other.status).toBe(422);
    const unsaid = await office('/contacts/owner-0', undefined, await markOf('owner-0'), 'DELETE');
    expect(unsaid.status).toBe(422);
    expect(JSON.stringify(await unsaid.json())).toContain('安环局的1项在办工作没有责任人');
    const reasoned = `/contacts/owner-0?why=${encodeURIComponent('岗位撤销')}`;
    const gone = await office(reasoned, undefined, await markOf('owner-0'), 'DELETE');
    expect(Removed.parse(await gone.json())).toEqual({
      removed: 'owner-0',
      vacated: ['lx22-071'],
      toldToday: 0,
    });
    expect((await office('/contacts/owner-0')).status).toBe(404);
    const last = await office('/contacts/office', undefined, await markOf('office'), 'DELETE');
    expect(last.status).toBe(422);
    expect(JSON.stringify(await last.json())).toContain('是唯一的园区办');
  });

  it('take a stand-in, an invitation and a test message', async () => {
    const path = '/contacts/owner-0/stand-in';
    const set = await office(path, { standIn: 'head-0' }, await markOf('owner-0'), 'PUT');
    expect(OneContact.parse(await set.json()).contact.standIn).toBe('head-0');
    const self = await office(path, { standIn: 'owner-0' }, await markOf('owner-0'), 'PUT');
    expect(self.status).toBe(422);
    await office('/contacts', newcomer);
    topic.listed.delete('pump@park.example');
    const invited = await office('/contacts/pump-owner/invitation', undefined, {}, 'POST');
    expect(FollowedBody.parse(await invited.json()).followed).toBe('subscribed');
    const sent = await office('/contacts/owner-0/test-message', undefined, {}, 'POST');
    expect(Sent.parse(await sent.json()).messageId).toBe('message-1');
    world.answer.to = () => ({ result: 'rejected', reason: 'no' });
    const failed = await office('/contacts/owner-0/test-message', undefined, {}, 'POST');
    expect(failed.status).toBe(422);
  });

  it('take a channel only where it is set up, and say who has another', async () => {
    const ports = { ...world.ports, ...topic, outlets: topicWith(['feishu']) };
    const stage = await callerAs(world, 'office', { ports, subscribing: topic });
    const refused = await stage('/contacts', { ...newcomer, channels: ['wecom'] });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(await refused.json())).toContain(
      '没有接通企业微信，可选的渠道是邮件、HTTPS 接口、飞书',
    );
    const owner = OneContact.parse(await (await stage('/contacts/owner-0')).json());
    expect(owner.subscription).toBe('notSetUp');
    const seen = (await stage('/contacts/owner-0')).headers.get('etag') ?? '';
    const kept = await stage('/contacts/owner-0', owner.contact, { 'if-match': seen }, 'PUT');
    expect(FollowedBody.parse(await kept.json()).followed).toBe('notSetUp');
    const test = await stage('/contacts/owner-0/test-message', undefined, {}, 'POST');
    expect(test.status).toBe(422);
    expect(JSON.stringify(await test.json())).toContain('渠道没有接通');
  });

  it.each([
    { over: { mail: 'nobody' }, field: 'mail' },
    { over: { role: 'king' }, field: 'role' },
    { over: { channels: [] }, field: 'channels' },
  ])('refuse $field', async ({ over, field }) => {
    const answer = await office('/contacts', { ...newcomer, ...over });
    expect(answer.status).toBe(422);
    const { errors } = ProblemBody.parse(await answer.json());
    expect(errors?.map((each) => each.field)).toEqual([field]);
  });
});

describe('authority', () => {
  const calls = [
    { method: 'GET', path: '/policies', isSeeing: true },
    { method: 'POST', path: '/policies/rehearsal' },
    { method: 'POST', path: '/policies' },
    { method: 'GET', path: '/contacts', isSeeing: true },
    { method: 'GET', path: '/contacts/owner-0', isSeeing: true },
    { method: 'POST', path: '/contacts' },
    { method: 'PUT', path: '/contacts/owner-0' },
    { method: 'DELETE', path: '/contacts/owner-0' },
    { method: 'PUT', path: '/contacts/owner-0/stand-in' },
    { method: 'POST', path: '/contacts/owner-0/invitation' },
    { method: 'POST', path: '/contacts/owner-0/test-message' },
  ];
  const SEEING: ReadonlySet<Role> = new Set(['office', 'responsibleLeader', 'principalLeader']);

  it.each(Role.options)('%s may what the table says, and gets 403 for the rest', async (role) => {
    const contact = all.find((each) => each.role === role);
    const someone = await callerAs(world, contact?.id);
    for (const { method, path, isSeeing = false } of calls) {
      const { status } = await someone(path, method === 'GET' ? undefined : {}, {}, method);
      const may = role === 'office' || (isSeeing && SEEING.has(role));
      expect({ path, method, refused: status === 403 }).toEqual({ path, method, refused: !may });
    }
  });
});
