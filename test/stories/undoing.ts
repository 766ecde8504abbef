import type { Move } from '../../functions/domain/tasks/move.ts';
import { aTask, contactsOf } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { changeTask, undoMove } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';
import { stored } from './dividing.ts';

const WORK = 'lx22-071';

/** The park on a Thursday at half past ten. */
export async function park(over: Parameters<typeof aTask>[0] = {}): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-16 10:30');
  await settleIn(world, [aTask(over)], contactsOf('安环局', '招商局'));
  return world;
}

/** The park's task is moved. */
export const move = (world: World, what: Move, by = 'office'): Promise<unknown> =>
  changeTask(
    { park: 'linxiang', task: taskId(WORK), by, why: '说明', via: '测试' },
    what,
    world.ports,
  );

/** Takes back the last move of the task, or the one that wrote `version`. */
export const undo = (world: World, version?: number, by = 'office'): Promise<unknown> =>
  undoMove(
    { park: 'linxiang', by, via: '测试' },
    { task: taskId(WORK), version: version ?? stored(world)?.version ?? 0 },
    world.ports,
  );

/** What people receive of the task: `contact key`. */
export const told = (world: World): readonly string[] =>
  world.deliveries
    .filter(({ key }) => key.startsWith(`${WORK}/`))
    .map(({ contact, key }) => `${contact} ${key.split('/').slice(1, 2).join()}`);

/** All that decides what is said of a task next. */
export const standing = (world: World, number?: number): object => {
  const { task, heard, wakeAt } = stored(world, number) ?? {};
  const { given: _, rulings: _rulings, ...rest } = task ?? {};
  return { task: rest, heard, wakeAt };
};

/** To a unit of its own. */
export const reassign: Move = { act: 'reassign', leadUnit: '招商局' };
