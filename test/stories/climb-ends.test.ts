import { describe, expect, it } from 'vitest';
import type { Policy } from '../../functions/domain/policy/policy.ts';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { setStandIn } from '../../functions/flows/contacts/stand-in.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { aTask, contactsOf, day, deadlinesOnly } from '../support/builders.ts';
import { signForAll, wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';
import { ask, disown, live, move, park, report, SILENT, told } from './climbing.ts';

describe('a climb', () => {
  it('gives a stand-in who comes in the middle one whole limit; the level stays', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-06-29');
    await setStandIn(
      { park: 'linxiang', contact: 'owner-0', standIn: 'owner-1', by: 'office' },
      world.ports,
    );
    await live(world, '2022-06-30', '2022-07-04');
    expect(told(world)).toEqual([
      `06-29 head-0: ${SILENT}。`,
      `07-04 leader: ${SILENT}；6月29日（周三）已报单位负责人。`,
    ]);
    const first = world.messages.find(({ contact }) => contact === 'owner-1');
    expect(first?.text).toContain('请在2个工作日内签收；没有签收的，将报分管领导。');
  });

  it.each<{ what: Move }>([
    { what: { act: 'redate', due: day('2022-08-31') } },
    { what: { act: 'suspend' } },
    { what: { act: 'withdraw' } },
    { what: { act: 'reassign', leadUnit: '招商局' } },
  ])('ends when the office does this: $what.act', async ({ what }) => {
    const world = await park();
    await live(world, '2022-06-27', '2022-06-28');
    await move(world, 'office', what);
    await live(world, '2022-06-29', '2022-06-29');
    expect(told(world)).toEqual([]);
  });

  it('of a new owner begins with his own handover, at the first post', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-07-12');
    world.goTo('2022-07-12 09:00');
    await move(world, 'office', { act: 'reassign', leadUnit: '招商局' });
    await live(world, '2022-07-13', '2022-07-18');
    expect(told(world).slice(3)).toEqual([
      '07-15 head-1: 7月13日（周三）交办以来责任人没有签收，也没有反馈。',
    ]);
    const textTo = (receiver: string): string | undefined =>
      world.messages.find(({ contact }) => contact === receiver)?.text;
    expect(textTo('owner-1')).toContain('交办：这项工作现交由招商局负责。');
    expect(textTo('head-1')).not.toContain('交办：');
    expect(
      world.messages
        .find(({ contact }) => contact === 'owner-1')
        ?.text.split('\n')
        .at(-1),
    ).toBe('请在2个工作日内签收；没有签收的，将报单位负责人。');
  });

  it('does not begin with a weekly rung', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-07-12', () => move(world, 'owner-0', report));
    await live(world, '2022-07-13', '2022-08-05');
    expect(told(world)).toEqual([]);
  });

  it('stops at the end of the chain, and starts again there when the lamp becomes worse', async () => {
    const { signFor: usual } = deadlinesOnly;
    const policy: Policy = {
      ...deadlinesOnly,
      yellowFrom: 7,
      signFor: { ...usual, withinWorkingDays: 1, chain: ['unitHead', 'responsibleLeader'] },
    };
    const world = newWorld();
    world.goTo('2022-06-22 12:00');
    await settleIn(world, [aTask()], contactsOf('安环局'), policy);
    await live(world, '2022-06-23', '2022-07-08');
    expect(told(world).map((line) => line.slice(0, 13))).toEqual([
      '06-24 head-0:',
      '06-27 leader:',
      '07-04 head-0:',
      '07-05 leader:',
    ]);
  });

  it('does not begin with a message that did not go out, and counts from the one that did', async () => {
    const world = await park();
    world.answer.to = ({ contact }) =>
      contact === 'owner-0' ? { result: 'deferred', reason: 'busy' } : undefined;
    await live(world, '2022-06-27', '2022-06-27').catch(() => undefined);
    world.goTo('2022-06-28 09:00');
    world.answer.to = () => undefined;
    await sweep(world.ports);
    await live(world, '2022-06-29', '2022-06-30');
    expect(told(world)).toEqual(['06-30 head-0: 6月28日（周二）起责任人没有签收，也没有反馈。']);
  });

  it('does not begin with a message that was abandoned', async () => {
    const world = await park();
    const refusing = (): void => {
      world.answer.to = ({ contact }) =>
        contact === 'owner-0' ? { result: 'rejected', reason: 'no' } : undefined;
    };
    refusing();
    world.goTo('2022-06-27 08:00');
    await wake('linxiang', world.ports);
    for (const minute of ['15', '30', '45', '59']) {
      world.goTo(`2022-06-27 08:${minute}`);
      await wake('linxiang', world.ports);
    }
    world.answer.to = () => undefined;
    await live(world, '2022-06-28', '2022-06-30');
    expect(world.digests().find(({ post }) => post === 'owner@安环局')?.state).toBe('failed');
    expect(told(world)).toEqual([]);
    await live(world, '2022-07-01', '2022-07-01');
    expect(told(world)).toEqual(['07-01 head-0: 6月29日（周三）起责任人没有签收，也没有反馈。']);
  });

  it('is told at most once a day of one task', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-07-29', async (today) => {
      if (today === '2022-07-01') await signForAll('linxiang', 'owner-0', world.ports);
    });
    const days = told(world).map((line) => line.slice(0, 5));
    expect(new Set(days).size).toBe(days.length);
  });
});

describe('a signature under a red message', () => {
  const signingAll = (world: World) => (): Promise<unknown> =>
    signForAll('linxiang', 'owner-0', world.ports);

  it('that no report follows in five working days tells the next post once', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-07-20', signingAll(world));
    expect(told(world)).toEqual([
      '07-08 head-0: 7月1日（周五）安环局责任人签收，此后一直没有反馈进度。',
    ]);
  });

  it('tells the post after those that had heard of the silence before it', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-06-30');
    await live(world, '2022-07-01', '2022-07-08', signingAll(world));
    expect(told(world)).toEqual([
      `06-29 head-0: ${SILENT}。`,
      `07-01 leader: ${SILENT}；6月29日（周三）已报单位负责人。`,
      '07-08 principal: 7月1日（周五）安环局责任人签收，此后一直没有反馈进度。',
    ]);
  });

  it('that a report followed tells nobody', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-07-01', signingAll(world));
    await move(world, 'owner-0', report);
    await live(world, '2022-07-04', '2022-07-08', signingAll(world));
    expect(told(world)).toEqual([]);
  });
});

describe('a rung while the office owes an answer', () => {
  it.each<{ what: Move; line: string }>([
    { what: ask, line: '待答复：6月28日（周二）申请延期到7月10日（周日），待园区办批复。' },
    { what: disown, line: '待答复：6月28日（周二）提出不属其负责，待园区办答复。' },
  ])('says so, and since when: $what.act', async ({ what, line }) => {
    const world = await park();
    await live(world, '2022-06-27', '2022-06-28');
    await move(world, 'owner-0', what);
    await live(world, '2022-06-29', '2022-07-05');
    const rungs = world.messages.filter(
      ({ contact, text }) => text.includes('1. 建成') && contact !== 'office',
    );
    const [first, ...later] = rungs;
    expect(first?.text).not.toContain('待答复');
    expect(later.filter(({ text }) => !text.includes(line))).toEqual([]);
    const contacts = later.map(({ contact }) => contact).toSorted();
    expect(contacts.join(' ')).toBe('head-0 head-0 leader owner-0 owner-0 owner-0 owner-0');
  });
});
