import { describe, expect, it } from 'vitest';
import { DamagedRecord } from '../../functions/domain/base/faults.ts';
import { isInHorizon } from '../../functions/flows/context/slots.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { reconcile } from '../../functions/flows/wake/reconcile.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { aTask, at, contactsOf, day } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { changeTask, wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

async function park(start: string): Promise<World> {
  const world = newWorld();
  world.goTo(start);
  await settleIn(world, [aTask()], contactsOf('安环局', '招商局'));
  return world;
}

const office = { park: 'linxiang', task: taskId('lx22-071'), by: 'office', why: '', via: '测试' };

/** The needs of `world` with `change` in the place of some. */
const having = (world: World, change: Partial<Ports>): Ports => ({ ...world.ports, ...change });

const mute = (world: World): Ports =>
  having(world, { messenger: { publish: () => Promise.reject(new Error('gone')) } });

const dying = (world: World): Ports =>
  having(world, {
    register: { ...world.register, advance: () => Promise.reject(new Error('died')) },
  });

const unslotted = (world: World): readonly string[] =>
  world
    .waking()
    .filter(({ wakeAt }) => isInHorizon(wakeAt, world.now()))
    .filter(({ park: of, wakeAt }) => !world.slots.has(`${of} ${wakeAt.toString()}`))
    .map(({ ref }) => JSON.stringify(ref));

describe('the day of a digest', () => {
  it('is that of the rung, however late the run, so that the next one finds it', async () => {
    const world = await park('2022-06-22 09:00');
    world.goTo('2022-06-24 09:00');
    await wake('linxiang', dying(world)).catch(() => undefined);
    world.goTo('2022-06-24 15:00');
    await wake('linxiang', world.ports);
    expect(world.digests().filter(({ post }) => post === 'owner@安环局')).toMatchObject([
      { day: day('2022-06-23'), number: 1, state: 'sent' },
    ]);
  });

  it('is not moved by a wake that was put off, nor by a move before the advance', async () => {
    const world = await park('2022-06-22 09:00');
    world.goTo('2022-06-23 19:00');
    await wake('linxiang', world.ports);
    world.goTo('2022-06-24 08:00');
    await wake('linxiang', dying(world)).catch(() => undefined);
    const report = { act: 'report', progress: 10, note: '', evidence: [] } as const;
    await changeTask({ ...office, by: 'owner-0' }, report, world.ports);
    world.goTo('2022-06-24 09:00');
    await sweep(world.ports);
    const told = world.deliveries.filter(({ key }) => key.startsWith('lx22-071/before-7/'));
    expect(told).toHaveLength(1);
  });
});

describe('a slot', () => {
  it('stands for the watch, for what is put off and for what is found in the night', async () => {
    const world = await park('2022-06-22 09:00');
    expect(unslotted(world)).toEqual([]);
    world.goTo('2022-06-23 08:00');
    await wake('linxiang', mute(world)).catch(() => undefined);
    expect(unslotted(world)).toEqual([]);
    world.slots.clear();
    world.goTo('2022-06-23 19:00');
    await sweep(world.ports);
    expect(unslotted(world).filter((ref) => ref.includes('owner'))).toEqual([]);
    world.slots.clear();
    await reconcile(world.ports);
    expect(unslotted(world)).toEqual([]);
  });

  it('that cannot be made leaves a digest where the sweep finds it', async () => {
    const world = await park('2022-06-22 09:00');
    world.goTo('2022-06-23 08:00');
    await wake('linxiang', mute(world)).catch(() => undefined);
    world.goTo('2022-06-23 19:00');
    const stuck = having(world, {
      clock: {
        ...world.ports.clock,
        ensureSlot: () => Promise.reject(new Error('throttled')),
      },
    });
    await sweep(stuck).catch(() => undefined);
    expect(unslotted(world)).toEqual([]);
  });
});

describe('a run that lasts into the evening', () => {
  it('sends no more once the quiet hour has come', async () => {
    const world = await park('2022-06-22 09:00');
    world.goTo('2022-06-23 17:59');
    let asked = 0;
    const late = having(world, {
      now: () => {
        asked += 1;
        return asked === 1 ? world.now() : at('2022-06-23 18:00');
      },
    });
    await wake('linxiang', late);
    expect(world.messages).toEqual([]);
    world.goTo('2022-06-24 08:00');
    await wake('linxiang', world.ports);
    expect(world.deliveries.some(({ key }) => key.startsWith('lx22-071/before-7/'))).toBe(true);
  });
});

describe('a reassignment', () => {
  it('is told as the last one, when there were several before anything was sent', async () => {
    const world = await park('2022-06-16 09:00');
    world.goTo('2022-06-16 10:00');
    await changeTask(office, { act: 'reassign', leadUnit: '招商局' }, world.ports);
    await wake('linxiang', mute(world)).catch(() => undefined);
    await changeTask(office, { act: 'reassign', leadUnit: '安环局' }, world.ports);
    await changeTask(office, { act: 'reassign', leadUnit: '招商局' }, world.ports);
    world.goTo('2022-06-16 11:00');
    await sweep(world.ports);
    const told = world.deliveries.map(({ key }) => key).filter((key) => key.includes('assigned'));
    expect(told).toEqual(['lx22-071/assigned-3/owner@招商局/2022-06-30']);
  });
});

describe('damage', () => {
  it('to a digest does not silence its post', async () => {
    const world = await park('2022-06-22 09:00');
    const broken = having(world, {
      ledger: {
        ...world.ledger,
        read: async (of, id) => {
          if (id === '2022-06-23#owner@安环局#1') throw new DamagedRecord(id);
          return world.ledger.read(of, id);
        },
      },
    });
    world.goTo('2022-06-23 08:00');
    expect((await wake('linxiang', broken)).damaged).toEqual(['2022-06-23#owner@安环局#1']);
    expect(world.deliveries.filter(({ contact }) => contact === 'owner-0')).toMatchObject([
      { digest: '2022-06-23#owner@安环局#2' },
    ]);
  });

  it('to the heartbeat record is repaired at night, so that the office is alerted again', async () => {
    const world = await park('2022-06-22 09:00');
    let isBroken = true;
    const broken = having(world, {
      register: {
        ...world.register,
        watch: async (of) => {
          if (isBroken) throw new DamagedRecord('park#linxiang / watch');
          return world.register.watch(of);
        },
        replaceWatch: async (watch) => {
          isBroken = false;
          return world.register.replaceWatch(watch);
        },
      },
    });
    world.goTo('2022-06-23 02:00');
    await reconcile(broken);
    world.goTo('2022-06-23 08:00');
    await wake('linxiang', broken);
    const told = world.messages.find(({ contact }) => contact === 'office');
    expect(told?.text).toContain('有1条记录无法读取');
  });
});
