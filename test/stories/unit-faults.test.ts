import { expect, it } from 'vitest';
import { wake } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { type Deed, tried } from './each-call.ts';
import { askRenaming, live, merged, parkOf, renamed } from './renaming.ts';

/** The park on Wednesday 22 June, in the middle of a climb. */
async function park(): Promise<World> {
  const world = await parkOf('安环局');
  await live(world, '2022-06-21', '2022-06-21');
  world.goTo('2022-06-22 09:30');
  return world;
}

const deeds: readonly Deed[] = [
  {
    what: 'a unit is renamed',
    park,
    act: (ports) => renamed(ports, { key: 'form' }),
    end: 'again',
  },
  {
    what: 'a unit is merged into another one',
    park,
    act: (ports) => merged(ports, undefined, 'form'),
    end: 'again',
  },
  {
    what: 'a move whose day has come is finished by a wake',
    park: async () => {
      const world = await parkOf('安环局');
      await askRenaming(world.ports);
      await live(world, '2022-06-21', '2022-06-21');
      world.goTo('2022-06-22 08:00');
      return world;
    },
    act: (ports) => wake('linxiang', ports),
    end: 'swept',
  },
];

it.each(deeds)('when any one outside call fails while $what, all ends the same', async (deed) => {
  expect(await tried(deed)).toEqual([]);
});
