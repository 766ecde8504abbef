import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { DamagedRecord } from '../../../functions/domain/base/faults.ts';
import { UnfinishedRun } from '../../../functions/flows/context/run-report.ts';
import type { Ports } from '../../../functions/flows/ports.ts';
import { reconcile } from '../../../functions/flows/wake/reconcile.ts';
import { aTask, at, contactsOf, day } from '../../support/builders.ts';
import { reconcilePark, wake } from '../../support/requests.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

async function park(
  start: string,
  ...over: readonly Parameters<typeof aTask>[0][]
): Promise<World> {
  const world = newWorld();
  world.goTo(start);
  const tasks = over.length === 0 ? [aTask()] : over.map((each) => aTask(each));
  await settleIn(world, tasks, contactsOf('安环局'));
  return world;
}

/** `world` with an index that shows nothing. */
const blind = (world: World): Ports => ({
  ...world.ports,
  register: { ...world.register, due: async () => [] },
});

describe('reconcile', () => {
  it('makes the slots of wakes that come into the horizon', async () => {
    const world = await park('2022-01-04 09:00');
    expect([...world.slots].filter((slot) => slot.includes('2022-05-31'))).toEqual([]);

    world.goTo('2022-04-27 02:00');
    await reconcile(world.ports);
    expect(world.slots.has('linxiang 2022-05-31T00:00:00Z')).toBe(true);
  });

  it('repairs a wake that is missing or wrong, and the office reads of it', async () => {
    const world = await park('2022-06-16 09:00', { id: 'a' }, { id: 'b' }, { id: 'c' });
    for (const [id, wakeAt] of [
      ['a', null],
      ['b', at('2022-12-01 08:00')],
    ] as const) {
      const read = world.stored(id);
      if (read) await world.register.advance(read, { heard: read.heard, wakeAt });
    }
    world.goTo('2022-06-17 02:00');
    const report = await reconcilePark('linxiang', world.ports);

    expect(report).toMatchObject({ watched: 3, repaired: 2 });
    expect(world.stored('a')?.wakeAt).toEqual(at('2022-06-23 08:00'));
    expect(world.stored('b')?.wakeAt).toEqual(at('2022-06-23 08:00'));
    world.goTo('2022-06-17 08:00');
    await wake('linxiang', world.ports);
    expect(world.messages.at(-1)?.text).toContain('在督3项');
    expect(world.messages.at(-1)?.text).toContain('自查修复2处');
    expect(await reconcilePark('linxiang', world.ports)).toMatchObject({ repaired: 0 });
  });

  it('picks up what a broken index hides: due records and opened digests', async () => {
    const world = await park('2022-06-22 09:00');
    world.goTo('2022-06-23 08:00');
    await wake('linxiang', blind(world));
    expect(world.messages).toEqual([]);

    world.goTo('2022-06-23 11:00');
    await reconcile(blind(world));
    expect(world.deliveries.map(({ key }) => key)).toContain(
      'lx22-071/before-7/owner@安环局/2022-06-30',
    );
  });

  it('leaves alone a wake that was put off to the next morning', async () => {
    const world = await park('2022-06-22 09:00');
    world.goTo('2022-06-23 20:00');
    await wake('linxiang', world.ports);
    expect(world.stored('lx22-071')?.wakeAt).toEqual(at('2022-06-24 08:00'));

    world.goTo('2022-06-24 02:00');
    expect(await reconcilePark('linxiang', world.ports)).toMatchObject({ repaired: 0 });
    expect(world.stored('lx22-071')?.wakeAt).toEqual(at('2022-06-24 08:00'));
  });

  it('counts what cannot be read, names it, and goes on', async () => {
    const world = await park('2022-06-16 09:00');
    const damaged = new DamagedRecord('park#linxiang / task#broken');
    const ports: Ports = {
      ...world.ports,
      register: {
        ...world.register,
        tasks: async function* tasks(id) {
          yield damaged;
          yield* world.register.tasks(id);
        },
      },
    };
    world.goTo('2022-06-17 02:00');
    expect(await reconcilePark('linxiang', ports)).toMatchObject({
      watched: 1,
      damaged: ['park#linxiang / task#broken'],
    });
    world.goTo('2022-06-17 08:00');
    await wake('linxiang', world.ports);
    expect(world.messages.at(-1)?.text).toContain('有1条记录无法读取');
  });

  it('starts the watch of a park that has none', async () => {
    const world = newWorld();
    world.goTo('2022-06-15 02:00');
    await settleIn(world, [], contactsOf('安环局'));
    const ports: Ports = {
      ...world.ports,
      register: { ...world.register, watch: async () => undefined, putWatch: async () => 'lost' },
    };
    await expect(reconcile(ports)).resolves.toBeDefined();
    expect((await world.register.watch('linxiang'))?.value.wakeAt).toEqual(at('2022-06-15 08:00'));
  });

  it('does every park, and then says which one failed', async () => {
    const world = await park('2022-06-16 09:00');
    const ports: Ports = {
      ...world.ports,
      register: {
        ...world.register,
        parks: async () => ['nowhere', 'linxiang'],
      },
    };
    world.goTo('2022-06-23 08:00');
    await expect(reconcile(ports)).rejects.toThrow('park nowhere');
    expect(world.messages.length).toBeGreaterThan(0);
  });

  it('rises at the end when single records failed', async () => {
    const world = await park('2022-06-22 09:00', { id: 'a' }, { id: 'b' });
    world.goTo('2022-06-23 08:00');
    const throttled = new Error('throttled');
    const ports: Ports = {
      ...world.ports,
      register: {
        ...world.register,
        task: async (parkId, id) => {
          if (id === 'a') throw throttled;
          return world.register.task(parkId, id);
        },
      },
    };
    const fault: unknown = await wake('linxiang', ports).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(UnfinishedRun);
    expect((fault as UnfinishedRun).report.faults[0]?.fault).toBe(throttled);
    expect(world.deliveries.map(({ key }) => key)).toContain('b/before-7/owner@安环局/2022-06-30');
  });
});

