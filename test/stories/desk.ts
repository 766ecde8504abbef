import { aStoredTask, aTask, at, contactsOf, day } from '../support/builders.ts';
import { anActual, aStep, aTarget, bond } from '../support/figures.ts';
import { wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

export const PARK = 'linxiang';

const PAGES = 'https://park.example';

/** How far the index is behind while something is done. */
const LAG = 3;

/**
 * A park with pages at ten on the morning after `red` and `twin`, of two units, fell due: their owners
 * were told and have not signed. It has a target, and money that is to be applied for.
 */
export async function desk(): Promise<World> {
  const world = newWorld(LAG);
  world.pages.at = PAGES;
  world.goTo('2022-06-30 18:30');
  const tasks = [
    aTask({ id: 'red' }),
    aTask({ id: 'twin', leadUnit: '招商局' }),
    aTask({ id: 'soon', leadUnit: '招商局', due: day('2022-07-04') }),
    aTask({ id: 'p22-001', kind: 'target', due: null, duePrecision: 'none' }),
    aTask({ id: 'bond', kind: 'funding', leadUnit: '招商局', due: null, duePrecision: 'none' }),
  ];
  await settleIn(world, tasks, contactsOf('安环局', '招商局'));
  const kept = {
    version: 1,
    lastChange: { ...aStoredTask().lastChange, at: at('2022-06-01 08:00') },
  };
  const target = aTarget({ actuals: [anActual(4, '140')] });
  await world.collections.targets.put(undefined, { ...kept, value: target });
  await world.collections.instruments.put(undefined, { ...kept, value: bond });
  await world.collections.steps.put(undefined, { ...kept, value: aStep() });
  world.goTo('2022-07-01 08:00');
  await wake(PARK, world.ports);
  world.goTo('2022-07-01 10:00');
  return world;
}

/** The code of the link in a message; empty where it has none. */
export const codeIn = (text = ''): string => /park\.example\/a\/(\w+)/.exec(text)?.[1] ?? '';

/** That of the last message to `contact`. */
export const codeTo = ({ messages }: World, contact: string): string =>
  codeIn(messages.findLast((message) => message.contact === contact)?.text);
