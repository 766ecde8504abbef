import type { Temporal } from 'temporal-polyfill';
import type { Change } from '../../domain/contacts/change.ts';
import type { Figures } from '../../domain/funding/figures.ts';
import type { Instrument } from '../../domain/funding/funding.ts';
import { tasksOfSteps } from '../../domain/funding/funding-task.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Shelf } from '../ports.ts';
import { enterTasks } from '../tasks/open-park.ts';

/**
 * Stores `figures` of a park, and the steps of its money that are still to be done
 * into its register, for the posts of their promises. What is there already stays as it is, so that
 * an entry that was cut short can be made again.
 */
export async function enterFigures(
  run: ParkContext,
  figures: Figures,
  at: Temporal.Instant,
): Promise<void> {
  const { needs } = run;
  const { targets, projects, enterprises, instruments, steps } = figures;
  const change = (): Change => ({
    id: needs.newId(),
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
  await enter(needs.books.targets, targets, change);
  await enter(needs.books.projects, projects, change);
  await enter(needs.books.enterprises, enterprises, change);
  await enter(needs.books.instruments, instruments, change);
  await enter(needs.books.steps, steps, change);
  const promises = await promisesOf(run, instruments);
  await enterTasks(run, tasksOfSteps(steps, instruments, promises, at), at);
}

async function enter<Value>(
  shelf: Shelf<Value>,
  values: readonly Value[],
  change: () => Change,
): Promise<void> {
  for (const value of values) {
    await shelf.put(undefined, { value, version: 1, lastChange: change() });
  }
}

/** The tasks that the instruments belong to. */
async function promisesOf(
  { park, needs }: ParkContext,
  instruments: readonly Instrument[],
): Promise<readonly Task[]> {
  const promises: Task[] = [];
  for (const { id } of instruments) {
    const read = await needs.register.task(park.id, id);
    if (read) promises.push(read.task);
  }
  return promises;
}