describe('slots', () => {
  it('are asked for once a minute and run, and only from 15 minutes to 35 days ahead', async () => {
    const { slotsOf } = await import('../../../functions/flows/context/slots.ts');
    const asked: string[] = [];
    const now = at('2022-06-15 08:00');
    const slots = slotsOf(
      { ensureSlot: async (_park, slot) => void asked.push(slot.toString()) },
      now,
    );
    for (const minutes of [0, 14, 15, 15, 16]) await slots('p', now.add({ minutes }));
    await slots('p', null);
    await slots('p', now.add({ hours: 35 * 24 }));
    await slots('p', now.add(Temporal.Duration.from({ hours: 35 * 24, minutes: 1 })));
    await slots('q', now.add({ minutes: 15 }));
    expect(asked).toEqual([
      '2022-06-15T00:15:00Z',
      '2022-06-15T00:16:00Z',
      '2022-07-20T00:00:00Z',
      '2022-06-15T00:15:00Z',
    ]);
  });

  it('are asked for again after a request failed', async () => {
    const { slotsOf } = await import('../../../functions/flows/context/slots.ts');
    let calls = 0;
    const slots = slotsOf(
      {
        ensureSlot: async () => {
          calls += 1;
          if (calls === 1) throw new Error('throttled');
        },
      },
      at('2022-06-15 08:00'),
    );
    const wakeAt = at('2022-06-16 08:00');
    await expect(slots('p', wakeAt)).rejects.toThrow('throttled');
    await slots('p', wakeAt);
    await slots('p', wakeAt);
    expect(calls).toBe(2);
  });

  it('stand before the record that needs them', async () => {
    const world = newWorld();
    world.goTo('2022-06-16 09:00');
    const order: string[] = [];
    const ports: Ports = {
      ...world.ports,
      clock: { ...world.ports.clock, ensureSlot: async () => void order.push('slot') },
      register: {
        ...world.register,
        create: async (stored) => {
          order.push('record');
          return world.register.create(stored);
        },
      },
    };
    await settleIn({ ...world, ports }, [aTask({ due: day('2022-06-30') })], contactsOf('安环局'));
    expect(order.slice(0, 2)).toEqual(['slot', 'record']);
  });
});
