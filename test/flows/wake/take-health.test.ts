import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { DamagedRecord } from '../../../functions/domain/base/faults.ts';
import { type Looking, takeVitals } from '../../../functions/flows/wake/take-health.ts';
import { aTask, at, contactsOf } from '../../support/builders.ts';
import { wake } from '../../support/requests.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

/** A park that was opened early on the day of a rung. */
async function aMorning(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-15 07:00');
  await settleIn(world, [aTask()], contactsOf('安环局'));
  return world;
}

const looking = (world: World, over: Partial<Looking> = {}): Looking => ({
  ...world.ports,
  slotsBefore: async () => 0,
  ...over,
});

describe('the vitals of a stage', () => {
  it('are well before the send time and after the daily run', async () => {
    const world = await aMorning();
    const well = { lateParks: 0, oldestUnsentMinutes: 0, pastSlots: 0 };
    expect(await takeVitals(looking(world))).toEqual(well);
    world.goTo('2022-06-15 08:05');
    await wake('linxiang', world.ports);
    world.goTo('2022-06-15 12:00');
    expect(await takeVitals(looking(world))).toEqual(well);
  });

  it('name a park whose daily run did not come', async () => {
    const world = await aMorning();
    world.goTo('2022-06-15 08:12');
    expect((await takeVitals(looking(world))).lateParks).toBe(1);
  });

  it('name a park whose own record is missing, or cannot be read', async () => {
    const world = await aMorning();
    const { register } = world.ports;
    const missing = { ...register, watch: async () => undefined };
    expect((await takeVitals(looking(world, { register: missing }))).lateParks).toBe(1);
    const damaged = { ...register, watch: () => Promise.reject(new DamagedRecord('watch')) };
    expect((await takeVitals(looking(world, { register: damaged }))).lateParks).toBe(1);
  });

  it('fail aloud when the register does not answer, so that nothing is measured', async () => {
    const world = await aMorning();
    const silent = { ...world.ports.register, watch: () => Promise.reject(new Error('timeout')) };
    await expect(takeVitals(looking(world, { register: silent }))).rejects.toThrow('timeout');
  });

  it('tell how long a digest that the topic does not take has waited', async () => {
    const world = await aMorning();
    world.answer.to = () => ({ result: 'deferred', reason: 'throttled' });
    world.goTo('2022-06-15 08:05');
    await expect(wake('linxiang', world.ports)).rejects.toThrow('throttled');
    world.goTo('2022-06-15 08:10');
    expect((await takeVitals(looking(world))).oldestUnsentMinutes).toBe(10);
    world.goTo('2022-06-15 09:30');
    expect((await takeVitals(looking(world))).oldestUnsentMinutes).toBe(90);
  });

  it('count slots that should have fired half an hour ago', async () => {
    const world = await aMorning();
    world.goTo('2022-06-15 12:00');
    const asked: string[] = [];
    const slotsBefore = async (until: Temporal.Instant): Promise<number> =>
      asked.push(until.toString());
    expect((await takeVitals(looking(world, { slotsBefore }))).pastSlots).toBe(1);
    expect(asked).toEqual([at('2022-06-15 11:30').toString()]);
  });
});
