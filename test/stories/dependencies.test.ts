import { describe, expect, it } from 'vitest';
import { aTask, contactsOf, day, deadlinesOnly } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { aPortal, HOME, signedInAs } from '../support/portal.ts';
import { changeTask } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';
import { live } from './climbing.ts';

/** 招商局 can only move in (July 15) when 安环局 has finished the pipes (June 30). */
async function park(): Promise<World> {
  const world = newWorld();
  world.pages.at = HOME;
  world.goTo('2022-06-20 08:30');
  const tasks = [
    aTask({ id: 'pipes', title: '管网改造' }),
    aTask({ id: 'move-in', title: '企业入驻', leadUnit: '招商局', due: day('2022-07-15') }),
    aTask({ id: 'opening', title: '开园', leadUnit: '招商局', due: day('2022-09-30') }),
  ];
  await settleIn(world, tasks, contactsOf('安环局', '招商局'), deadlinesOnly);
  return world;
}

const waitFor = (
  world: World,
  task: string,
  tasks: readonly string[],
  by = 'office',
): Promise<unknown> =>
  changeTask(
    { park: 'linxiang', task: taskId(task), by, why: '', via: '测试' },
    { act: 'waitFor', tasks: tasks.map((id) => taskId(id)) },
    world.ports,
  );

/** What the last message to `receiver` says of other tasks. */
const linesTo = (world: World, receiver: string): readonly string[] =>
  (world.messages.findLast(({ contact }) => contact === receiver)?.text ?? '')
    .split('\n')
    .filter((line) => /^(等待|牵连)：/.test(line));

describe('a task that waits for another', () => {
  it('names what holds it up, and the late one names what it moves', async () => {
    const world = await park();
    await waitFor(world, 'move-in', ['pipes']);
    await live(world, '2022-06-27', '2022-06-30');
    expect(linesTo(world, 'owner-0')).toEqual([]);
    await live(world, '2022-07-01', '2022-07-12');
    expect(linesTo(world, 'owner-0')).toEqual([
      '牵连：《企业入驻》（招商局，7月15日（周五）到期）在等这项工作',
    ]);
    expect(linesTo(world, 'owner-1')).toEqual(['等待：等《管网改造》（安环局，已逾期12天）']);
  });

  it('says the date while that is ahead, and nothing once the other one is reported done', async () => {
    const world = await park();
    await waitFor(world, 'move-in', ['pipes']);
    await live(world, '2022-06-30', '2022-06-30');
    expect(linesTo(world, 'owner-1')).toEqual([
      '等待：等《管网改造》（安环局，6月30日（周四）到期）',
    ]);
    const mover = { park: 'linxiang', task: taskId('pipes'), by: 'owner-0', why: '', via: '测试' };
    await changeTask(mover, { act: 'submit' }, world.ports);
    await live(world, '2022-07-01', '2022-07-12');
    expect(linesTo(world, 'owner-1')).toEqual([]);
  });

  it('is refused for itself, what is unknown, what has ended, a circle, and all but the office', async () => {
    const world = await park();
    await waitFor(world, 'move-in', ['pipes']);
    await waitFor(world, 'opening', ['move-in']);
    await expect(waitFor(world, 'pipes', ['pipes'])).rejects.toThrow('不能等它自己');
    await expect(waitFor(world, 'pipes', ['nowhere'])).rejects.toThrow('没有“nowhere”这一项');
    await expect(waitFor(world, 'pipes', ['opening'])).rejects.toThrow('不能互相等待');
    await expect(waitFor(world, 'opening', ['pipes'], 'owner-1')).rejects.toThrow('没有这项权限');
    const mover = { park: 'linxiang', task: taskId('pipes'), by: 'office', why: '', via: '测试' };
    await changeTask(mover, { act: 'withdraw' }, world.ports);
    await expect(waitFor(world, 'opening', ['pipes'])).rejects.toThrow(
      '《管网改造》撤销，不用再等',
    );
    expect(world.stored('pipes')?.task.waitsFor).toEqual([]);
    await waitFor(world, 'opening', []);
    expect(world.stored('opening')?.task.waitsFor).toEqual([]);
  });

  it('is entered on its page, which shows both ways', async () => {
    const world = await park();
    const office = await signedInAs('office', aPortal(world));
    const sent = await office.post('/items/move-in/waitFor', { tasks: 'pipes，', why: '' });
    expect(sent.status).toBe(303);
    expect(await office.text('/items/move-in')).toContain(
      '<a href="/items/pipes">《管网改造》（安环局，6月30日（周四）到期）</a>',
    );
    expect(await office.text('/items/pipes')).toContain(
      '<a href="/items/move-in">《企业入驻》（招商局，7月15日（周五）到期）</a>',
    );
    const refused = await office.post('/items/pipes/waitFor', { tasks: 'move-in', why: '' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('不能互相等待');
    const history = await world.register.history('linxiang', taskId('move-in'));
    expect(history.at(-1)).toMatchObject({ what: '设前置事项', from: '无', to: 'pipes' });
  });
});
