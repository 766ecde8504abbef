import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import type { Policy } from '../../functions/domain/policy/policy.ts';
import { aStoredTask, aTask, contactsOf, day, deadlinesOnly } from '../support/builders.ts';
import { aStep, aTarget, bond } from '../support/figures.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

const policy: Policy = { ...deadlinesOnly, sheets: defaultPolicy.sheets };

/** The park on the eve of Monday, 20 June, with one task overdue, figures and money. */
export async function friday(lag = 0): Promise<World> {
  const world = newWorld(lag);
  world.goTo('2022-06-17 12:00');
  const tasks = [
    aTask({
      id: 'late',
      title: '建成消防站',
      due: day('2022-06-16'),
      overdueCount: { day: day('2022-06-16'), counted: 0 },
    }),
    aTask({ id: 'p22-001', kind: 'target', due: null }),
    aTask({ id: 'bond', kind: 'funding', leadUnit: '招商局', due: null }),
  ];
  await settleIn(world, tasks, contactsOf('安环局', '招商局'), policy);
  const kept = { version: 1, lastChange: aStoredTask().lastChange };
  await world.collections.targets.put(undefined, { ...kept, value: aTarget() });
  await world.collections.instruments.put(undefined, { ...kept, value: bond });
  await world.collections.steps.put(undefined, { ...kept, value: aStep() });
  return world;
}

const isSheet = (key: string): boolean => /^(week|month)Sheet\//.test(key);

/** Who was told which sheet on which day. */
export const sheetsOf = (world: World): readonly string[] =>
  world.deliveries
    .filter(({ key }) => isSheet(key))
    .map(({ at, contact, key }) => `${at.slice(5, 10)} ${key.split('/')[1]} ${contact}`)
    .toSorted();
