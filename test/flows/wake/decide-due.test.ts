import { expect, it } from 'vitest';
import { DamagedRecord } from '../../../functions/domain/base/faults.ts';
import { noticeKey } from '../../../functions/domain/deadlines/notice.ts';
import { decideDue } from '../../../functions/flows/wake/decide-due.ts';
import { at } from '../../support/builders.ts';
import { taskId } from '../../support/ids.ts';
import { DIGEST, KEY, morning, read, runIn, TASK } from '../../support/morning.ts';

it('fills the digest, makes the slot of the next wake, and leaves the digest to be sent', async () => {
  const world = await morning();
  const run = await runIn(world);
  await decideDue(run, [TASK]);
  expect([...run.opened]).toEqual([DIGEST]);
  const { value } = await read(world);
  expect(value.state).toBe('open');
  expect(value.notices.map(noticeKey)).toEqual([KEY]);
  expect(world.stored(TASK.id)?.wakeAt).toEqual(at('2022-06-27 08:00'));
  expect(world.slots.has('linxiang 2022-06-27T00:00:00Z')).toBe(true);
  expect(world.messages).toEqual([]);
});

it('leaves a record that is not due, whatever the index says', async () => {
  const world = await morning();
  world.goTo('2022-06-23 07:59');
  const run = await runIn(world);
  await decideDue(run, [TASK, { record: 'watch' }, { record: 'task', id: taskId('gone') }]);
  expect([...run.opened]).toEqual([]);
  expect(run.report).toMatchObject({ decided: 0, faults: [] });
});

it('notes a task that cannot be read, and decides the others', async () => {
  const world = await morning();
  const task = (): Promise<never> => Promise.reject(new DamagedRecord('task#lx22-071'));
  const run = await runIn(world, { register: { ...world.register, task } });
  await decideDue(run, [TASK, { record: 'watch' }]);
  expect(run.report).toMatchObject({ decided: 1, damaged: ['task#lx22-071'], faults: [] });
});

it('does not move a task on whose notice could not be written', async () => {
  const world = await morning();
  const write = (): Promise<never> => Promise.reject(new Error('throttled'));
  const run = await runIn(world, { ledger: { ...world.ledger, write } });
  await decideDue(run, [TASK]);
  expect(world.stored(TASK.id)?.wakeAt).toEqual(at('2022-06-23 08:00'));
  expect(run.report.faults).toMatchObject([{ at: TASK.id }]);
  expect([...run.opened]).toEqual([]);
});

it('finds its own digest again after it could not move the task on', async () => {
  const world = await morning();
  const advance = (): Promise<never> => Promise.reject(new Error('throttled'));
  const first = await runIn(world, { register: { ...world.register, advance } });
  await decideDue(first, [TASK]);
  expect([...first.opened]).toEqual([]);

  const second = await runIn(world);
  await decideDue(second, [TASK]);
  expect([...second.opened]).toEqual([DIGEST]);
  expect(world.digests().flatMap(({ notices }) => notices)).toHaveLength(1);
});
