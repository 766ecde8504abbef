import { describe, expect, it } from 'vitest';
import { reconcile } from '../../functions/flows/wake/reconcile.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { aTask, day } from '../support/builders.ts';
import { signForAll, wake } from '../support/requests.ts';
import { parkFrom, rungsOf } from './platform.ts';

describe('the June 30 platform', () => {
  it('goes to 安环局 at 15, 7, 3, 1, 0 days and then up the chain, on working mornings', async () => {
    const world = await parkFrom('2022-06-15 08:00', [aTask()]);
    for (let today = day('2022-06-15'); today.month < 8; today = today.add({ days: 1 })) {
      world.goTo(`${today.toString()} 08:00`);
      await wake('linxiang', world.ports);
      await signForAll('linxiang', null, world.ports);
    }
    const told = world.deliveries
      .filter(({ key }) => key.startsWith('lx22-071') && !key.includes('/lapsed-'))
      .map(({ at, contact, key }) => `${at.slice(5, 10)} ${key.split('/')[1]} ${contact}`);
    expect(told.toSorted()).toEqual([
      '06-15 before-15 owner-0',
      '06-23 before-7 owner-0',
      '06-27 before-3 owner-0',
      '06-29 before-1 owner-0',
      '06-30 due owner-0',
      '07-01 overdue-1 head-0',
      '07-01 overdue-1 owner-0',
      '07-05 overdue-3 head-0',
      '07-05 overdue-3 leader',
      '07-05 overdue-3 owner-0',
      '07-11 overdue-7 head-0',
      '07-11 overdue-7 leader',
      '07-11 overdue-7 office',
      '07-11 overdue-7 owner-0',
      '07-11 overdue-7 principal',
      '07-18 overdue-weekly-1 head-0',
      '07-18 overdue-weekly-1 office',
      '07-18 overdue-weekly-1 owner-0',
      '07-25 overdue-weekly-2 head-0',
      '07-25 overdue-weekly-2 office',
      '07-25 overdue-weekly-2 owner-0',
    ]);
  });
});

describe('an outage', () => {
  it('of a night is made up for in the morning', async () => {
    const world = await parkFrom('2022-06-22 12:00', [aTask()]);
    world.goTo('2022-06-23 19:30');
    await sweep(world.ports);
    expect(world.messages).toEqual([]);

    world.goTo('2022-06-24 08:00');
    await wake('linxiang', world.ports);
    expect(rungsOf(world)).toEqual(['before-7']);
  });

  it('of a weekend is not made up for on Sunday', async () => {
    const world = await parkFrom('2022-07-08 12:00', [aTask({ due: day('2022-07-15') })]);
    world.goTo('2022-07-10 10:00');
    await sweep(world.ports);
    await reconcile(world.ports);
    expect(world.messages).toEqual([]);

    world.goTo('2022-07-11 08:00');
    await wake('linxiang', world.ports);
    expect(world.messages.every(({ contact }) => contact === 'office')).toBe(true);
  });

  it('of a month speaks once, with the latest rung, to all whom a missed one names', async () => {
    const world = await parkFrom('2022-06-15 07:00', [aTask()]);
    world.goTo('2022-07-14 09:40');
    await sweep(world.ports);
    await sweep(world.ports);

    const told = world.deliveries.filter(({ key }) => key.startsWith('lx22-071'));
    expect(new Set(told.map(({ key }) => key.split('/')[1]))).toEqual(new Set(['overdue-7']));
    expect(told.map(({ contact }) => contact).toSorted()).toEqual([
      'head-0',
      'leader',
      'office',
      'owner-0',
      'principal',
    ]);
    const owner = world.messages.find(({ contact }) => contact === 'owner-0');
    expect(owner?.text).toContain(
      '补报：提前15天、提前7天、提前3天、提前1天、到期当天、逾期督办第1个工作日、逾期督办第3个工作日的提醒当时没有发出。',
    );
  });

  it('that lasts into the evening leaves opened digests for the next working morning', async () => {
    const world = await parkFrom('2022-06-22 12:00', [aTask()]);
    world.goTo('2022-06-23 08:00');
    const dying = {
      ...world.ports,
      messenger: { publish: () => Promise.reject(new Error('gone')) },
    };
    await expect(wake('linxiang', dying)).rejects.toThrow('gone');

    world.goTo('2022-06-23 20:00');
    await sweep(world.ports);
    expect(world.messages).toEqual([]);

    world.goTo('2022-06-24 08:00');
    await wake('linxiang', world.ports);
    expect(rungsOf(world)).toEqual(['before-7']);
  });
});

describe('a quiet day', () => {
  it('still has one line for the office, so that silence means a fault', async () => {
    const world = await parkFrom('2022-06-15 12:00', [aTask()]);
    world.goTo('2022-06-16 08:00');
    await wake('linxiang', world.ports);
    world.goTo('2022-06-17 08:00');
    await wake('linxiang', world.ports);

    expect(world.messages.map(({ contact }) => contact)).toEqual(['office', 'office']);
    expect(world.messages.at(-1)?.text).toContain(
      '督办运行正常：在督1项，6月16日（周四）以来发出提醒1份，自查修复0处。',
    );
  });
});

describe('promises without a date', () => {
  it('are asked about once', async () => {
    const undated = aTask({ id: 'u', due: day('2022-12-31'), duePrecision: 'assumed-year-end' });
    const world = await parkFrom('2022-06-15 08:00', [aTask(), undated]);
    for (const morning of ['2022-06-15 08:00', '2022-06-16 08:00', '2022-06-17 08:00']) {
      world.goTo(morning);
      await wake('linxiang', world.ports);
    }
    const asked = world.messages.filter(({ text }) => text.includes('有1项没有写明期限'));
    expect(asked.map(({ contact }) => contact)).toEqual(['office']);
  });
});
