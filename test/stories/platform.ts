import type { Task } from '../../functions/domain/tasks/task.ts';
import { contactsOf } from '../support/builders.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

/** The park of 安环局 as it is opened at `start`. */
export async function parkFrom(start: string, tasks: readonly Task[]): Promise<World> {
  const world = newWorld();
  world.goTo(start);
  await settleIn(world, tasks, contactsOf('安环局'));
  return world;
}

/** What owner-0 was told: the rungs, without days and posts. */
export const rungsOf = (world: World): readonly string[] =>
  world.deliveries
    .filter(({ contact }) => contact === 'owner-0')
    .map(({ key }) => key.split('/')[1] ?? '');
