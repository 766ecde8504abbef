import type { Temporal } from 'temporal-polyfill';
import type { Figures } from '../domain/figures.ts';
import { taskOfStep } from '../domain/funding-task.ts';
import type { Task } from '../domain/task.ts';
import { enterTasks } from './open-park.ts';
import type { Change, Needs, Shelf } from './ports.ts';

/**
 * Enters `figures` into the books of a park, and the steps of its money that are still to be done
 * into its register, for the posts of their promises. What is there already stays as it is, so that
 * an entry that was cut short can be made again.
 *
 * @throws {UnknownPark}
 */
export async function enterFigures(
  park: string,
  figures: Figures,
  at: Temporal.Instant,
  needs: Needs,
): Promise<void> {
  const { targets, projects, enterprises, instruments, steps } = figures;
  const change = (): Change => ({
    id: needs.newId(),
    version: 1,
    at,
    by: 'office',
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
  await enterTasks(park, await stepTasks(park, figures, at, needs), at, needs);
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

async function stepTasks(
  park: string,
  { instruments, steps }: Figures,
  at: Temporal.Instant,
  { register }: Needs,
): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  for (const instrument of instruments) {
    const promise = await register.task(park, instrument.id);
    const open = steps.filter((step) => step.instrument === instrument.id && step.doneOn === null);
    if (promise) tasks.push(...open.map((step) => taskOfStep(step, instrument, promise.task, at)));
  }
  return tasks;
}
