import type { GapChoice } from '../../functions/domain/deadlines/gap.ts';
import type { Task } from '../../functions/domain/tasks/task.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { reconcile } from '../../functions/flows/wake/reconcile.ts';
import { readGap } from '../../functions/flows/wake/stored-gap.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { aTask, contactsOf } from '../support/builders.ts';
import { answerGap, seeToGap, tellHandOvers, wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

/** A park that ran last on 21 June, as somebody finds it on the 24th. */
export async function found(tasks: readonly Task[] = [aTask()]): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-20 12:00');
  await settleIn(world, tasks, contactsOf('安环局', '招商局'));
  world.goTo('2022-06-21 08:00');
  await wake('linxiang', world.ports);
  world.goTo('2022-06-24 09:00');
  return world;
}

/** What a laptop with a terminal does every few seconds, and at its start. */
export async function look({ ports }: Pick<World, 'ports'>): Promise<void> {
  const gate = await seeToGap('linxiang', true, ports);
  if (gate === 'held') return void (await tellHandOvers('linxiang', ports));
  if (gate === 'released') await reconcile(ports);
  await wake('linxiang', ports);
  await sweep(ports);
}

export const gapOf = async ({ ports }: Pick<World, 'ports'>): ReturnType<typeof readGap> =>
  readGap(await openContext('linxiang', ports));

export async function choose(ports: Ports, choice: GapChoice, post = '园区办'): Promise<void> {
  const gap = await gapOf({ ports });
  if (gap === null) throw new Error('nothing is asked');
  const chooser = { park: 'linxiang', askedAt: gap.askedAt, by: post, name: post };
  await answerGap(chooser, choice, ports);
}

export const lookAt = async (world: World, ...times: readonly string[]): Promise<void> => {
  for (const time of times) {
    world.goTo(time);
    await look(world);
  }
};

/** `06-24 owner-0 before-7` of each notice that went out about the platform. */
export const told = (world: World): readonly string[] =>
  world.deliveries
    .filter(({ key }) => key.startsWith('lx22-071/'))
    .map(({ at, contact, key }) => `${at.slice(5, 10)} ${contact} ${key.split('/')[1]}`);

export const officeLine = (world: World): string =>
  world.messages
    .findLast(({ contact }) => contact === 'office')
    ?.text.split('\n')
    .find((line) => line.startsWith('督办')) ?? '';
