import { DamagedRecord } from '../../functions/domain/base/faults.ts';
import { reconcile } from '../../functions/flows/wake/reconcile.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { wake } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { desk, PARK } from './desk.ts';
import type { Deed } from './each-call.ts';
import { friday } from './friday.ts';

/** A Monday with sheets, a late task and figures. */
const monday = (time: string) => async (): Promise<World> => {
  const LAG = 3;
  const world = await friday(LAG);
  world.pages.at = 'https://park.example';
  world.goTo(`2022-06-20 ${time}`);
  return world;
};

/** The morning on which silence climbs, and the one owner's message was never answered for. */
const silent = async (): Promise<World> => {
  const world = await desk();
  world.goTo('2022-07-05 08:20');
  return world;
};

/** A park whose watch cannot be read until it is put in its place again. */
const damaged = async (): Promise<World> => {
  const world = await monday('02:00')();
  let isDamaged = true;
  const register: World['register'] = {
    ...world.register,
    watch: async (park) => {
      if (isDamaged) throw new DamagedRecord('watch');
      return world.register.watch(park);
    },
    replaceWatch: async (watch) => {
      await world.register.replaceWatch(watch);
      isDamaged = false;
    },
  };
  return { ...world, ports: { ...world.ports, register } };
};

/** What the park's clock does. */
export const runDeeds: readonly Deed[] = [
  {
    what: 'a slot wakes the park',
    park: monday('08:00'),
    act: (ports) => wake(PARK, ports),
    end: 'swept',
  },
  { what: 'the sweep finds what no slot woke', park: monday('08:20'), act: sweep, end: 'swept' },
  { what: 'the sweep finds silence', park: silent, act: sweep, end: 'swept' },
  { what: 'the nightly walk plans', park: monday('02:00'), act: reconcile, end: 'swept' },
  {
    what: 'the nightly walk finds a damaged watch',
    park: damaged,
    act: reconcile,
    end: 'again',
  },
  { what: 'a walk by day also sends', park: silent, act: reconcile, end: 'swept' },
];
