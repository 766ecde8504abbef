import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Conflict } from '../domain/faults.ts';
import type { Figures } from '../domain/figures.ts';
import { type Instrument, Step } from '../domain/funding.ts';
import { tasksOfSteps } from '../domain/funding-task.ts';
import { unexplained } from '../domain/funds.ts';
import { BadInput } from '../domain/problem.ts';
import { isLive, type Task } from '../domain/task.ts';
import { actorFor } from './actor.ts';
import { changeTask } from './change-task.ts';
import { keep } from './keep.ts';
import { enterTasks } from './open-park.ts';
import type { Needs } from './ports.ts';
import type { FiguresRead } from './read-figures.ts';
import { beginRun } from './run.ts';

/** Who books figures, through which command or page. */
export type Booker = { readonly park: string; readonly by: string; readonly via: string };

/**
 * Books `steps` of the park's money: those that were done now are reported on their tasks first, new
 * ones become tasks, and what is as it was stays. Booking again finishes what was cut short.
 *
 * @param read - the figures as `steps` were compared with.
 * @returns how many were written.
 * @throws {BadInput} if more would pass a stage than was granted and nobody says why, or the booker
 *   may not report on the money; nothing is written then.
 * @throws {Conflict} if somebody else booked one of them since `read`.
 */
export async function bookSteps(
  booker: Booker,
  steps: readonly Step[],
  read: FiguresRead,
  needs: Needs,
): Promise<number> {
  const { figures, tasks } = read;
  const before = new Map(figures.steps.map((step) => [step.id, step]));
  const news = steps
    .filter((step) => !isKnown(before.get(step.id), step))
    .map((step) => booked(before.get(step.id), step, needs.now()));
  refuseExcess(figures, news);
  await refuseBooker(booker, news, read, needs);
  for (const { id } of news.filter((step) => isDoneNow(before.get(step.id), step))) {
    await reportDone(booker, tasks.get(id), needs);
  }
  let written = 0;
  for (const step of news) {
    written += Number(await keepStep(booker, step, before.get(step.id), needs));
  }
  await enterNew(booker.park, { steps, instruments: figures.instruments, tasks }, needs);
  return written;
}

/** `step` with when it was first booked as done: a correction of it does not book it again. */
function booked(before: Step | undefined, step: Step, now: Temporal.Instant): Step {
  if (step.doneOn === null) return { ...step, bookedAt: null };
  return before?.doneOn ? step : { ...step, bookedAt: now };
}

const isKnown = (known: Step | undefined, step: Step): boolean =>
  known !== undefined && isSame(known, step);

const isDoneNow = (before: Step | undefined, { doneOn }: Step): boolean =>
  doneOn !== null && before?.doneOn === null;

/** Money goes no further than it was granted, unless somebody says why. */
function refuseExcess({ instruments, steps }: Figures, news: readonly Step[]): void {
  const after = [...new Map([...steps, ...news].map((step) => [step.id, step])).values()];
  const touched = instruments.filter(({ id }) => news.some(({ instrument }) => instrument === id));
  const problems = touched.flatMap((instrument) =>
    unexplained(instrument, after).map((message) => ({
      place: instrument.name,
      message,
      remedy: '请核对金额，或说明超出原因',
    })),
  );
  if (problems.length > 0) throw new BadInput(problems);
}

/** Whoever books must be one who may report on the step, or on the promise that it belongs to. */
async function refuseBooker(
  { park, by }: Booker,
  news: readonly Step[],
  { tasks }: FiguresRead,
  needs: Needs,
): Promise<void> {
  const run = await beginRun(park, needs);
  for (const { id, instrument } of news) {
    const task = tasks.get(id) ?? tasks.get(instrument);
    if (task) actorFor(run, task, by, 'submit');
  }
}

async function reportDone(
  { park, by, via }: Booker,
  task: Task | undefined,
  needs: Needs,
): Promise<void> {
  if (!task || !isLive(task)) return;
  await changeTask({ park, task: task.id, by, via, why: '登记金额' }, { act: 'submit' }, needs);
}

async function keepStep(
  { park, by, via }: Booker,
  step: Step,
  before: Step | undefined,
  needs: Needs,
): Promise<boolean> {
  const place = { shelf: needs.books.steps, park, id: step.id };
  const put = (known: Step | undefined): Step => {
    if (known && isSame(known, step)) return known;
    if (known && !(before && isSame(known, before))) throw new Conflict(step.id, '另一笔登记');
    return step;
  };
  return keep(place, put, { by, via, what: '登记资金', why: step.note }, needs);
}

/** Whether both say the same, whenever each was booked. */
const isSame = (a: Step, b: Step): boolean => textOf(a) === textOf(b);

const textOf = (step: Step): string => JSON.stringify(z.encode(Step, { ...step, bookedAt: null }));

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
