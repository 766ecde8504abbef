import { describe, expect, it } from 'vitest';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { makeBulk } from '../../functions/flows/tasks/bulk.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { aTask, contactsOf, day } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { changeTask, wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

/** The park on Monday 20 June; nothing of its own is due before 30 August. */
async function park(...ids: readonly string[]): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-20 09:00');
  const tasks = (ids.length === 0 ? ['lx22-071'] : ids).map((id) =>
    aTask({ id, title: `事项${id}`, due: day('2022-09-30'), start: day('2022-06-20') }),
  );
  await settleIn(world, tasks, contactsOf('安环局', '招商局'));
  return world;
}

const urge = (words: string, over: Partial<Extract<Move, { act: 'urge' }>> = {}): Move => ({
  act: 'urge',
  words,
  isAtOnce: false,
  isAgain: false,
  ...over,
});

const make = (world: World, move: Move, by = 'office', why = ''): Promise<unknown> =>
  changeTask(
    { park: 'linxiang', task: taskId('lx22-071'), by, why, via: '测试' },
    move,
    world.ports,
  );

const toOwner = (world: World): readonly string[] =>
  world.messages.filter(({ contact }) => contact === 'owner-0').map(({ text }) => text);

describe('an urging by hand', () => {
  it('goes out in the next digest, once, and stands in history and proof', async () => {
    const world = await park();
    await make(world, urge('请本周报齐资料'), 'office', '请本周报齐资料');
    await wake('linxiang', world.ports);
    expect(toOwner(world)).toEqual([]);
    for (const morning of ['2022-06-21 08:00', '2022-06-21 08:20', '2022-06-22 08:00']) {
      world.goTo(morning);
      await wake('linxiang', world.ports);
    }
    const [text = '', ...others] = toOwner(world);
    expect(others).toEqual([]);
    expect(text).toContain('园区办催办1项工作');
    expect(text).toContain('催办：6月20日（周一）园区办：“请本周报齐资料”');
    expect(world.deliveries.map(({ key }) => key)).toContain('lx22-071/urge-1/owner@安环局/none');
    const [last] = (await world.register.history('linxiang', taskId('lx22-071'))).slice(-1);
    expect(last).toMatchObject({ what: '催办', to: '随下一份提醒发出', why: '请本周报齐资料' });
  });

  it('goes out at once, by a wake that is called for it', async () => {
    const world = await park();
    await make(world, urge('请今天来办', { isAtOnce: true }));
    expect(world.calls).toEqual(['linxiang 2022-06-20T01:02:00Z']);
    world.goTo('2022-06-20 09:02');
    await wake('linxiang', world.ports);
    expect(toOwner(world)).toHaveLength(1);
    await expect(make(world, urge('请今天来办', { isAtOnce: true }))).rejects.toThrow(
      '已经即刻催办过一次',
    );
  });

  it('replaces one that did not go out yet, in one line of one message', async () => {
    const world = await park();
    await make(world, urge('请抓紧'));
    await make(world, urge('请周三前报齐'));
    world.goTo('2022-06-21 08:00');
    await wake('linxiang', world.ports);
    const [text = ''] = toOwner(world);
    expect(text.match(/催办：/g)).toHaveLength(1);
    expect(text).toContain('请周三前报齐');
  });

  it.each<{ of: string; move: Move; by: string }>([
    { of: 'is reported done', move: { act: 'submit' }, by: 'owner-0' },
    { of: 'is withdrawn', move: { act: 'withdraw' }, by: 'office' },
    { of: 'is suspended', move: { act: 'suspend' }, by: 'office' },
    { of: 'is given to another unit', move: { act: 'reassign', leadUnit: '招商局' }, by: 'office' },
  ])('dies before it went out when the task $of', async ({ move, by }) => {
    const world = await park();
    await make(world, urge('请抓紧'));
    await make(world, move, by);
    for (const morning of ['2022-06-21 08:00', '2022-06-22 08:00']) {
      world.goTo(morning);
      await wake('linxiang', world.ports);
    }
    expect(world.messages.filter(({ text }) => text.includes('催办：'))).toEqual([]);
  });

  it('dies in an opened digest, too, and does not follow the task to its next post', async () => {
    const world = await park();
    await make(world, urge('请抓紧'));
    world.answer.to = () => ({ result: 'unavailable', reason: 'throttled' }) as never;
    world.goTo('2022-06-21 08:00');
    await wake('linxiang', world.ports).catch(() => undefined);
    world.answer.to = () => undefined;
    await make(world, { act: 'reassign', leadUnit: '招商局' });
    for (const later of ['2022-06-21 09:00', '2022-06-21 12:00', '2022-06-22 08:00']) {
      world.goTo(later);
      await sweep(world.ports).catch(() => undefined);
    }
    expect(world.messages.filter(({ text }) => text.includes('催办：'))).toEqual([]);
  });

  it('is not told twice when a run dies and the date is changed before the next', async () => {
    const world = await park();
    await make(world, urge('请抓紧'));
    world.goTo('2022-06-21 08:00');
    const { register } = world.ports;
    const dying = {
      ...world.ports,
      register: { ...register, advance: () => Promise.reject(new Error('died')) },
    };
    await wake('linxiang', dying).catch(() => undefined);
    await make(world, { act: 'redate', due: day('2022-10-31') }, 'office', '另定');
    for (const later of ['2022-06-21 08:20', '2022-06-22 08:00']) {
      world.goTo(later);
      await sweep(world.ports);
    }
    const keys = world.deliveries.filter(({ key }) => key.includes('/urge-1/'));
    expect(keys).toHaveLength(1);
  });

  it('begins and ends no escalation', async () => {
    const world = await park();
    await make(world, urge('请抓紧'));
    world.goTo('2022-06-21 08:00');
    await wake('linxiang', world.ports);
    expect(world.stored('lx22-071')?.heard.climb).toBeNull();
    expect(world.digests().flatMap(({ answers }) => answers)).toEqual([]);
  });

  it('of many tasks in the same words is one paragraph of one message', async () => {
    const ids = Array.from({ length: 25 }, (_, at) => `t${String(at).padStart(2, '0')}`);
    const world = await park(...ids);
    const run = await openContext('linxiang', world.ports);
    const maker = { by: 'office', why: '请本周逐项说明', via: '网页', batch: 'b' };
    const move = urge('请本周逐项说明', { isAtOnce: true });
    await makeBulk(
      run,
      maker,
      ids.map((id) => ({ task: taskId(id), move })),
    );
    expect(new Set(world.calls).size).toBe(1);
    world.goTo('2022-06-20 09:02');
    await wake('linxiang', world.ports);
    const [text = '', ...others] = toOwner(world);
    expect(others).toEqual([]);
    expect(text).toContain('园区办催办25项工作');
    expect(text.match(/催办：/g)).toHaveLength(1);
    expect(text).toContain('涉及25项：事项t00；');
    expect(text).not.toContain('没有列出');
  });
});
