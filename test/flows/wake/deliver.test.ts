import { expect, it } from 'vitest';
import type { ParkContext } from '../../../functions/flows/context/park-context.ts';
import type { Ports } from '../../../functions/flows/ports.ts';
import { deliver } from '../../../functions/flows/wake/deliver.ts';
import { at } from '../../support/builders.ts';
import { DIGEST, filled, KEY, read, runIn } from '../../support/morning.ts';
import type { World } from '../../support/world.ts';

/** A run that delivered the owner's digest. */
async function delivered(world: World, over: Partial<Ports> = {}): Promise<ParkContext> {
  const run = await runIn(world, over);
  run.opened.add(DIGEST);
  await deliver(run);
  return run;
}

it('sends what the run opened, one message a contact', async () => {
  const world = await filled();
  const run = await delivered(world);
  expect(world.deliveries).toMatchObject([{ contact: 'owner-0', digest: DIGEST, key: KEY }]);
  expect((await read(world)).value).toMatchObject({ state: 'sent', messageId: 'message-1' });
  expect([run.report.sent, run.opened.size]).toEqual([1, 0]);
});

it('puts off what may not be said at this hour', async () => {
  const world = await filled();
  world.goTo('2022-06-23 19:00');
  await delivered(world);
  expect(world.messages).toEqual([]);
  expect((await read(world)).value).toMatchObject({ state: 'open', unknowns: 0 });
  expect((await read(world)).value.wakeAt).toEqual(at('2022-06-24 08:00'));
  expect(world.slots.has('linxiang 2022-06-24T00:00:00Z')).toBe(true);
});

it('publishes nothing after its claim has ended', async () => {
  const world = await filled();
  const run = await runIn(world);
  run.opened.add(DIGEST);
  world.goTo('2022-06-23 08:10');
  await deliver(run);
  expect(world.messages).toEqual([]);
  expect((await read(world)).value.state).toBe('open');
});

it('tries a refused message once more by itself', async () => {
  const world = await filled();
  let refusals = 1;
  world.answer.to = () =>
    (refusals -= 1) >= 0 ? { result: 'rejected', reason: 'too long' } : undefined;
  const run = await delivered(world);
  expect(run.report).toMatchObject({ sent: 1, untaken: [] });
  expect((await read(world)).value).toMatchObject({ state: 'sent', attempts: 0 });
});

it('waits an hour where no answer came: the message may have gone out', async () => {
  const world = await filled();
  const publish = (): Promise<never> => Promise.reject(new Error('timeout'));
  const run = await delivered(world, { messenger: { publish } });
  const { value } = await read(world);
  expect(value).toMatchObject({ state: 'open', unknowns: 1, contact: 'owner-0' });
  expect(value.wakeAt).toEqual(at('2022-06-23 09:00'));
  expect(run.report.faults).toMatchObject([{ at: 'publish' }]);
});

it('tells the office in the same run of a digest that is abandoned', async () => {
  const world = await filled({ attempts: 4 });
  world.answer.to = ({ contact }) =>
    contact === 'owner-0' ? { result: 'rejected', reason: 'no such address' } : undefined;
  const run = await delivered(world);
  expect((await read(world)).value.state).toBe('failed');
  expect(run.report).toMatchObject({ sent: 1, failed: [DIGEST] });
  expect(world.messages.map(({ contact }) => contact)).toEqual(['office']);
});
