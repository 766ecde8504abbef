import { describe, expect, it } from 'vitest';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { aTask, contactsOf, day } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { changeTask } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';
import { live } from './climbing.ts';
import { act, aNode, divided, keysTold, stored } from './dividing.ts';

const WORK = 'lx22-071';

/** The park on Friday 6 January 2023; its work was due on 15 December. */
async function january(over: Parameters<typeof aTask>[0] = {}): Promise<World> {
  const world = newWorld();
  world.goTo('2022-12-20 09:00');
  const overdue = aTask({ due: day('2022-12-15'), originalDue: day('2022-06-30'), ...over });
  await settleIn(world, [overdue], contactsOf('安环局', '招商局'));
  world.goTo('2023-01-06 10:00');
  return world;
}

const make = (world: World, by: string, what: Move, why = ''): Promise<unknown> =>
  changeTask({ park: 'linxiang', task: taskId(WORK), by, why, via: '测试' }, what, world.ports);

/** What a decision said to whom, on which day: `day contact: line`. */
const heard = (world: World): readonly string[] =>
  world.messages.flatMap(({ contact, text, digests }) => {
    const on = world.deliveries.find(({ digest }) => digest === digests[0]?.id)?.at.slice(5, 10);
    const lines = text.split('\n').filter((line) => /^(申请|异议|决定)：/.test(line));
    return lines.map((line) => `${on} ${contact}: ${line}`);
  });

const march = day('2023-03-31');
const ask: Move = { act: 'requestExtension', due: march, why: '招标流程未完' };

