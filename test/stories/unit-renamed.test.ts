import { describe, expect, it } from 'vitest';
import { reconcile } from '../../functions/flows/wake/reconcile.ts';
import { taskId } from '../support/ids.ts';
import { signForAll, wake } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import {
  askRenaming,
  live,
  merged,
  NEW,
  OLD,
  parkOf,
  renamed,
  storedTask,
  toldOfTasks,
} from './renaming.ts';

/** The sentences about the unit that were sent: to whom, and what. */
const toldOfUnit = (world: World): readonly string[] =>
  world.messages.flatMap(({ contact, text }) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('自2022年'))
      .map((line) => `${contact}：${line}`),
  );

const historyOf = async (world: World, id: string): Promise<readonly string[]> =>
  (await world.ports.register.history('linxiang', taskId(id))).map(
    ({ by, what, from, to, why }) => `${by} ${what} ${from}→${to} ${why}`,
  );

describe('a unit that is renamed while its works climb', () => {
  it('shifts no rung and no silence, and repeats nothing', async () => {
    const [twin, world] = [await parkOf('安环局'), await parkOf('安环局')];
    for (const each of [twin, world]) await live(each, '2022-06-13', '2022-06-21');
    world.goTo('2022-06-22 09:30');
    await renamed(world.ports);
    for (const each of [twin, world]) await live(each, '2022-06-22', '2022-07-29');
    expect(toldOfTasks(world).length).toBeGreaterThan(20);
    expect(toldOfTasks(world)).toEqual(toldOfTasks(twin));
  });

  it('has a line in the history of each open task, and old papers keep the old name', async () => {
    const world = await parkOf('安环局');
    world.goTo('2022-06-22 09:30');
    await renamed(world.ports);
    const why = `自2022年6月22日起，${OLD}更名为${NEW}（机构改革方案）`;
    expect((await historyOf(world, 'lx22-001')).at(-1)).toBe(
      `office 单位改名 ${OLD}→${NEW} ${why}`,
    );
    expect((await historyOf(world, 'lx22-004')).at(-1)).toBe(
      `office 单位改名 配合单位：${OLD}→配合单位：${NEW} ${why}`,
    );
    expect(await historyOf(world, 'lx22-005')).toHaveLength(1);
    expect((await storedTask(world, 'lx22-005'))?.leadUnit).toBe(OLD);
    expect(await storedTask(world, 'lx22-002')).toMatchObject({
      leadUnit: NEW,
      owner: `owner@${NEW}`,
      responsibleLeader: `responsibleLeader@${NEW}`,
      status: 'inProgress',
      assignment: { number: 0 },
    });
  });

  it('is told to its owner in one sentence of his next digest, once', async () => {
    const world = await parkOf('安环局');
    await live(world, '2022-06-13', '2022-06-21');
    world.goTo('2022-06-22 09:30');
    await renamed(world.ports);
    await live(world, '2022-06-22', '2022-06-30');
    expect(toldOfUnit(world)).toEqual([
      `owner-0：自2022年6月22日起，${OLD}更名为${NEW}，原${OLD}的3项工作由贵单位继续负责，期限和要求不变。`,
    ]);
  });

  it('lets a message of before be signed for under the new name', async () => {
    const world = await parkOf('安环局');
    await live(world, '2022-06-13', '2022-06-17');
    world.goTo('2022-06-17 17:00');
    await renamed(world.ports, { on: '2022-06-17' });
    expect(await signForAll('linxiang', 'owner-0', world.ports)).toBeGreaterThan(0);
  });
});

