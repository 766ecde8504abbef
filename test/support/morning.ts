import type { Digest } from '../../functions/domain/messages/digest.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import type { ParkContext } from '../../functions/flows/context/park-context.ts';
import type { Ports, Stored } from '../../functions/flows/ports.ts';
import { decideDue } from '../../functions/flows/wake/decide-due.ts';
import type { Group } from '../../functions/flows/wake/prepare.ts';
import { aTask, contactsOf } from './builders.ts';
import { digestNamed, postId, taskId } from './ids.ts';
import { newWorld, settleIn, type World } from './world.ts';

/** The task that falls due on 30 June 2022, as the wake index names it. */
export const TASK = { record: 'task', id: taskId('lx22-071') } as const;
/** What its owner is told a week before, and the digest of that. */
export const KEY = 'lx22-071/before-7/owner@安环局/2022-06-30';
export const DIGEST = digestNamed('2022-06-23#owner@安环局#1');

/** The park on the morning of 23 June 2022, a week before the deadline, before anything is told. */
export async function morning(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-22 09:00');
  await settleIn(world, [aTask()], contactsOf('安环局'));
  world.goTo('2022-06-23 08:00');
  return world;
}

/** A run in `world` with `over` in the place of some of what it needs. */
export const runIn = (world: World, over: Partial<Ports> = {}): Promise<ParkContext> =>
  openContext('linxiang', { ...world.ports, ...over });

/** {@link morning}, with the owner's digest filled by a run before, and `digest` changed in it. */
export async function filled(digest: Partial<Digest> = {}): Promise<World> {
  const world = await morning();
  await decideDue(await runIn(world), [TASK]);
  const { value, version } = await read(world);
  await world.ledger.write({ ...value, ...digest }, version);
  return world;
}

/** The owner's digest as it is stored. */
export async function read(world: World): Promise<Stored<Digest>> {
  const stored = await world.ledger.read('linxiang', DIGEST);
  if (!stored) throw new Error('there is no digest');
  return stored;
}

/** The owner's digest as one group that a run is to send. */
export async function groupIn(world: World, run: ParkContext): Promise<Group> {
  const recipient = run.directory.recipientOf(postId('owner@安环局'));
  if (!recipient) throw new Error('nobody receives it');
  return { recipient, digests: [{ stored: await read(world), recipient }] };
}
