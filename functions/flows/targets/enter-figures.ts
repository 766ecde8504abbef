import type { Temporal } from 'temporal-polyfill';
import type { Change } from '../../domain/contacts/change.ts';
import type { Instrument } from '../../domain/funding/funding.ts';
import { tasksOfSteps } from '../../domain/funding/funding-task.ts';
import type { ParkFigures } from '../../domain/funding/park-figures.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Collection } from '../ports.ts';
import { enterTasks } from '../tasks/enter-tasks.ts';

/**
 * Stores `figures` of a park, and the steps of its money that are still to be done
 * into its register, for the posts of their promises. What is there already stays as it is, so that
 * an entry that was cut short can be made again.
 */
export async function enterFigures(
  run: ParkContext,
  figures: ParkFigures,
  at: Temporal.Instant,
): Promise<void> {
  const { ports } = run;
  const { targets, projects, enterprises, instruments, steps } = figures;
  const change = (): Change => ({
    id: ports.newId(),
    version: 1,
    at,
    by: 'office',
    onBehalfOf: null,
    what: '登记',
    from: '',
    to: '',
    why: '导入',
    via: '导入',
  });
  await enter(ports.collections.targets, targets, change);
  await enter(ports.collections.projects, projects, change);
  await enter(ports.collections.enterprises, enterprises, change);
  await enter(ports.collections.instruments, instruments, change);
  await enter(ports.collections.steps, steps, change);
  const promises = await promisesOf(run, instruments);
  await enterTasks(run, tasksOfSteps(steps, instruments, promises, at), at);
}

async function enter<Value>(
  collection: Collection<Value>,
  values: readonly Value[],
  change: () => Change,
): Promise<void> {
  for (const value of values) {
    await collection.put(undefined, { value, version: 1, lastChange: change() });
  }
}

/** The tasks that the instruments belong to. */
async function promisesOf(
  { park, ports }: ParkContext,
  instruments: readonly Instrument[],
): Promise<readonly Task[]> {
  const promises: Task[] = [];
  for (const { id } of instruments) {
    const read = await ports.register.task(park.id, id);
    if (read) promises.push(read.task);
  }
  return promises;
}
