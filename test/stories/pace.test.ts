import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import { Target } from '../../functions/domain/targets/target.ts';
import { aReport, aTask, at, contactsOf, day } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { returnFigures, wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

const ID = 'lx22-004';

/** 80亿元 of investment in the year, by a unit that reported last on 25 May. */
async function park(may: string): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-13 12:00');
  const target = aTask({
    id: ID,
    kind: 'target',
    title: '固定资产投资80亿元',
    due: day('2022-12-31'),
    duePrecision: 'assumed-year-end',
    lastReport: aReport(at('2022-05-25 09:00')),
  });
  await settleIn(world, [target], contactsOf('安环局'), defaultPolicy);
  const figure = { month: 5, value: may, source: '统计', reportedBy: 'owner-0' };
  const known = Target.parse({
    id: ID,
    park: 'linxiang',
    plan: 2022,
    name: '固定资产投资',
    unit: '亿元',
    goal: '80',
    comparator: 'ge',
    basis: 'cumulative',
    actuals: [{ ...figure, at: '2022-05-25T09:00:00+08:00' }],
  });
  const lastChange = {
    id: 'change-1',
    version: 1,
    at: at('2022-05-25 09:00'),
    by: 'office',
    onBehalfOf: null,
    what: '登记',
    from: '',
    to: '',
    why: '',
    via: '导入',
  };
  await world.ports.collections.targets.put(undefined, { value: known, version: 1, lastChange });
  return world;
}

async function mornings(world: World, ...days: readonly string[]): Promise<void> {
  for (const each of days) {
    world.goTo(`${each} 08:00`);
    await wake('linxiang', world.ports);
  }
}

const JUNE = ['2022-06-14', '2022-06-15', '2022-06-16', '2022-06-17', '2022-06-24'];
const AFTER = ['2022-06-27', '2022-06-28'];

/** What was said of the pace: `day contact`. */
const told = (world: World): readonly string[] =>
  world.deliveries
    .filter(({ key }) => key.includes('/pace-'))
    .map(({ at: sentAt, contact }) => `${sentAt.slice(5, 10)} ${contact}`)
    .toSorted();

const report = (world: World, value: string) =>
  returnFigures(
    { park: 'linxiang', by: 'owner-0', via: '网页' },
    [
      {
        id: taskId(ID),
        figures: [{ month: 6, value: new Fraction(value), source: '统计', why: '' }],
      },
    ],
    world.ports,
  );

describe('a target behind its pace', () => {
  it('speaks on the first working day after the figures should have come', async () => {
    const world = await park('18.6');
    await mornings(world, ...JUNE, ...AFTER);
    expect(told(world)).toEqual(['06-27 head-0', '06-27 owner-0']);
    const text = world.messages.find(({ contact }) => contact === 'head-0')?.text;
    expect(text).toContain(
      '【如期】安环局负责人：6月27日（周一），有1项指标落后于序时进度\n\n落后于序时进度的指标（1项）：\n· 固定资产投资：红灯，截至5月完成18.6亿元（23.2%），序时进度41.6%，此后每月需完成8.78亿元\n请督促责任人追赶进度。',
    );
    expect(world.messages.find(({ contact }) => contact === 'head-0')?.lamp).toBe('red');
  });

  it('speaks on the first working day after they came, once', async () => {
    const world = await park('18.6');
    await mornings(world, '2022-06-14');
    world.goTo('2022-06-15 10:00');
    await report(world, '20');
    await mornings(world, '2022-06-16', '2022-06-17', '2022-06-24', ...AFTER);
    expect(told(world)).toEqual(['06-16 head-0', '06-16 owner-0']);
  });

  it('speaks on with the old figure where no new one came, and says how old it is', async () => {
    const world = await park('18.6');
    await mornings(world, '2022-07-26');
    const text = world.messages.findLast(({ contact }) => contact === 'head-0')?.text;
    expect(text).toContain(
      '固定资产投资：红灯，截至5月完成18.6亿元（23.2%），序时进度41.6%，未报数：应报6月的数\n',
    );
  });

  it('does not speak of a figure that kept its pace when it was new', async () => {
    const world = await park('40');
    await mornings(world, '2022-07-26');
    expect(told(world)).toEqual([]);
  });

  it('does not speak while it keeps its pace', async () => {
    const world = await park('40');
    await mornings(world, ...JUNE, ...AFTER);
    expect(told(world)).toEqual([]);
  });
});
