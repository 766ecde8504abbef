import { expect, it } from 'vitest';
import { UnfinishedRun } from '../../../functions/flows/context/run-report.ts';
import { wake } from '../../../functions/flows/wake/wake.ts';
import { at } from '../../support/builders.ts';
import { KEY, morning, runIn, TASK } from '../../support/morning.ts';

it('tells what is due and moves each record on', async () => {
  const world = await morning();
  const report = await wake(await runIn(world));
  expect(report).toMatchObject({ decided: 2, sent: 2, faults: [] });
  expect(world.deliveries.map(({ key }) => key)).toContain(KEY);
  expect(world.stored(TASK.id)?.wakeAt).toEqual(at('2022-06-27 08:00'));
});

it('tells nothing twice when it runs again', async () => {
  const world = await morning();
  await wake(await runIn(world));
  expect(await wake(await runIn(world))).toMatchObject({ decided: 0, sent: 0 });
  expect(world.messages).toHaveLength(2);
});

it('does nothing when nothing is due', async () => {
  const world = await morning();
  const register = { ...world.register, due: async () => [] };
  expect(await wake(await runIn(world, { register }))).toMatchObject({ decided: 0, sent: 0 });
  expect(world.messages).toEqual([]);
});

it('fails at the end where one record fails, with the others done', async () => {
  const world = await morning();
  const register = { ...world.register, task: () => Promise.reject(new Error('throttled')) };
  const run = await runIn(world, { register });
  await expect(wake(run)).rejects.toThrow(UnfinishedRun);
  expect(run.report).toMatchObject({ decided: 1, sent: 1, faults: [{ at: TASK.id }] });
  expect(world.messages.map(({ contact }) => contact)).toEqual(['office']);
});
