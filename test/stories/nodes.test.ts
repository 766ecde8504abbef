import { describe, expect, it } from 'vitest';
import { deadlinesOnly } from '../support/builders.ts';
import { signForAll } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { live, told } from './climbing.ts';
import { act, aNode, close, divided, keysTold, lastTo, reporting, stored } from './dividing.ts';

const WORK = 'lx22-071';
const TITLE = '建成环境污染第三方治理工作平台';

const signing = (world: World) => (): Promise<unknown> => signForAll('linxiang', null, world.ports);

describe('a work that is divided into nodes', () => {
  it('hands them over to their owners, all of a contact in one paragraph', async () => {
    const world = await divided();
    expect([1, 2, 3].flatMap((each) => keysTold(world, `${WORK}.n${each}`))).toEqual([
      '06-01 owner-0 assigned-1',
      '06-01 owner-1 assigned-1',
      '06-01 owner-0 assigned-1',
    ]);
    expect(lastTo(world, 'owner-0')).toBe(
      [
        '【如期】安环局责任人：6月1日（周三），新交办2个节点',
        '',
        `1. 《${TITLE}》的2个节点`,
        '节点“可研”：期限：6月10日（周五）〔拟〕，还有9天。责任：安环局。要求：请确认承接，排出进度。',
        '节点“验收”：期限：6月28日（周二）〔拟〕，还有27天。责任：安环局。要求：请确认承接，排出进度。',
        '',
        '请在2个工作日内签收；没有签收的，将报单位负责人。',
      ].join('\n'),
    );
    expect(lastTo(world, 'owner-1')).toContain(`1. 《${TITLE}》节点“开工”\n`);
  });

  it('speaks itself from its date on while a node is open; a node climbs its own ladder', async () => {
    const world = await divided();
    await live(world, '2022-06-02', '2022-07-01', signing(world));
    expect(keysTold(world, `${WORK}.n1`).slice(0, 9)).toEqual([
      '06-01 owner-0 assigned-1',
      '06-07 owner-0 before-3',
      '06-10 owner-0 due',
      '06-13 owner-0 overdue-1',
      '06-13 head-0 overdue-1',
      '06-15 owner-0 overdue-3',
      '06-15 leader overdue-3',
      '06-15 head-0 overdue-3',
      '06-20 head-0 overdue-1',
    ]);
    expect(keysTold(world, WORK)).toEqual([
      '06-30 owner-0 due',
      '07-01 owner-0 overdue-1',
      '07-01 head-0 overdue-1',
    ]);
  });

  it('and its nodes are told to one post in one paragraph', async () => {
    const world = await divided(deadlinesOnly, [aNode('验收', '2022-06-29')]);
    await live(world, '2022-06-02', '2022-06-30', signing(world));
    const [, head, ...lines] = lastTo(world, 'owner-0').split('\n\n')[1]?.split('\n') ?? [];
    expect(lastTo(world, 'owner-0').split('\n')[0]).toContain(
      '有2项工作（含节点）需要办理，其中1项已逾期',
    );
    expect(head).toBe('期限：6月30日（周四）〔原〕，今天到期');
    expect(lines.at(-1)).toBe(
      '节点“验收”：期限：6月29日（周三）〔拟〕，已逾期1天。责任：安环局。要求：请说明原因和完成时间，办成后立即报办结。',
    );
    expect(lastTo(world, 'owner-0')).not.toContain('\n2. ');
  });

  it('follows the steps that the policy has for nodes', async () => {
    const nodes = {
      ...deadlinesOnly.nodes,
      before: [{ daysBefore: 1, spanOver: 0, to: ['owner' as const] }],
    };
    const world = await divided({ ...deadlinesOnly, nodes }, [aNode('可研', '2022-06-15')]);
    await live(world, '2022-06-02', '2022-06-15', signing(world));
    expect(keysTold(world, `${WORK}.n1`)).toEqual([
      '06-01 owner-0 assigned-1',
      '06-14 owner-0 before-1',
    ]);
  });

  it('has the progress of its nodes by weight, and none of its own', async () => {
    const world = await divided();
    await expect(act(world, 'owner-0', reporting(60))).rejects.toThrow(
      '这一项的进度按节点计算，请在节点上反馈；这里只能填写说明，不填进度',
    );
    await act(world, 'owner-0', reporting(50), { number: 1 });
    await act(world, 'owner-0', reporting(30), { number: 3 });
    await act(world, 'owner-0', reporting(null, '总体顺利'));
    // (50 + 0 + 2 × 30) ÷ 4 = 27.5
    expect(stored(world)?.task).toMatchObject({ progress: 27 });
    await close(world, 1);
    await act(world, 'office', { act: 'withdraw' }, { number: 2 });
    await act(world, 'owner-0', reporting(null, '总体顺利'));
    // (100 + 2 × 30) ÷ 3 = 53.3
    expect(stored(world)?.task).toMatchObject({ progress: 53, status: 'inProgress' });
  });
});

describe('a report on a node', () => {
  it('ends the climb of the work, which begins again with its next message', async () => {
    const world = await divided(deadlinesOnly, [aNode('验收', '2022-06-30')]);
    await live(world, '2022-06-02', '2022-06-30', signing(world));
    await live(world, '2022-07-01', '2022-07-01');
    await act(world, 'owner-0', reporting(60), { number: 1 });
    expect(stored(world)?.heard.climb).toBeNull();
    expect(stored(world)?.heard.answered).toMatchObject({
      what: '就节点“验收”反馈',
      by: '安环局责任人',
      owes: null,
    });
  });

  it('meets the report that a signed red work owes', async () => {
    const world = await divided(deadlinesOnly, [aNode('验收', '2022-06-30')]);
    await live(world, '2022-06-02', '2022-07-01', signing(world));
    await act(world, 'owner-0', reporting(60), { number: 1 });
    await live(world, '2022-07-04', '2022-07-11', signing(world));
    expect(told(world)).toEqual([]);
  });
});

describe('when no node is open', () => {
  it('the owner is asked once to report the work done, and the office verifies it', async () => {
    const world = await divided();
    world.goTo('2022-06-07 10:00');
    for (const number of [1, 3]) await close(world, number);
    await close(world, 2, 'owner-1');
    await live(world, '2022-06-08', '2022-06-22', signing(world));
    const asked = keysTold(world, WORK);
    expect(asked).toEqual(['06-08 owner-0 nodes-2022-06-07T02:00:00Z', '06-15 owner-0 before-15']);
    const text = world.messages.find(({ text: each }) => each.includes('全部办结'))?.text ?? '';
    expect(text).toContain('有1项工作的节点已全部办结');
    expect(text).toContain(
      '要求：节点已全部办结，这一项已经办成的，请报办结；还没有办成的，请反馈还差什么。',
    );
    await act(world, 'owner-0', { act: 'submit' });
    await act(world, 'office', { act: 'verify' });
    expect(stored(world)?.task.status).toBe('closed');
  });

  it('the work speaks again before its date, but not of what it left to its nodes', async () => {
    const world = await divided();
    world.goTo('2022-06-24 10:00');
    for (const number of [1, 3]) await close(world, number);
    await close(world, 2, 'owner-1');
    await live(world, '2022-06-27', '2022-06-30', signing(world));
    expect(keysTold(world, WORK)).toEqual([
      '06-27 owner-0 nodes-2022-06-24T02:00:00Z',
      '06-27 owner-0 before-3',
      '06-29 owner-0 before-1',
      '06-30 owner-0 due',
    ]);
  });
});
