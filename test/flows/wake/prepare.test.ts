import { expect, it } from 'vitest';
import { digestId } from '../../../functions/domain/messages/digest.ts';
import { prepare } from '../../../functions/flows/wake/prepare.ts';
import { at } from '../../support/builders.ts';
import { taskId } from '../../support/ids.ts';
import { DIGEST, filled, groupIn, KEY, read, runIn } from '../../support/morning.ts';
import { changeTask } from '../../support/requests.ts';

it('claims the digest to the end of the lease and writes its message', async () => {
  const world = await filled();
  const run = await runIn(world);
  const prepared = await prepare(run, await groupIn(world, run));
  expect(prepared?.message).toMatchObject({
    contact: 'owner-0',
    digests: [{ id: DIGEST, keys: [KEY] }],
  });
  expect(prepared?.message.text).toContain('第三方治理工作平台');
  const { value } = await read(world);
  expect(value).toMatchObject({ state: 'sending', holder: run.holder });
  expect(value.wakeAt).toEqual(at('2022-06-23 08:10'));
});

it('stores the link before the message goes out', async () => {
  const world = await filled();
  world.pages.at = 'https://park.example';
  const run = await runIn(world);
  const prepared = await prepare(run, await groupIn(world, run));
  const code = (await read(world)).value.code ?? '';
  expect(prepared?.message.text).toContain(`https://park.example/a/${code}`);
  expect(await world.links.read(code)).toMatchObject({ contact: 'owner-0', digests: [DIGEST] });
});

it('leaves a digest that another run holds', async () => {
  const world = await filled();
  const other = await runIn(world);
  const seen = await groupIn(world, other);
  await prepare(other, seen);
  const run = await runIn(world);
  expect(await prepare(run, seen)).toBeUndefined();
  expect((await read(world)).value.holder).toBe(other.holder);
});

it('claims again after it lost to an append', async () => {
  const world = await filled();
  const run = await runIn(world);
  const seen = await groupIn(world, run);
  const { value, version } = await read(world);
  await world.ledger.write({ ...value, copies: [] }, version);
  const prepared = await prepare(run, seen);
  expect(prepared?.told.map(({ digest }) => digestId(digest.value))).toEqual([DIGEST]);
});

it('cancels a digest in which nothing is true now', async () => {
  const world = await filled();
  const owner = { park: 'linxiang', task: taskId('lx22-071'), by: 'owner-0', why: '', via: '测试' };
  await changeTask(owner, { act: 'submit' }, world.ports);
  const run = await runIn(world);
  expect(await prepare(run, await groupIn(world, run))).toBeUndefined();
  expect((await read(world)).value.state).toBe('cancelled');
});

it('abandons a digest that may have gone out three times, and tells the office', async () => {
  const world = await filled({ unknowns: 3 });
  const run = await runIn(world);
  expect(await prepare(run, await groupIn(world, run))).toBeUndefined();
  expect((await read(world)).value.state).toBe('unknown');
  expect(run.report.failed).toEqual([DIGEST]);
  expect([...run.opened]).toEqual(['2022-06-23#office#1']);
});
