import { expect, it } from 'vitest';
import type { Digest } from '../../../functions/domain/messages/digest.ts';
import type { ParkContext } from '../../../functions/flows/context/park-context.ts';
import type { Ports, PublishOutcome } from '../../../functions/flows/ports.ts';
import { prepare } from '../../../functions/flows/wake/prepare.ts';
import { recordOutcome } from '../../../functions/flows/wake/record-outcome.ts';
import { at } from '../../support/builders.ts';
import { DIGEST, filled, groupIn, read, runIn } from '../../support/morning.ts';
import type { World } from '../../support/world.ts';

/** A run that prepared the owner's digest and writes down what became of its message. */
async function concluded(
  world: World,
  outcome: PublishOutcome,
  late: Partial<Ports> = {},
): Promise<{ readonly run: ParkContext; readonly digest: Digest }> {
  const run = await runIn(world);
  const prepared = await prepare(run, await groupIn(world, run));
  if (!prepared) throw new Error('nothing was prepared');
  const published = { outcome, at: world.now(), refusals: 1 };
  await recordOutcome({ ...run, ports: { ...run.ports, ...late } }, prepared, published);
  return { run, digest: (await read(world)).value };
}

it('keeps the proof of a message that was accepted', async () => {
  const accepted = { result: 'accepted', messageId: 'm-1' } as const;
  const { run, digest } = await concluded(await filled(), accepted);
  expect(digest).toMatchObject({
    state: 'sent',
    messageId: 'm-1',
    contact: 'owner-0',
    wakeAt: null,
  });
  expect(digest.sentAt).toEqual(at('2022-06-23 08:00'));
  expect(run.report.sent).toBe(1);
});

it('tries a refused message again ten minutes later', async () => {
  const { run, digest } = await concluded(await filled(), { result: 'rejected', reason: 'no' });
  expect(digest).toMatchObject({ state: 'open', attempts: 1, holder: null });
  expect(digest.wakeAt).toEqual(at('2022-06-23 08:10'));
  expect(run.report.untaken).toEqual([{ at: 'owner-0', result: 'rejected', reason: 'no' }]);
});

it('blames no message where the topic took nothing: that is a fault of the run', async () => {
  const { run, digest } = await concluded(await filled(), { result: 'deferred', reason: 'down' });
  expect(digest).toMatchObject({ state: 'open', attempts: 0, unknowns: 0 });
  expect(run.report.faults).toEqual([{ at: 'owner-0', fault: 'down' }]);
});

it('names whom a message may have reached that nobody answered for, and makes its slot', async () => {
  const world = await filled();
  const { digest } = await concluded(world, { result: 'unknown', reason: 'timeout' });
  expect(digest).toMatchObject({ state: 'open', unknowns: 1, contact: 'owner-0' });
  expect(world.slots.has('linxiang 2022-06-23T01:00:00Z')).toBe(true);
});

it('tells the office before it gives a digest up', async () => {
  const world = await filled({ attempts: 4 });
  const { run, digest } = await concluded(world, { result: 'rejected', reason: 'no' });
  expect(digest.state).toBe('failed');
  expect(run.report.failed).toEqual([DIGEST]);
  expect([...run.opened]).toEqual(['2022-06-23#office#1']);
});

it('leaves the digest held where its mark cannot be written: it may have gone out', async () => {
  const world = await filled();
  const write = (): Promise<never> => Promise.reject(new Error('throttled'));
  const accepted = { result: 'accepted', messageId: 'm-1' } as const;
  const { run, digest } = await concluded(world, accepted, { ledger: { ...world.ledger, write } });
  expect(digest).toMatchObject({ state: 'sending', holder: run.holder });
  expect(run.report.faults).toMatchObject([{ at: DIGEST }]);
});
