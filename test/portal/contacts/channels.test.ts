import { beforeEach, describe, expect, it } from 'vitest';
import { topicWith } from '../../../functions/domain/contacts/outlets.ts';
import type { Ports } from '../../../functions/flows/ports.ts';
import { aTask, contactsOf } from '../../support/builders.ts';
import { contactsOfPark } from '../../support/contacts.ts';
import { fieldsIn } from '../../support/form.ts';
import { aPortal, signedInAs, type Visitor } from '../../support/portal.ts';
import { wake } from '../../support/requests.ts';
import { type FakeTopic, fakeTopic } from '../../support/topic.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const LIST = '/settings/contacts';
const OWNER = `${LIST}/owner-0`;

let world: World;
let topic: FakeTopic;
let ports: Ports;
let office: Visitor;
beforeEach(async () => {
  world = newWorld();
  world.goTo('2022-06-15 08:00');
  await settleIn(world, [aTask()], contactsOf('安环局', '招商局'));
  topic = fakeTopic();
  ports = { ...world.ports, ...topic, outlets: topicWith(['feishu']) };
  office = await signedInAs('office', aPortal(world, { ports, subscribing: topic }));
});

const byMail = { channel: 'mail', mail: 'owner@park.example' };
const newcomer = {
  id: 'pump-owner',
  unit: '水务站',
  post: '水务站责任人',
  role: 'owner',
  covers: '',
  mail: '',
  https: '',
};
const typed = async (over: Readonly<Record<string, string>>): Promise<Record<string, string>> => ({
  ...fieldsIn(await office.text(OWNER)),
  ...over,
});

describe('channels that are not set up', () => {
  const optionsOf = (page: string): readonly string[] => {
    const [, select = ''] = /<select id="contact-channel".*?>(.*?)<\/select>/s.exec(page) ?? [];
    return [...select.matchAll(/<option[^>]*>([^<]*)</g)].map(([, name = '']) => name);
  };

  it('are offered only to contacts that already use them', async () => {
    const fresh = await office.text('/settings/new-contact');
    expect(optionsOf(fresh)).toEqual(['邮件', 'HTTPS 接口', '飞书']);
    expect(fresh).toContain(
      '已接通的渠道是邮件、HTTPS 接口、飞书；要接通别的渠道，请联系系统管理员。',
    );
    expect(optionsOf(await office.text(OWNER))).toEqual([
      '邮件',
      'HTTPS 接口',
      '企业微信（没有接通）',
      '飞书',
    ]);
  });

  it('are refused with whom to ask, and stay where they are', async () => {
    const refused = await office.post(LIST, { ...newcomer, channel: 'dingtalk' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(
      '没有接通钉钉，可选的渠道是邮件、HTTPS 接口、飞书。请改选渠道；要接通别的渠道，请联系系统管理员。',
    );
    const kept = await office.post(OWNER, await typed({ post: '安环局经办' }));
    expect(kept.headers.get('location')).toBe(`${OWNER}?ok=notSetUp`);
    expect(await office.text(`${OWNER}?ok=notSetUp`)).toContain('已保存，但渠道没有接通');
    expect(await contactsOfPark('linxiang', world.ports)).toContainEqual(
      expect.objectContaining({ post: '安环局经办', channels: ['wecom'] }),
    );
  });

  it('leave their contacts unreached on the list, on their pages and on the overview', async () => {
    const list = await office.text(LIST);
    expect(list).toContain('有 7 个岗位现在送不到提醒');
    expect(list).toMatch(/<td class="warning">渠道没有接通<\/td>/);
    const page = (await office.text(OWNER)).replaceAll(/<[^>]+>/g, '');
    expect(page).toContain(
      '现在送不到：渠道没有接通。请改选渠道；要接通别的渠道，请联系系统管理员。',
    );
    expect(await office.text('/')).toContain('有 7 个岗位现在送不到提醒');
    await office.post(OWNER, await typed({ channel: 'feishu' }));
    expect(await office.text(OWNER)).toContain('送得到');
    expect(await office.text('/')).toContain('有 6 个岗位现在送不到提醒');
  });

  it('take no test message; an address takes one as soon as its holder confirmed', async () => {
    const failed = await office.post(`${OWNER}/test`);
    expect(failed.status).toBe(400);
    expect(await failed.text()).toContain('没有发出：渠道没有接通。请改选渠道');
    await office.post(OWNER, await typed(byMail));
    const pending = await office.post(`${OWNER}/test`);
    expect(await pending.text()).toContain('没有发出：还没有确认订阅');
    expect(world.messages).toEqual([]);
    topic.listed.set(byMail.mail, { channel: 'mail', endpoint: byMail.mail, arn: 'arn' });
    expect((await office.post(`${OWNER}/test`)).status).toBe(303);
    expect(world.messages).toMatchObject([{ contact: 'owner-0', channel: 'mail' }]);
  });

  it('leave messages that are shown as not reached, never as sent', async () => {
    world.goTo('2022-06-23 08:00');
    await wake('linxiang', { ...ports, book: { ...ports.book, all: async () => [] } }).catch(
      () => undefined,
    );
    const page = await office.text('/messages?state=unreached');
    expect(page).toContain('未能送达，没有能用的渠道');
    expect(page).not.toContain('已送达');
    const [, path = ''] = /href="(\/messages\/[^"?]*owner[^"]*)"/.exec(page) ?? [];
    const proof = await office.text(path);
    expect(proof).toContain('未能送达，没有能用的渠道');
    expect(proof).toMatch(/没有发出/);
    expect(proof).not.toMatch(/不需签收|未签收/);
  });
});
