import { describe, expect, it } from 'vitest';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { noOutlets, topicWith } from '../../functions/domain/contacts/outlets.ts';
import { proofsOf } from '../../functions/domain/messages/proof.ts';
import { proofWords } from '../../functions/domain/messages/proof-words.ts';
import { UnfinishedRun } from '../../functions/flows/context/run-report.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import {
  aStage,
  contacts,
  morning,
  OFFICE,
  OWNER,
  officeReads,
  ownersDigest,
  standing,
  toldTo,
} from '../support/addresses.ts';
import { rules } from '../support/builders.ts';
import { putContacts } from '../support/contacts.ts';
import { contactId } from '../support/ids.ts';
import { wake } from '../support/requests.ts';

describe('a contact whose channel is not set up', () => {
  it('is sent nothing; its digest says so, and the office reads in one message what it held', async () => {
    const scene = await aStage(topicWith([]));
    await morning(scene, '2022-06-27');
    const { world } = scene;
    expect(toldTo(world, 'owner-0')).toEqual([]);
    expect(ownersDigest(world)).toMatchObject({
      state: 'unreached',
      contact: 'owner-0',
      messageId: null,
      sentAt: null,
      wakeAt: null,
      answers: [],
    });
    const office = toldTo(world, 'office');
    expect(office).toHaveLength(1);
    expect(office[0]).toContain(
      '给安环局责任人的提醒没有发出（渠道没有接通），请电话通知：建成环境污染第三方治理工作平台（期限6月30日（周四））。',
    );
  });

  it('stands in the proof as not reached, with nothing to be signed for', async () => {
    const scene = await aStage(topicWith([]));
    await morning(scene, '2022-06-27');
    const digest = ownersDigest(scene.world);
    const [proof] = digest ? proofsOf(digest, new Map()) : [];
    expect(proof).toMatchObject({
      fate: 'unreached',
      contact: null,
      dispatchedAt: null,
      asksForSign: false,
    });
    expect(proof && proofWords(proof, String, rules)).toMatch(/未能送达，收件岗位没有能用的渠道$/);
  });

  it('is never said to have left anything unsigned', async () => {
    const known = [officeReads, standing('head@park.example', 'head-0', 'confirmed')];
    const directory = contacts().map(
      (each): Contact =>
        each.id === 'head-0' ? { ...each, channels: ['mail'], mail: 'head@park.example' } : each,
    );
    const scene = await aStage(topicWith([]), known, directory);
    for (const day of ['27', '28', '29', '30']) await morning(scene, `2022-06-${day}`);
    for (const day of ['01', '04', '05', '06', '07', '08']) await morning(scene, `2022-07-${day}`);
    const all = scene.world.messages.map(({ text }) => text).join('\n');
    expect(toldTo(scene.world, 'head-0')).not.toEqual([]);
    expect(all).not.toContain('没有签收');
  });

  it('is named to the office every day, and once with whom to ask', async () => {
    const scene = await aStage(topicWith([]));
    for (const day of ['27', '28']) await morning(scene, `2022-06-${day}`);
    const [first = '', second = ''] = toldTo(scene.world, 'office');
    const asks =
      '安环局责任人、安环局负责人、分管领导、主要领导没有接通企业微信，收不到提醒。请在通讯录里改用邮件、HTTPS 接口；要接通别的渠道，请联系系统管理员。';
    expect(first).toContain(asks);
    expect(second).not.toContain('请联系系统管理员');
    for (const text of [first, second]) {
      expect(text).toContain('渠道没有接通、提醒送不到的岗位：安环局责任人、');
    }
    const newcomer: Contact = {
      id: contactId('pump-owner'),
      unit: '水务',
      post: '水务责任人',
      role: 'owner',
      channels: ['feishu'],
    };
    await putContacts('linxiang', [newcomer], scene.world.ports);
    await morning(scene, '2022-06-29');
    expect(toldTo(scene.world, 'office').at(-1)).toMatch(/水务责任人没有接通企业微信、飞书/);
  });

  it('is reached once its relay is set up', async () => {
    const scene = await aStage(topicWith(['wecom']));
    await morning(scene, '2022-06-27');
    expect(scene.world.messages.find(({ contact }) => contact === 'owner-0')?.channel).toBe(
      'wecom',
    );
    expect(toldTo(scene.world, 'office').join()).not.toContain('送不到');
  });

  it('is reached by the next of its channels that is', async () => {
    const both = contacts({ channels: ['wecom', 'mail'], mail: OWNER });
    const known = [officeReads, standing(OWNER, 'owner-0', 'confirmed')];
    const scene = await aStage(topicWith([]), known, both);
    await morning(scene, '2022-06-27');
    expect(scene.world.messages.find(({ contact }) => contact === 'owner-0')?.channel).toBe('mail');
  });
});

