import { beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { subscribeContacts } from '../../../functions/flows/contacts/subscribe-contacts.ts';
import { aTask, contactsOf } from '../../support/builders.ts';
import { fieldsIn } from '../../support/form.ts';
import { aPortal, faults, signedInAs, type Visitor } from '../../support/portal.ts';
import { type FakeTopic, fakeTopic } from '../../support/topic.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const LIST = '/settings/contacts';
const OWNER = `${LIST}/owner-0`;

let world: World;
let topic: FakeTopic;
let office: Visitor;
beforeEach(async () => {
  world = newWorld();
  world.goTo('2022-06-15 08:00');
  await settleIn(world, [aTask()], contactsOf('安环局', '招商局'));
  topic = fakeTopic();
  office = await signedInAs('office', aPortal(world, { subscribing: topic }));
});

const stored = async (id: string): Promise<Contact | undefined> =>
  (await world.register.directory('linxiang')).value.contacts.find((each) => each.id === id);

const byMail = { channel: 'mail', mail: 'owner@park.example' };
const newcomer = {
  id: 'pump-owner',
  unit: '水务站',
  post: '水务站责任人',
  role: 'owner',
  covers: '',
  https: '',
  ...byMail,
};
const typed = async (over: Readonly<Record<string, string>>): Promise<Record<string, string>> => ({
  ...fieldsIn(await office.text(OWNER)),
  ...over,
});

describe('the list of contacts', () => {
  it('says how each is reached and how its subscription stands', async () => {
    await office.post(OWNER, await typed(byMail));
    const row = async (): Promise<string> =>
      (/<tr><td><a href="\/settings\/contacts\/owner-0">.*?<\/tr>/s.exec(
        await office.text(LIST),
      ) ?? [''])[0].replaceAll(/<[^>]+>/g, ' ');
    expect(await row()).toMatch(
      /安环局责任人 .*责任人 .*邮件、企业微信 .*owner@park\.example .*待确认 .*—/,
    );
    topic.listed.set(byMail.mail, { channel: 'mail', endpoint: byMail.mail, arn: byMail.mail });
    await office.post(`${OWNER}/invitation`);
    expect(await row()).toContain('已确认');
    topic.listed.delete(byMail.mail);
    await subscribeContacts('linxiang', { ...world.ports, ...topic });
    expect(await row()).toContain('未确认或已退订');
  });
});

describe('a contact', () => {
  it('is added, and asked to confirm at once', async () => {
    const answer = await office.post(LIST, newcomer);
    expect(answer.headers.get('location')).toBe(`${LIST}/pump-owner?ok=subscribed`);
    expect(await office.text(`${LIST}/pump-owner?ok=subscribed`)).toContain('须由其本人确认');
    expect(await stored('pump-owner')).toEqual({
      id: 'pump-owner',
      unit: '水务站',
      post: '水务站责任人',
      role: 'owner',
      channels: ['mail'],
      mail: 'owner@park.example',
    });
    expect(topic.calls).toEqual(['subscribe owner@park.example pump-owner']);
  });

  it('is not added with anything wrong: all of it is named next to its field, and stays typed', async () => {
    const wrong = { ...newcomer, id: 'Pump 1', unit: '', mail: 'nobody' };
    const answer = await office.post(LIST, wrong);
    expect(answer.status).toBe(400);
    const page = await answer.text();
    for (const field of ['id', 'unit', 'mail']) {
      expect(page).toContain(`href="#contact-${field}"`);
      expect(page).toContain(`id="contact-${field}-fault"`);
    }
    expect(page).toContain('value="Pump 1"');
    expect(page).toContain('<title>有错误：');
    const { mail: _, ...unaddressed } = newcomer;
    expect(await (await office.post(LIST, unaddressed)).text()).toContain('须给出它的地址');
    const taken = await office.post(LIST, { ...newcomer, id: 'owner-0' });
    expect(await taken.text()).toContain('编号：已有这个编号');
    expect(await stored('pump-owner')).toBeUndefined();
    expect((await stored('owner-0'))?.channels).toEqual(['wecom']);
  });

  it('is changed, keeps its other channels and its stand-in, and leaves its old address', async () => {
    await office.post(`${OWNER}/stand-in`, await typed({ standIn: 'head-0' }));
    await office.post(OWNER, await typed(byMail));
    await office.post(OWNER, await typed({ mail: 'new@park.example', covers: '安环局、水务站' }));
    expect(await stored('owner-0')).toMatchObject({
      channels: ['mail', 'wecom'],
      mail: 'new@park.example',
      covers: ['安环局', '水务站'],
      standIn: 'head-0',
    });
    expect([...topic.listed.keys()]).toContain('new@park.example');
    await office.post(OWNER, await typed({ channel: 'wecom', mail: '', covers: '' }));
    const { mail, covers, channels } = (await stored('owner-0')) ?? {};
    expect({ mail, covers, channels }).toEqual({
      mail: undefined,
      covers: undefined,
      channels: ['wecom'],
    });
  });

  it('is not changed from an outdated form', async () => {
    const seen = await typed({ post: '安环责任' });
    await office.post(OWNER, await typed({ post: '安环局经办' }));
    for (const act of ['', '/removal', '/stand-in']) {
      const answer = await office.post(`${OWNER}${act}`, { ...seen, sure: 'on', standIn: '' });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('刚被改动：别人改过这个联系人');
    }
    expect((await stored('owner-0'))?.post).toBe('安环局经办');
  });

  it('is saved when the topic is full, the address is taken, or SNS fails, and the page says which', async () => {
    topic.others.count = 200;
    const full = await office.post(OWNER, await typed(byMail));
    expect(full.headers.get('location')).toBe(`${OWNER}?ok=full&ok=linksEnded`);
    expect(await office.text(`${OWNER}?ok=full`)).toContain('一个主题至多 200 个订阅');
    topic.others.count = 0;
    topic.others.taken = 'taken@park.example';
    const taken = await office.post(OWNER, await typed({ mail: 'taken@park.example' }));
    expect(taken.headers.get('location')).toBe(`${OWNER}?ok=taken&ok=linksEnded`);
    const list = (): Promise<never> => Promise.reject(new Error('throttled'));
    const broken = { ...topic, subscribers: { ...topic.subscribers, list } };
    const late = await signedInAs('office', aPortal(world, { subscribing: broken }));
    const tonight = await late.post(OWNER, await typed({ mail: 'late@park.example' }));
    expect(tonight.headers.get('location')).toBe(`${OWNER}?ok=tonight&ok=linksEnded`);
    expect(faults.at(-1)).toContain('throttled');
    expect((await stored('owner-0'))?.mail).toBe('late@park.example');
  });

  it('waits for the nightly run where the pages cannot reach the topic', async () => {
    const without = await signedInAs('office', aPortal(world));
    const answer = await without.post(OWNER, await typed(byMail));
    expect(answer.headers.get('location')).toBe(`${OWNER}?ok=tonight&ok=linksEnded`);
    expect(await without.text(OWNER)).toContain('每晚核对');
    expect(topic.calls).toEqual([]);
  });
});

describe('taking a contact out', () => {
  it('says what it leaves without its post, is confirmed, and ends its subscription', async () => {
    await office.post(OWNER, await typed(byMail));
    topic.listed.set(byMail.mail, { channel: 'mail', endpoint: byMail.mail, arn: 'arn' });
    expect(await office.text(OWNER)).toContain('1 项在办事项会缺这个岗位');
    expect(await office.text(`${LIST}/owner-1`)).toContain('没有在办事项因此缺岗');
    const fields = await typed({});
    const unsure = await office.post(`${OWNER}/removal`, fields);
    const unsurePage = await unsure.text();
    expect(unsurePage).toContain('href="#removal-sure"');
    expect(unsurePage).toMatch(/<details class="disclosure" open/);
    expect(await stored('owner-0')).toBeDefined();
    const refused = await office.post(`${OWNER}/removal`, { ...fields, sure: 'on' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('这样改以后安环局的1项在办工作没有责任人');
    expect(await stored('owner-0')).toBeDefined();
    const why = '岗位撤销';
    const answer = await office.post(`${OWNER}/removal`, { ...fields, sure: 'on', why });
    const gone = answer.headers.get('location') ?? '';
    expect(gone).toBe(`${LIST}?ok=removed&ok=linksEnded&ok=ownerless&of=owner-0`);
    expect(await office.text(gone)).toContain('有在办工作没有责任人，提醒现由园区办代收');
    expect(await stored('owner-0')).toBeUndefined();
    expect(topic.calls.at(-1)).toBe('unsubscribe arn');
    expect((await office.get(OWNER)).status).toBe(404);
  });

  it.each([
    { id: 'office', says: '是唯一的园区办' },
    { id: 'head-0', says: '正代安环局责任人接收' },
  ])('is refused for $id, with the reason', async ({ id, says }) => {
    await office.post(`${OWNER}/stand-in`, await typed({ standIn: 'head-0' }));
    const print = fieldsIn(await office.text(`${LIST}/${id}`))['print'] ?? '';
    const answer = await office.post(`${LIST}/${id}/removal`, { print, sure: 'on' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(says);
    expect(await stored(id)).toBeDefined();
  });
});

describe('a stand-in and a test', () => {
  it('is set and taken back', async () => {
    const set = await office.post(`${OWNER}/stand-in`, await typed({ standIn: 'head-0' }));
    expect(set.status).toBe(303);
    expect(await office.text(OWNER)).toMatch(/代收<\/dt><dd>安环局负责人/);
    const chained = fieldsIn(await office.text(`${LIST}/head-0`));
    const refused = await office.post(`${LIST}/head-0/stand-in`, { ...chained, standIn: 'leader' });
    expect(await refused.text()).toContain('head-0 正代安环局责任人');
    await office.post(`${OWNER}/stand-in`, await typed({ standIn: '' }));
    expect(await stored('owner-0')).not.toHaveProperty('standIn');
  });

  it('goes out as a test, and says so when it does not', async () => {
    const sent = await office.post(`${OWNER}/test`);
    expect(sent.headers.get('location')).toBe(`${OWNER}?ok=tested`);
    expect(world.messages.at(-1)).toMatchObject({ contact: 'owner-0', channel: 'wecom' });
    world.answer.to = () => ({ result: 'deferred', reason: 'Throttled' });
    const failed = await office.post(`${OWNER}/test`);
    expect(failed.status).toBe(400);
    expect(await failed.text()).toContain('没有发出：Throttled。请稍后再试。');
  });
});