describe('a work that is carried over', () => {
  it('is told once to its owner, and speaks by its new date alone', async () => {
    const world = await january();
    await make(world, 'office', { act: 'carryOver', due: march });
    await live(world, '2023-01-09', '2023-04-04');

    expect(heard(world)).toEqual([
      '01-09 owner-0: 决定：1月6日（周五）园区办结转到2023年，期限是3月31日（周五）。',
    ]);
    expect(keysTold(world, WORK)).toEqual([
      '01-09 owner-0 ruling-1',
      '03-01 owner-0 before-30',
      '03-16 owner-0 before-15',
      '03-24 owner-0 before-7',
      '03-28 owner-0 before-3',
      '03-30 owner-0 before-1',
      '03-30 head-0 before-3',
      '03-31 owner-0 due',
      '04-03 owner-0 overdue-1',
      '04-03 leader due',
      '04-03 head-0 overdue-1',
    ]);
  });

  it('answers a pending request: the asker hears that it is granted', async () => {
    const world = await january();
    await make(world, 'head-0', ask);
    await make(world, 'office', { act: 'carryOver', due: day('2023-02-28') }, '请抓紧招标');
    await live(world, '2023-01-09', '2023-01-10');

    const told =
      '申请：1月6日（周五）申请延期到3月31日（周五）；1月6日（周五）园区办同意延期，结转到2023年，期限是2月28日（周二），说明：请抓紧招标。';
    expect(heard(world)).toEqual([`01-09 head-0: ${told}`, `01-09 owner-0: ${told}`]);
  });

  it('or that it is refused', async () => {
    const world = await january();
    await make(world, 'owner-0', ask);
    await make(world, 'office', {
      act: 'carryOver',
      due: day('2023-01-31'),
      refusesRequest: true,
    });
    await live(world, '2023-01-09', '2023-01-10');

    expect(heard(world)).toEqual([
      '01-09 owner-0: 申请：1月6日（周五）申请延期到3月31日（周五）；1月6日（周五）园区办不同意延期，结转到2023年，期限是1月31日（周二）。',
    ]);
  });

  it('ends a dispute: who stays responsible hears it, and so does who is relieved', async () => {
    const kept = await january();
    await make(kept, 'owner-0', { act: 'disown', why: '由环保分局建设' });
    await make(kept, 'office', { act: 'carryOver', due: march });
    await live(kept, '2023-01-09', '2023-01-10');
    expect(heard(kept)).toEqual([
      '01-09 owner-0: 异议：1月6日（周五）提出不属其负责；1月6日（周五）园区办维持原来的责任，仍由安环局负责，结转到2023年，期限是3月31日（周五）。',
    ]);

    const moved = await january();
    await make(moved, 'owner-0', { act: 'disown', why: '由环保分局建设' });
    await make(moved, 'office', { act: 'carryOver', due: march, leadUnit: '招商局' });
    await live(moved, '2023-01-09', '2023-01-10');
    expect(heard(moved)).toEqual([
      '01-09 owner-0: 异议：1月6日（周五）提出不属其负责；1月6日（周五）园区办结转到2023年并改派给招商局，不再由本岗位负责。',
    ]);
    expect(keysTold(moved, WORK)).toContain('01-09 owner-1 assigned-1');
  });

  it('takes its nodes with it: what has passed is due with it, what lies ahead stays', async () => {
    const nodes = [
      aNode('可研', '2022-06-10'),
      aNode('开工', '2022-10-20', { unit: '招商局' }),
      aNode('验收', '2022-12-28'),
    ];
    const world = await divided(undefined, nodes, '2022-12-31');
    await act(world, 'owner-0', { act: 'submit' }, { number: 1 });
    await act(world, 'office', { act: 'verify' }, { number: 1 });
    await act(world, 'office', { act: 'redate', due: day('2023-01-31') }, { number: 3 });
    world.goTo('2023-01-06 10:00');
    await act(world, 'office', { act: 'carryOver', due: march }, { why: '' });

    const dates = [1, 2, 3].map((number) => {
      const { plan, due, status } = stored(world, number)?.task ?? aTask();
      return `${plan} ${String(due)} ${status}`;
    });
    expect(dates).toEqual([
      '2023 2022-06-10 closed',
      '2023 2023-03-31 pendingAcceptance',
      '2023 2023-01-31 pendingAcceptance',
    ]);
    expect(stored(world, 2)?.lastChange).toMatchObject({ by: 'system', what: '随事项结转' });
    expect(stored(world, 2)?.task.carried).toMatchObject([
      { from: 2022, to: 2023, due: day('2022-10-20') },
    ]);
  });

  it('leaves a node that was reported done its own date, by which it was on time or late', async () => {
    const world = await divided(undefined, [aNode('可研', '2022-06-10')], '2022-12-31');
    await act(world, 'owner-0', { act: 'submit' }, { number: 1 });
    world.goTo('2023-01-06 10:00');
    await act(world, 'office', { act: 'carryOver', due: march }, { why: '' });

    expect(stored(world, 1)?.task).toMatchObject({
      plan: 2023,
      due: day('2022-06-10'),
      status: 'pendingReview',
    });
  });

  it('stands in its history with both years', async () => {
    const world = await january();
    await make(world, 'office', { act: 'carryOver', due: march });

    expect(world.stored(WORK)?.lastChange).toMatchObject({
      what: '结转',
      from: '2022年，期限 2022-12-15，安环局',
      to: '2023年，期限 2023-03-31，安环局',
    });
  });
});

describe('a work that is taken as done', () => {
  it('is told to its owner, with what shows it', async () => {
    const world = await january();
    await make(world, 'owner-0', ask);
    await make(world, 'office', { act: 'deemDone', evidence: [] }, '验收纪要〔2022〕9号');
    await live(world, '2023-01-09', '2023-01-10');

    expect(heard(world)).toEqual([
      '01-09 owner-0: 申请：1月6日（周五）申请延期到3月31日（周五）；1月6日（周五）园区办视同完成，这一项已办结，这项申请不再批复，说明：验收纪要〔2022〕9号。',
    ]);
    expect(world.stored(WORK)?.task.deemedDone?.why).toBe('验收纪要〔2022〕9号');
  });
});