describe('a move of a unit that was cut short', () => {
  it('is finished by the next wake, and tasks are told to the right contact meanwhile', async () => {
    const [twin, world] = [await parkOf('安环局'), await parkOf('安环局')];
    for (const each of [twin, world]) await live(each, '2022-06-13', '2022-06-21');
    world.goTo('2022-06-22 07:30');
    await askRenaming(world.ports);
    expect((await storedTask(world, 'lx22-001'))?.leadUnit).toBe(OLD);
    for (const each of [twin, world]) await live(each, '2022-06-22', '2022-07-15');
    expect((await storedTask(world, 'lx22-001'))?.leadUnit).toBe(NEW);
    expect(toldOfTasks(world)).toEqual(toldOfTasks(twin));
    expect(toldOfUnit(world)).toHaveLength(1);
    const { value } = await world.ports.register.directory('linxiang');
    expect(value.unitMoves).toMatchObject([{ state: 'done', tasks: 3, isMerge: false }]);
  });

  it('takes effect on its day where that lies ahead', async () => {
    const world = await parkOf('安环局');
    world.goTo('2022-06-20 09:00');
    await renamed(world.ports, { on: '2022-06-24' });
    await live(world, '2022-06-20', '2022-06-23');
    expect((await storedTask(world, 'lx22-002'))?.leadUnit).toBe(OLD);
    expect(toldOfUnit(world)).toEqual([]);
    world.goTo('2022-06-24 02:00');
    await reconcile(world.ports);
    expect((await storedTask(world, 'lx22-002'))?.leadUnit).toBe(NEW);
    await live(world, '2022-06-24', '2022-06-27');
    expect(toldOfUnit(world)).toHaveLength(1);
  });
});

describe('a unit that is merged into another one', () => {
  it('hands its works over to the owner of that, who is asked to sign; the old owner is told once', async () => {
    const world = await parkOf('安环局');
    await live(world, '2022-06-13', '2022-06-21');
    world.goTo('2022-06-22 09:30');
    await merged(world.ports);
    expect(await storedTask(world, 'lx22-002')).toMatchObject({
      leadUnit: '安环局',
      owner: 'owner@安环局',
      status: 'pendingAcceptance',
      assignment: { number: 1 },
    });
    expect(await storedTask(world, 'lx22-004')).toMatchObject({ supportingUnits: [] });
    world.goTo('2022-06-22 09:40');
    await wake('linxiang', world.ports);
    const handed = toldOfTasks(world).filter((line) => line.includes('assigned-1'));
    expect(handed).toEqual(
      ['001', '002', '003'].map((id) => `2022-06-22T01:40:00Z owner-1 lx22-${id} assigned-1`),
    );
    await live(world, '2022-06-22', '2022-07-20');
    expect(toldOfUnit(world).toSorted().toReversed()).toEqual([
      `owner-1：自2022年6月22日起，${OLD}并入安环局，原${OLD}的3项工作现由贵单位负责，已另行交办，请签收。`,
      `owner-0：自2022年6月22日起，${OLD}并入安环局。原${OLD}的工作由安环局责任人负责，不再提醒贵岗位。`,
    ]);
    const later = world.deliveries.filter(
      ({ at, contact, key }) =>
        at > '2022-06-22T02' && contact === 'owner-0' && key.startsWith('lx22'),
    );
    expect(later).toEqual([]);
  });

  it('asks the chosen owner to sign for the works of the other unit, which are new to him', async () => {
    const world = await parkOf('安环局');
    world.goTo('2022-06-22 09:30');
    await merged(world.ports, { owner: 'owner-0', unitHead: 'head-0' });
    expect(await storedTask(world, 'lx22-002')).toMatchObject({ status: 'inProgress' });
    expect(await storedTask(world, 'lx22-004')).toMatchObject({ status: 'pendingAcceptance' });
    await live(world, '2022-06-23', '2022-06-23');
    expect(toldOfUnit(world).toSorted()).toEqual([
      `owner-0：自2022年6月22日起，${OLD}并入安环局，原${OLD}的3项工作由贵单位继续负责，期限和要求不变；原安环局的工作也由贵单位负责，已另行交办，请签收。`,
      `owner-1：自2022年6月22日起，${OLD}并入安环局。原安环局的工作由${OLD}责任人负责，不再提醒贵岗位。`,
    ]);
  });
});