describe('an address that does not take what it is sent', () => {
  const byMail = contacts({ channels: ['mail'], mail: OWNER });

  it.each([
    { state: 'pending', says: '还没有确认订阅' },
    { state: 'refused', says: '没有按时确认订阅，或已退订' },
    { state: 'removed', says: '地址还没有订阅' },
  ] as const)('is not reached: $state', async ({ state, says }) => {
    const known = [officeReads, standing(OWNER, 'owner-0', state)];
    const scene = await aStage(topicWith(['wecom']), known, byMail);
    await morning(scene, '2022-06-27');
    expect(toldTo(scene.world, 'owner-0')).toEqual([]);
    expect(ownersDigest(scene.world)?.state).toBe('unreached');
    expect(toldTo(scene.world, 'office')[0]).toContain(`给安环局责任人的提醒没有发出（${says}）`);
  });

  it('is not reached under the address it had before, which its filter still lets through', async () => {
    const known = [officeReads, standing('old@park.example', 'owner-0', 'confirmed')];
    const scene = await aStage(topicWith(['wecom']), known, byMail);
    await morning(scene, '2022-06-27');
    expect(toldTo(scene.world, 'owner-0')).toEqual([]);
  });

  it('is reached from the day it is confirmed', async () => {
    const known = [officeReads, standing(OWNER, 'owner-0', 'pending')];
    const scene = await aStage(topicWith(['wecom']), known, byMail);
    await morning(scene, '2022-06-27');
    scene.book[1] = standing(OWNER, 'owner-0', 'confirmed');
    await morning(scene, '2022-06-29');
    expect(toldTo(scene.world, 'owner-0')).toHaveLength(1);
  });
});

describe('an office that nothing reaches', () => {
  it('is a fault of the run, once each morning, and its digest keeps what it held', async () => {
    const scene = await aStage(topicWith([]), [standing(OFFICE, 'office', 'pending')]);
    scene.world.goTo('2022-06-27 08:00');
    const run = wake('linxiang', scene.ports);
    await expect(run).rejects.toThrow(UnfinishedRun);
    await expect(run).rejects.toThrow('the office cannot be told: pending');
    expect(scene.world.messages).toEqual([]);
    const unreached = scene.world.digests().filter(({ state }) => state === 'unreached');
    expect(unreached.map(({ post }) => post)).toContain('office');
    expect(unreached.map(({ post }) => post)).toContain('owner@安环局');
    scene.world.goTo('2022-06-27 08:30');
    await sweep(scene.ports);
  });

  it('hears whom to ask when it is reached at last', async () => {
    const scene = await aStage(topicWith([]), [standing(OFFICE, 'office', 'pending')]);
    scene.world.goTo('2022-06-27 08:00');
    await expect(wake('linxiang', scene.ports)).rejects.toThrow(UnfinishedRun);
    scene.book[0] = officeReads;
    await morning(scene, '2022-06-28');
    expect(toldTo(scene.world, 'office')[0]).toContain('没有接通企业微信，收不到提醒');
  });

  it('raises no error where the stage sends nothing', async () => {
    const scene = await aStage(noOutlets);
    await morning(scene, '2022-06-27');
    expect(scene.world.messages).toEqual([]);
    expect(scene.world.digests().map(({ state }) => state)).not.toContain('sent');
  });
});
