import { describe, expect, it } from 'vitest';
import type { Digest } from '../../functions/domain/messages/digest.ts';
import { proofsOf } from '../../functions/domain/messages/proof.ts';
import { proofWords } from '../../functions/domain/messages/proof-words.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { aTask, at, contactsOf, day, rules } from '../support/builders.ts';
import { type Call, faulty } from '../support/faults.ts';
import { wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

/** A park with pages whose platform is due on Monday, 27 June: three days before is a Friday. */
async function park(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-23 12:00');
  await settleIn(world, [aTask({ due: day('2022-06-27') })], contactsOf('安环局'));
  world.pages.at = 'https://park.example';
  return world;
}

const isOwnersClaim = ({ name, args }: Call): boolean => {
  const digest = args[0] as Digest;
  return name === 'ledger.write' && digest.state === 'sending' && digest.post === 'owner@安环局';
};

/** Runs a wake in whose course, right after the owner's digest was claimed, `meanwhile` happens. */
async function wakeWith(world: World, meanwhile: () => Promise<void> | void): Promise<void> {
  let isClaimed = false;
  let hasHappened = false;
  const ports = faulty(world.ports, async (call) => {
    if (isClaimed && !hasHappened) {
      hasHappened = true;
      await meanwhile();
    }
    isClaimed ||= isOwnersClaim(call);
    return undefined;
  });
  await wake('linxiang', ports);
  expect(hasHappened).toBe(true);
}

const owners = (world: World): Digest | undefined =>
  world.digests().find(({ post }) => post === 'owner@安环局');

const toOwner = (world: World): readonly string[] =>
  world.messages.filter(({ contact }) => contact === 'owner-0').map(({ text }) => text);

describe('a laptop that slept between claim and sending', () => {
  it('sends nothing on a Sunday: what it had claimed is put back', async () => {
    const world = await park();
    world.goTo('2022-06-24 08:15');
    await wakeWith(world, () => world.goTo('2022-06-26 08:25'));
    expect(world.messages).toEqual([]);
    expect(owners(world)).toMatchObject({ state: 'open', holder: null, attempts: 0, unknowns: 0 });
    expect(owners(world)?.wakeAt?.equals(at('2022-06-27 08:00'))).toBe(true);
    expect(world.slots).toContain('linxiang 2022-06-27T00:00:00Z');
    await sweep(world.ports);
    expect(world.messages).toEqual([]);
  });

  it('tells it again on Monday, in the words and with the proof of Monday', async () => {
    const world = await park();
    world.goTo('2022-06-24 08:15');
    await wakeWith(world, () => world.goTo('2022-06-26 08:25'));
    world.goTo('2022-06-27 08:00');
    await wake('linxiang', world.ports);
    expect(toOwner(world)).toHaveLength(1);
    expect(toOwner(world)[0]).toContain('安环局责任人：6月27日（周一）');
    expect(toOwner(world)[0]).toContain('今天到期');
    const digest = owners(world);
    const lines =
      digest && proofsOf(digest, new Map()).map((proof) => proofWords(proof, (id) => id, rules));
    expect(lines?.join()).toContain('计划 2022-06-24 08:00，2022-06-27 08:00 发出（第1次');
  });

  it('after six in the evening says nothing more that day', async () => {
    const world = await park();
    world.goTo('2022-06-24 17:58');
    await wakeWith(world, () => world.goTo('2022-06-24 18:01'));
    expect(world.messages).toEqual([]);
    expect(owners(world)?.wakeAt?.equals(at('2022-06-27 08:00'))).toBe(true);
  });

  it('does not try a refused message again in the evening', async () => {
    const world = await park();
    world.answer.to = () => {
      world.goTo('2022-06-24 18:01');
      return { result: 'rejected', reason: 'InvalidParameter' };
    };
    world.goTo('2022-06-24 17:58');
    await wake('linxiang', world.ports);
    expect(owners(world)).toMatchObject({ state: 'open', attempts: 1 });
  });
});

describe('a run that outlives its claims', () => {
  it('does not send what another run took over and sent', async () => {
    const world = await park();
    world.goTo('2022-06-24 08:00');
    await wakeWith(world, async () => {
      world.goTo('2022-06-24 08:30');
      await sweep(world.ports);
    });
    expect(toOwner(world)).toHaveLength(1);
    const keys = world.deliveries.map(({ key, contact }) => `${contact} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(owners(world)?.sentAt?.equals(at('2022-06-24 08:30'))).toBe(true);
  });

  it('leaves what nobody took over to the next sweep, as never sent', async () => {
    const world = await park();
    world.goTo('2022-06-24 08:00');
    await wakeWith(world, () => world.goTo('2022-06-24 08:12'));
    expect(world.messages).toEqual([]);
    expect(owners(world)).toMatchObject({ state: 'open', unknowns: 0 });
    world.goTo('2022-06-24 08:40');
    await sweep(world.ports);
    expect(toOwner(world)).toHaveLength(1);
  });
});

describe('the moment of sending', () => {
  it('is when the message was handed over, in the proof and for the limit to sign', async () => {
    const world = await park();
    world.goTo('2022-06-24 08:00');
    await wakeWith(world, () => world.goTo('2022-06-24 08:05'));
    const digest = owners(world);
    expect(digest?.sentAt?.equals(at('2022-06-24 08:05'))).toBe(true);
    expect(world.deliveries.every((each) => each.at === '2022-06-24T00:05:00Z')).toBe(true);
  });
});
