import { z } from 'zod';
import { type Instrument, Step } from '../domain/funding.ts';
import { tasksOfSteps } from '../domain/funding-task.ts';
import { isLive, type Task } from '../domain/task.ts';
import { changeTask } from './change-task.ts';
import { keep } from './keep.ts';
import { enterTasks } from './open-park.ts';
import type { Needs } from './ports.ts';
import type { FiguresRead } from './read-figures.ts';

/** Who books figures, through which command or page. */
export type Booker = { readonly park: string; readonly by: string; readonly via: string };

/**
 * Books `steps` of the park's money: those that were done now are reported on their tasks first, new
 * ones become tasks, and what is as it was stays. Booking again finishes what was cut short.
 *
 * @param read - the figures as `steps` were compared with.
 * @returns how many were written.
 * @throws {BadInput} if the booker may not report a task done; its step is not written then.
 */
export async function bookSteps(
  booker: Booker,
  steps: readonly Step[],
  { figures, tasks }: FiguresRead,
  needs: Needs,
): Promise<number> {
  const before = new Map(figures.steps.map((step) => [step.id, step]));
  const isDoneNow = ({ id, doneOn }: Step): boolean =>
    doneOn !== null && before.get(id)?.doneOn === null;
  const done = steps
    .filter(isDoneNow)
    .flatMap(({ id }) => tasks.get(id) ?? [])
    .filter(isLive);
  const { park, by, via } = booker;
  for (const { id } of done) {
    await changeTask({ park, task: id, by, via, why: '登记金额' }, { act: 'submit' }, needs);
  }
  let written = 0;
  for (const step of steps) {
    const place = { shelf: needs.books.steps, park, id: step.id };
    const put = (known: Step | undefined): Step => (known && isSame(known, step) ? known : step);
    const keeper = { by, via, what: '登记资金', why: step.note };
    written += Number(await keep(place, put, keeper, needs));
  }
  await enterNew(park, { steps, instruments: figures.instruments, tasks }, needs);
  return written;
}

const isSame = (a: Step, b: Step): boolean =>
  JSON.stringify(z.encode(Step, a)) === JSON.stringify(z.encode(Step, b));

async function enterNew(
  park: string,
  {
    steps,
    instruments,
    tasks,
  }: {
    readonly steps: readonly Step[];
    readonly instruments: readonly Instrument[];
    readonly tasks: ReadonlyMap<string, Task>;
  },
  needs: Needs,
): Promise<void> {
  const fresh = steps.filter(({ id }) => !tasks.has(id));
  const at = needs.now();
  await enterTasks(park, tasksOfSteps(fresh, instruments, [...tasks.values()], at), at, needs);
}
