import { describe, expect, it } from 'vitest';
import { occasionOf } from '../../functions/domain/tasks/occasion-codec.ts';
import { reconcile } from '../../functions/flows/wake/reconcile.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { aTask, day } from '../support/builders.ts';
import { signForAll, wake } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { parkFrom, rungsOf } from './platform.ts';

describe('the office after an outage', () => {
  const line = (world: World): string =>
    world.messages
      .findLast(({ contact }) => contact === 'office')
      ?.text.split('\n')
      .find((each) => each.startsWith('督办')) ?? '';

  it('reads on which working days nothing ran, and what was made up for', async () => {
    const world = await parkFrom('2022-06-20 12:00', [aTask(), aTask({ id: 'far' })]);
    world.goTo('2022-06-21 08:00');
    await wake('linxiang', world.ports);
    world.goTo('2022-06-24 09:30');
    await sweep(world.ports);
    expect(line(world)).toBe(
      '督办已恢复运行：在督2项，6月21日（周二）以来发出提醒1份，自查修复0处。6月22日（周三）、6月23日（周四）没有运行，漏发的提醒现已补发，涉及2项工作。',
    );
    world.goTo('2022-06-27 08:00');
    await wake('linxiang', world.ports);
    expect(line(world)).toMatch(/^督办运行正常：.*自查修复0处。$/);
  });

  it('of rest days, or that ended on the same day, reads that all is well', async () => {
    const world = await parkFrom('2022-06-24 07:00', [aTask()]);
    world.goTo('2022-06-24 09:40');
    await sweep(world.ports);
    world.goTo('2022-06-27 16:00');
    await sweep(world.ports);
    expect(line(world)).toMatch(/^督办运行正常：/);
  });

  it('reads that there was nothing to be made up for where nothing was due', async () => {
    const world = await parkFrom('2022-06-16 12:00', [aTask()]);
    world.goTo('2022-06-17 08:00');
    await wake('linxiang', world.ports);
    world.goTo('2022-06-21 08:00');
    await wake('linxiang', world.ports);
    expect(line(world)).toContain('6月20日（周一）没有运行，没有漏发的提醒。');
  });
});

describe('a clock that jumped ahead and came back', () => {
  /** Woken in September, and set right on the evening of 22 June. */
  async function jumped(): Promise<World> {
    const world = await parkFrom('2022-06-21 12:00', [aTask()]);
    world.goTo('2022-06-22 08:00');
    await wake('linxiang', world.ports);
    world.goTo('2022-09-01 10:00');
    await wake('linxiang', world.ports);
    world.goTo('2022-06-22 22:00');
    await reconcile(world.ports);
    return world;
  }

  it('silences nothing that lies between', async () => {
    const world = await jumped();
    const before = world.deliveries.length;
    for (let today = day('2022-06-23'); today.month < 8; today = today.add({ days: 1 })) {
      world.goTo(`${today.toString()} 08:00`);
      await wake('linxiang', world.ports);
      await signForAll('linxiang', null, world.ports);
    }
    const told = world.deliveries
      .slice(before)
      .filter(({ contact, key }) => contact === 'owner-0' && !/lapsed|unsigned/.test(key))
      .map(({ at, key }) => `${at.slice(5, 10)} ${key.split('/')[1]}`);
    expect(told).toEqual([
      '06-23 before-7',
      '06-27 before-3',
      '06-29 before-1',
      '06-30 due',
      '07-01 overdue-1',
      '07-05 overdue-3',
      '07-11 overdue-7',
      '07-18 overdue-weekly-1',
      '07-25 overdue-weekly-2',
    ]);
  });

  it('lets the office hear every working day, that records were put right first of all', async () => {
    const world = await jumped();
    const before = world.messages.length;
    for (const morning of ['2022-06-23 08:00', '2022-06-24 08:00', '2022-06-27 08:00']) {
      world.goTo(morning);
      await wake('linxiang', world.ports);
    }
    const office = world.messages.slice(before).filter(({ contact }) => contact === 'office');
    expect(office).toHaveLength(3);
    expect(office[0]?.text).toContain('自查修复1处');
    expect(office[0]?.text).toContain('6月22日（周三）以来发出提醒');
  });

  it('leaves no digest asleep that it put off', async () => {
    const world = await parkFrom('2022-06-22 12:00', [aTask()]);
    world.goTo('2022-06-23 08:00');
    world.answer.to = () => ({ result: 'deferred', reason: 'busy' });
    await wake('linxiang', world.ports).catch(() => undefined);
    world.answer.to = () => undefined;
    world.goTo('2022-09-01 20:00');
    await sweep(world.ports);
    world.goTo('2022-06-23 22:00');
    await reconcile(world.ports);
    world.goTo('2022-06-24 08:00');
    await wake('linxiang', world.ports);
    expect(rungsOf(world)).toEqual(['before-7']);
  });

  it('does not let a climb that it began reach a leader', async () => {
    const world = await jumped();
    for (const morning of ['2022-06-23 08:00', '2022-06-24 08:00', '2022-06-27 08:00']) {
      world.goTo(morning);
      await wake('linxiang', world.ports);
    }
    expect(world.stored('lx22-071')?.heard.climb).toMatchObject({
      asked: [{ occasion: occasionOf('before-3'), day: day('2022-06-27') }],
      level: 0,
    });
  });
});
