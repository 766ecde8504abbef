import { inFen } from '../../functions/domain/base/money.ts';
import {
  promisedInstrument,
  promisedTarget,
} from '../../functions/domain/funding/promised-figures.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { enterFigures } from '../../functions/flows/targets/enter-figures.ts';
import { aTask, at, contactsOf, day, deadlinesOnly } from '../support/builders.ts';
import { HOME } from '../support/portal.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

export const PARK = 'linxiang';
export const PLATFORM = 'p22-001';
export const SIGNED = 'p22-002';
export const MONEY = 'p22-003';

const tasks = [
  aTask({ id: PLATFORM, title: '平台建设', due: day('2022-07-29') }),
  aTask({
    id: SIGNED,
    title: '签约项目',
    kind: 'target',
    due: day('2022-12-31'),
    metric: { name: '签约项目', unit: '个', value: 60, comparator: 'ge' },
  }),
  aTask({ id: MONEY, title: '专项债', kind: 'funding', amountFen: inFen(300_000_000) }),
];

/** A park with a milestone, a target and money on 20 June 2022, with their figures. */
export async function amendedPark(): Promise<World> {
  const world = newWorld();
  world.pages.at = HOME;
  world.goTo('2022-06-20 08:30');
  await settleIn(world, tasks, contactsOf('安环局', '招商局'), deadlinesOnly);
  const run = await openContext(PARK, world.ports);
  const targets = tasks.flatMap((task) => promisedTarget(task) ?? []);
  const instruments = tasks.flatMap((task) => promisedInstrument(task) ?? []);
  const figures = { targets, instruments, projects: [], enterprises: [], steps: [] };
  await enterFigures(run, figures, at('2022-06-20 08:00'));
  return world;
}
