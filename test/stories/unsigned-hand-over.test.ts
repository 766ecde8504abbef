import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import { aTask, contactsOf, day, deadlinesOnly } from '../support/builders.ts';
import { signForAll } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';
import { live, move, report, told } from './climbing.ts';

/** A task in hand since spring, which the office hands to 招商局 on Tuesday 17 May. */
async function handedOver(over: Parameters<typeof aTask>[0] = {}): Promise<World> {
  const world = newWorld();
  world.goTo('2022-05-17 08:30');
  await settleIn(world, [aTask(over)], contactsOf('安环局', '招商局'), deadlinesOnly);
  world.goTo('2022-05-17 09:00');
  await move(world, 'office', { act: 'reassign', leadUnit: '招商局' });
  return world;
}

const SILENT = '5月18日（周三）交办以来责任人没有签收，也没有反馈';
const STEPS = [
  `05-20 head-1: ${SILENT}。`,
  `05-24 office: ${SILENT}；5月20日（周五）已报单位负责人。`,
];

/** The message in which `receiver` first reads of the silence. */
const readBy = (world: World, receiver: string): string =>
  world.messages.find(({ contact, text }) => contact === receiver && text.includes('督办：'))
    ?.text ?? '';

describe('a handover that nobody signs for', () => {
  it('is told to the unit head, then to the office, and then rests until the lamp turns yellow', async () => {
    const world = await handedOver();
    await live(world, '2022-05-18', '2022-06-24');
    expect(told(world)).toEqual(STEPS);
    expect(readBy(world, 'head-1')).toContain('有1项工作交办后没有签收');
    expect(readBy(world, 'head-1')).toContain('要求：请督促责任人签收。');
    expect(readBy(world, 'office')).toContain('要求：请催责任人签收。');
  });

  it('begins again at the first post with the first yellow notice', async () => {
    const world = await handedOver();
    await live(world, '2022-05-18', '2022-07-05');
    const before = '5月20日（周五）已报单位负责人；5月24日（周二）已报园区办';
    expect(told(world).slice(2)).toEqual([
      `06-29 head-1: ${SILENT}；${before}。`,
      `07-01 leader: ${SILENT}；${before}；6月29日（周三）已报单位负责人。`,
      `07-05 principal: ${SILENT}；${before}；6月29日（周三）已报单位负责人；7月1日（周五）已报分管领导。`,
    ]);
  });

  it.each<{ what: string; over: Parameters<typeof aTask>[0] }>([
    { what: 'an assumed date', over: { duePrecision: 'assumed-year-end', due: day('2022-12-31') } },
    { what: 'a continuing duty', over: { kind: 'standing', due: null, duePrecision: 'none' } },
  ])('of $what climbs the same chain', async ({ over }) => {
    const world = await handedOver(over);
    await live(world, '2022-05-18', '2022-05-31');
    expect(told(world)).toEqual(STEPS);
  });

  it('with an assumed date that has passed is never told to a leader, signed or not', async () => {
    const over = { duePrecision: 'assumed-year-end', due: day('2022-05-10') } as const;
    const world = await handedOver(over);
    await live(world, '2022-05-18', '2022-05-31');
    expect(told(world)).toEqual(STEPS);
    await move(world, 'owner-1', { act: 'signFor' });
    await live(world, '2022-06-01', '2022-06-24');
    expect(told(world)).toEqual(STEPS);
  });

  it('asks the owner to sign, and says to whom silence is told', async () => {
    const world = await handedOver();
    await live(world, '2022-05-18', '2022-05-18');
    const asked = world.messages.find(({ contact }) => contact === 'owner-1')?.text;
    expect(asked).toContain('请在2个工作日内签收；没有签收的，将报单位负责人。');
  });

  it('follows the limit and the chain of the policy', async () => {
    const world = newWorld();
    world.goTo('2022-05-17 08:30');
    const handOver = { withinWorkingDays: 4, chain: ['office' as const] };
    const policy = { ...deadlinesOnly, handOver };
    await settleIn(world, [aTask()], contactsOf('安环局', '招商局'), policy);
    world.goTo('2022-05-17 09:00');
    await move(world, 'office', { act: 'reassign', leadUnit: '招商局' });
    await live(world, '2022-05-18', '2022-05-31');
    expect(told(world)).toEqual([`05-24 office: ${SILENT}。`]);
    expect(defaultPolicy.handOver).toEqual({ withinWorkingDays: 2, chain: ['unitHead', 'office'] });
  });

  it.each<{ how: string; answer: (world: World) => Promise<unknown> }>([
    { how: 'a signature', answer: (w) => signForAll('linxiang', 'owner-1', w.ports) },
    { how: '签收 on the page', answer: (w) => move(w, 'owner-1', { act: 'signFor' }) },
    { how: 'a report', answer: (w) => move(w, 'owner-1', report) },
  ])('ends with $how', async ({ answer }) => {
    const world = await handedOver();
    await live(world, '2022-05-18', '2022-05-18');
    await answer(world);
    await live(world, '2022-05-19', '2022-06-01');
    expect(told(world)).toEqual([]);
  });

  it('that was signed for on the page before it was told asks for no signature', async () => {
    const world = await handedOver();
    await move(world, 'owner-1', { act: 'signFor' });
    await live(world, '2022-05-18', '2022-06-01');
    expect(told(world)).toEqual([]);
    expect(world.messages[0]?.text).not.toContain('签收');
  });
});
