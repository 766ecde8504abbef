import { describe, expect, it } from 'vitest';
import { day } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { signForAll } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { live } from './climbing.ts';
import { act, aNode, close, divided, keysTold, lastTo, stored } from './dividing.ts';

const WORK = 'lx22-071';
const TITLE = '建成环境污染第三方治理工作平台';

const signing = (world: World) => (): Promise<unknown> => signForAll('linxiang', null, world.ports);

describe('what the office decides about a work', () => {
  it('holds its open nodes, told in one paragraph, and they go on with it', async () => {
    const world = await divided();
    await live(world, '2022-06-02', '2022-06-06', signing(world));
    await close(world, 1);
    await act(world, 'office', { act: 'suspend' });
    expect([1, 2, 3].map((each) => stored(world, each)?.task.status)).toEqual([
      'closed',
      'suspended',
      'suspended',
    ]);
    await live(world, '2022-06-07', '2022-06-24');
    const texts = world.messages
      .filter(({ contact }) => contact === 'owner-1')
      .map(({ text }) => text);
    expect(texts.at(-1)).toContain(
      '决定：6月6日（周一）园区办中止，恢复以前不再提醒，节点“开工”随之中止，原因：说明。',
    );
    expect(texts).toHaveLength(2);
    await expect(act(world, 'office', { act: 'resume' }, { number: 2 })).rejects.toThrow(
      `事项《${TITLE}》不在推进中，它的节点不能单独恢复`,
    );
    world.goTo('2022-06-24 09:00');
    await act(world, 'office', { act: 'resume', due: day('2022-07-15') });
    expect([2, 3].map((each) => stored(world, each)?.task.status)).toEqual([
      'pendingAcceptance',
      'pendingAcceptance',
    ]);
    await live(world, '2022-06-27', '2022-06-30', signing(world));
    // Overdue since 21 June by its date; its count stood still until the work went on.
    expect(keysTold(world, `${WORK}.n2`).slice(1)).toEqual([
      '06-27 owner-1 overdue-1',
      '06-27 head-1 overdue-1',
      '06-29 owner-1 overdue-3',
      '06-29 leader overdue-3',
      '06-29 head-1 overdue-3',
    ]);
  });

  it.each(['withdraw', 'verify'] as const)('ends its open nodes: %s', async (what) => {
    const world = await divided();
    await live(world, '2022-06-02', '2022-06-06', signing(world));
    if (what === 'verify') await act(world, 'owner-0', { act: 'submit' });
    await act(world, 'office', { act: what });
    expect(stored(world, 2)).toMatchObject({ task: { status: 'withdrawn' }, wakeAt: null });
    const before = world.deliveries.length;
    await live(world, '2022-06-07', '2022-07-15');
    const later = world.deliveries.slice(before).filter(({ key }) => key.includes('.n'));
    expect(later).toEqual([]);
  });

  it('a work that is returned after it was closed has its nodes back', async () => {
    const world = await divided();
    await close(world, 1);
    await act(world, 'owner-0', { act: 'submit' });
    await act(world, 'office', { act: 'verify' });
    await act(world, 'office', { act: 'return' });
    expect([1, 2].map((each) => stored(world, each)?.task.status)).toEqual([
      'closed',
      'pendingAcceptance',
    ]);
  });

  it('reassigns with it the nodes of its owner, told by its own hand-over', async () => {
    const world = await divided();
    await live(world, '2022-06-02', '2022-06-06', signing(world));
    world.goTo('2022-06-06 09:00');
    await act(world, 'office', { act: 'reassign', leadUnit: '招商局' });
    expect([1, 2, 3].map((each) => stored(world, each)?.task.owner)).toEqual(
      Array.from({ length: 3 }, () => 'owner@招商局'),
    );
    await live(world, '2022-06-07', '2022-06-07', signing(world));
    expect(keysTold(world, WORK)).toEqual(['06-07 owner-1 assigned-1', '06-07 owner-0 ruling-1']);
    expect(keysTold(world, `${WORK}.n1`).slice(1)).toEqual(['06-07 owner-1 before-3']);
    expect(lastTo(world, 'owner-0')).toContain('节点“可研”、“验收”随之改派');
    await act(world, 'office', { act: 'reassign', leadUnit: '安环局' });
    expect([1, 2, 3].map((each) => stored(world, each)?.task.owner)).toEqual([
      'owner@安环局',
      'owner@招商局',
      'owner@安环局',
    ]);
  });
});

describe('a date of a node after that of its work', () => {
  it('needs a reason', async () => {
    const world = await divided();
    const late = { act: 'redate', due: day('2022-07-05') } as const;
    await expect(act(world, 'office', late, { number: 1, why: '' })).rejects.toThrow(
      '节点的期限 2022-07-05 晚于事项的期限 2022-06-30',
    );
    await act(world, 'office', late, { number: 1, why: '设备晚到' });
    expect(stored(world, 1)?.task.due).toEqual(day('2022-07-05'));
    const nodes = [aNode('投用', '2022-07-08')];
    await expect(act(world, 'office', { act: 'nodes', nodes }, { why: '' })).rejects.toThrow(
      '节点“投用”的期限 2022-07-08 晚于事项的期限 2022-06-30',
    );
    expect(await world.register.task('linxiang', taskId(`${WORK}.n4`))).toBeUndefined();
  });
});
