import { describe, expect, it } from 'vitest';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { aTask, contactsOf, day } from '../support/builders.ts';
import { signForAll } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';
import { live, move } from './climbing.ts';

/** The park from `start` on, with the June 30 platform. */
async function from(start: string, over: Parameters<typeof aTask>[0] = {}): Promise<World> {
  const world = newWorld();
  world.goTo(start);
  await settleIn(world, [aTask(over)], contactsOf('安环局'));
  return world;
}

/** Mornings on which everybody signs, so that nothing is heard but the ladder. */
const mornings = (world: World, first: string, last: string): Promise<void> =>
  live(world, first, last, () => signForAll('linxiang', null, world.ports));

/** Every rung that was told: `day rung: who`. */
function rungs(world: World): readonly string[] {
  const told = world.deliveries.filter(
    ({ key }) => key.startsWith('lx22-071/') && !/lapsed|ruling|waiting/.test(key),
  );
  const byRung = Map.groupBy(told, ({ at, key }) => `${at.slice(5, 10)} ${key.split('/')[1]}`);
  return [...byRung].map(
    ([rung, all]) =>
      `${rung}: ${all
        .map(({ contact }) => contact)
        .toSorted()
        .join(' ')}`,
  );
}

const LEADERS = [
  'overdue-1: head-0 owner-0',
  'overdue-3: head-0 leader owner-0',
  'overdue-7: head-0 leader office owner-0 principal',
  'overdue-weekly-1: head-0 office owner-0',
] as const;

/** The overdue rungs on these days. */
const on = (...days: readonly string[]): readonly string[] =>
  days.map((each, place) => `${each} ${LEADERS[place]}`);

describe('a task whose date has passed', () => {
  it('when it is entered is heard higher up, from the day that the system knew of it', async () => {
    const world = await from('2022-07-20 10:00');
    await mornings(world, '2022-07-21', '2022-08-05');
    expect(rungs(world)).toEqual(on('07-21', '07-25', '07-29', '08-05'));
    const principal = world.messages.find(({ contact }) => contact === 'principal');
    expect(principal?.text).toContain('期限：6月30日（周四）〔原〕，已逾期29天');
  });

  it('when its date is corrected is heard higher up, from that day', async () => {
    const world = await from('2022-07-20 10:00', { due: day('2022-08-30') });
    await move(world, 'office', { act: 'correctDue', due: day('2022-06-30') });
    await mornings(world, '2022-07-21', '2022-08-05');
    expect(rungs(world)).toEqual(on('07-21', '07-25', '07-29', '08-05'));
  });

  it.each<{ held: Move; back: Move; by: string }>([
    { held: { act: 'submit' }, by: 'owner-0', back: { act: 'return' } },
    { held: { act: 'suspend' }, by: 'office', back: { act: 'resume', due: day('2022-06-30') } },
  ])('goes on counting after $back.act: no rung twice, none left out', async (row) => {
    const world = await from('2022-06-30 12:00');
    await mornings(world, '2022-07-01', '2022-07-04');
    world.goTo('2022-07-04 09:00');
    await move(world, row.by, row.held);
    await mornings(world, '2022-07-05', '2022-07-20');
    world.goTo('2022-07-20 09:00');
    await move(world, 'office', row.back);
    await mornings(world, '2022-07-21', '2022-08-03');
    expect(rungs(world)).toEqual(on('07-01', '07-21', '07-27', '08-03'));
    const leader = world.messages.find(({ contact }) => contact === 'leader');
    expect(leader?.text).toContain('已逾期21天');
  });
});

describe('a task that is re-dated', () => {
  it('to this very day is told so at the next speaking time, and to the head tomorrow', async () => {
    const world = await from('2022-06-20 12:00');
    world.goTo('2022-06-22 10:00');
    await move(world, 'office', { act: 'redate', due: day('2022-06-22') });
    world.goTo('2022-06-22 10:20');
    await sweep(world.ports);
    expect(rungs(world)).toEqual(['06-22 due: owner-0']);
    const owner = world.messages.find(({ contact }) => contact === 'owner-0');
    expect(owner?.text).toContain('期限：6月22日（周三）〔拟〕，今天到期');
    await mornings(world, '2022-06-23', '2022-06-23');
    expect(rungs(world)).toEqual(['06-22 due: owner-0', '06-23 overdue-1: head-0 owner-0']);
  });

  it('is not told of rungs before that day, nor granted or dated to a day that has passed', async () => {
    const world = await from('2022-06-20 12:00');
    world.goTo('2022-06-22 10:00');
    const passed = day('2022-06-21');
    const says = '2022-06-21 已经过去，期限应是今天（2022-06-22）或以后';
    await expect(move(world, 'office', { act: 'redate', due: passed })).rejects.toThrow(says);
    await move(world, 'office', { act: 'redate', due: day('2022-06-24') });
    await mornings(world, '2022-06-23', '2022-06-24');
    expect(rungs(world)).toEqual(['06-23 before-1: owner-0', '06-24 due: owner-0']);
  });

  it('by a grant after its date counts from that day', async () => {
    const world = await from('2022-07-20 10:00');
    const ask: Move = { act: 'requestExtension', due: day('2022-07-22'), why: '设备未到' };
    await move(world, 'owner-0', ask);
    await move(world, 'office', { act: 'grant', due: day('2022-07-22') });
    await mornings(world, '2022-07-21', '2022-08-01');
    expect(rungs(world)).toEqual([
      '07-21 before-1: owner-0',
      '07-22 due: owner-0',
      ...on('07-25', '07-27').slice(0, 2),
    ]);
  });
});
