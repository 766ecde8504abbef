import { describe, expect, it } from 'vitest';
import { MAX_ATTEMPTS } from '../../functions/domain/messages/digest-outcome.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { aTask, contactsOf } from '../support/builders.ts';
import { wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

/** A morning on which the topic refuses every message to 安环局's owner. */
async function refusing(): Promise<{ world: World; refusals: () => number }> {
  const world = newWorld();
  world.goTo('2022-06-22 12:00');
  const tasks = [
    aTask(),
    aTask({ id: 'other', leadUnit: '招商局', title: '出台招商引资优惠政策' }),
  ];
  await settleIn(world, tasks, contactsOf('安环局', '招商局'));
  let refusals = 0;
  world.answer.to = ({ contact }) => {
    if (contact !== 'owner-0') return undefined;
    refusals += 1;
    return { result: 'rejected', reason: 'InvalidParameter' };
  };
  world.goTo('2022-06-23 08:00');
  await wake('linxiang', world.ports);
  return { world, refusals: () => refusals };
}

const contactsTold = (world: World): readonly string[] =>
  world.messages.map(({ contact }) => contact);

describe('a digest that the topic refuses', () => {
  it('does not stop the others', async () => {
    const { world } = await refusing();
    expect(contactsTold(world).toSorted()).toEqual(['office', 'owner-1']);
  });

  it('is abandoned after five refusals, and the office is told whom to call about what', async () => {
    const { world, refusals } = await refusing();
    for (const time of ['08:30', '09:00', '09:30', '10:00']) {
      world.goTo(`2022-06-23 ${time}`);
      await sweep(world.ports);
    }
    expect(refusals()).toBe(MAX_ATTEMPTS);
    expect(world.digests().find(({ post }) => post === 'owner@安环局')).toMatchObject({
      state: 'failed',
      attempts: MAX_ATTEMPTS,
      wakeAt: null,
    });
    const last = world.messages.at(-1);
    expect(last?.contact).toBe('office');
    expect(last?.text).toContain(
      '给安环局责任人的提醒5次没有发送成功，请电话通知：建成环境污染第三方治理工作平台（期限6月30日（周四））。',
    );
  });

  it('goes out when it is accepted in between', async () => {
    const { world } = await refusing();
    world.answer.to = () => undefined;
    world.goTo('2022-06-23 08:30');
    await sweep(world.ports);
    expect(contactsTold(world)).toContain('owner-0');
    expect(world.digests().find(({ post }) => post === 'owner@安环局')?.state).toBe('sent');
  });

  it('of the office itself ends without calling the office about it', async () => {
    const world = newWorld();
    world.goTo('2022-06-22 12:00');
    await settleIn(world, [aTask()], contactsOf('安环局'));
    world.answer.to = ({ contact }) =>
      contact === 'office' ? { result: 'rejected', reason: 'gone' } : undefined;
    const faults: string[] = [];
    for (const time of ['08:00', '08:30', '09:00', '09:30', '10:00', '10:30']) {
      world.goTo(`2022-06-23 ${time}`);
      await sweep(world.ports).catch((fault: unknown) => faults.push(String(fault)));
    }
    expect(faults.join()).toContain('the office cannot be told');
    const office = world.digests().filter(({ post }) => post === 'office');
    expect(office.map(({ state }) => state)).toEqual(['failed']);
  });

  it('is not blamed when the topic takes nothing at all: it waits, and the run raises its voice', async () => {
    const world = newWorld();
    world.goTo('2022-06-22 12:00');
    await settleIn(world, [aTask()], contactsOf('安环局'));
    world.answer.to = () => ({ result: 'deferred', reason: 'KMSAccessDenied' });
    const faults: string[] = [];
    for (const time of ['08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '11:30']) {
      world.goTo(`2022-06-23 ${time}`);
      await sweep(world.ports).catch((fault: unknown) => faults.push(String(fault)));
    }
    expect(faults.length).toBeGreaterThan(5);
    world.answer.to = () => undefined;
    world.goTo('2022-06-23 12:00');
    await sweep(world.ports);
    expect(contactsTold(world)).toContain('owner-0');
  });
});
