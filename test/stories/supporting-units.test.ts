import { describe, expect, it } from 'vitest';
import { BadInput } from '../../functions/domain/base/problems.ts';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { aTask, contactsOf, deadlinesOnly } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { signForAll } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';
import { live, move, report, SILENT, told } from './climbing.ts';

/** 安环局 leads the platform of June 30; 招商局 and a unit without contacts help. */
async function park(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-20 08:30');
  const task = aTask({ supportingUnits: ['招商局', '税务局'] });
  await settleIn(world, [task], contactsOf('安环局', '招商局'), deadlinesOnly);
  return world;
}

const support: Move = { act: 'support', note: '说明', evidence: [] };

/** What was sent to the owner of the supporting unit: day and occasion. */
const toSupporter = (world: World): readonly string[] =>
  world.deliveries
    .filter(({ contact }) => contact === 'owner-1')
    .map(({ at, key }) => `${at.slice(5, 10)} ${key.split('/')[1]}`);

const textTo = (world: World, receiver: string): string =>
  world.messages.findLast(({ contact }) => contact === receiver)?.text ?? '';

describe('a supporting unit', () => {
  it('is notified of the handover, the due date and each overdue rung but the weekly ones', async () => {
    const world = await park();
    world.goTo('2022-06-20 09:00');
    await move(world, 'office', { act: 'assign' });
    await live(world, '2022-06-21', '2022-07-22');
    expect(toSupporter(world)).toEqual([
      '06-21 assigned-1',
      '06-30 due',
      '07-01 overdue-1',
      '07-05 overdue-3',
      '07-11 overdue-7',
    ]);
    expect(world.deliveries.map(({ key }) => key).join()).not.toContain('税务局');
  });

  it('reads who leads, and is neither asked to sign nor reproached', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-07-05');
    const text = textTo(world, 'owner-1');
    expect(text).toContain('牵头：安环局');
    expect(text).toContain('配合：本单位是这项工作的配合单位。');
    expect(text).toContain('要求：请配合安环局推进，有进展或困难的请反馈。');
    expect(text).toContain('有1项配合的工作');
    expect(text).not.toMatch(/签收|督办：|报办结|申请延期/);
    expect(textTo(world, 'owner-0')).toContain('责任：安环局，配合：招商局、税务局');
    expect(told(world).join()).not.toContain('owner-1');
  });

  it('reports without answering for the owner: the climb goes on, and nothing of the task changes', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-06-28');
    const before = world.stored('lx22-071')?.task;
    await move(world, 'owner-1', support);
    expect(world.stored('lx22-071')?.task).toEqual(before);
    const history = await world.register.history('linxiang', taskId('lx22-071'));
    expect(history.at(-1)).toMatchObject({ by: 'owner-1', what: '配合反馈', why: '说明' });
    await live(world, '2022-06-29', '2022-06-29');
    expect(told(world)).toEqual([`06-29 head-0: ${SILENT}。`]);
  });

  it('may do nothing else with the task, and its signature is nobody’s answer', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-06-30');
    await expect(move(world, 'owner-1', report)).rejects.toThrow(BadInput);
    await expect(move(world, 'owner-0', support)).rejects.toThrow(BadInput);
    expect(await signForAll('linxiang', 'owner-1', world.ports)).toBe(0);
  });

  it('that becomes responsible is told as the owner', async () => {
    const world = await park();
    world.goTo('2022-06-20 09:00');
    await move(world, 'office', { act: 'reassign', leadUnit: '招商局' });
    await live(world, '2022-06-21', '2022-06-21');
    expect(toSupporter(world)).toEqual(['06-21 assigned-1']);
    expect(textTo(world, 'owner-1')).toContain('请在2个工作日内签收');
  });
});
