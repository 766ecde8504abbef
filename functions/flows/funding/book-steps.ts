import type { FundingStep, Instrument } from '../../domain/funding/funding.ts';
import { tasksOfSteps } from '../../domain/funding/funding-task.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { isLive } from '../../domain/tasks/task-status.ts';
import { actorFor } from '../context/actor.ts';
import { refuseClosedYears } from '../context/closed-years.ts';
import { makerOf } from '../context/maker.ts';
import type { ParkContext } from '../context/park-context.ts';
import { updateRecord } from '../context/update-record.ts';
import type { Versioned } from '../ports.ts';
import type { FiguresRead } from '../targets/read-figures.ts';
import { changeTaskIfFree } from '../tasks/change-task.ts';
import { enterTasks } from '../tasks/enter-tasks.ts';
import { bookedStep, isKnownStep, refuseExcess } from './new-steps.ts';

/** Who books figures, through which command or page. */
export type Booker = { readonly by: string; readonly via: string };

/**
 * Books `steps` of the park's money: those that are done by it are reported on their tasks, new ones
 * become tasks, and what is as it was stays. Booking again finishes what was cut short.
 *
 * @param read - the figures as `steps` were compared with.
 * @returns how many were written.
 * @throws {BadInput} if more would pass a stage than was granted and nobody says why, or the booker
 *   may not report on the money, or the year of its task is closed; nothing is written then.
 * @throws {Conflict} if somebody else booked one of them since `read`; those before it are booked.
 */
export async function bookSteps(
  run: ParkContext,
  booker: Booker,
  steps: readonly FundingStep[],
  read: FiguresRead,
): Promise<number> {
  const { figures, tasks } = read;
  const news = new Map(
    steps
      .filter((step) => !isKnownStep(read.steps.get(step.id)?.value, step))
      .map((step) => [step.id, bookedStep(read.steps.get(step.id)?.value, step, run.ports.now())]),
  );
  refuseExcess(figures, [...news.values()]);
  refuseBooker(run, booker, [...news.values()], read);
  await refuseClosedYears(run, yearsOf([...news.values()], read), '登记资金');
  let written = 0;
  for (const step of steps) {
    const fresh = news.get(step.id);
    const kept = fresh && (await keepStep(run, booker, fresh, read.steps.get(step.id)));
    await reportDone(run, booker, kept ?? read.steps.get(step.id), tasks.get(step.id));
    written += Number(kept !== undefined);
  }
  await enterNew(run, { steps, instruments: figures.instruments, tasks });
  return written;
}

/** Only posts that may report on the step, or on its task, may book it. */
function refuseBooker(
  run: ParkContext,
  { by }: Booker,
  news: readonly FundingStep[],
  { tasks }: FiguresRead,
): void {
  for (const { id, instrument } of news) {
    const task = tasks.get(id) ?? tasks.get(instrument);
    if (task) actorFor(run, task, by, 'submit');
  }
}

/** The years of the tasks of `news`: of a new step that of its promise. */
const yearsOf = (news: readonly FundingStep[], { tasks }: FiguresRead): readonly number[] =>
  news.flatMap(({ id, instrument }) => (tasks.get(id) ?? tasks.get(instrument))?.plan ?? []);

/**
 * Reports the task of a step done if that is what `by` booked of it last, once however often it is
 * asked for: the change of the step names the report.
 */
async function reportDone(
  run: ParkContext,
  { by, via }: Booker,
  kept: Versioned<FundingStep> | undefined,
  task: Task | undefined,
): Promise<void> {
  if (!kept || !task || !isLive(task)) return;
  const { what, to, by: last, id: key } = kept.lastChange;
  if (what !== BOOKED || to === '' || last !== by) return;
  const mover = { task: task.id, by, via, why: '登记金额', key };
  await changeTaskIfFree(run, mover, { act: 'submit' });
}

const BOOKED = '登记资金';

/** The version that was read is asked for with the write itself. `to` is the day, if it is done by this. */
function keepStep(
  run: ParkContext,
  booker: Booker,
  step: FundingStep,
  read: Versioned<FundingStep> | undefined,
): Promise<Versioned<FundingStep> | undefined> {
  const { ports, park } = run;
  const seen = read?.version ?? 0;
  const place = { collection: ports.collections.steps, park: park.id, id: step.id, seen, read };
  const to = read?.value.doneOn === null ? (step.doneOn?.toString() ?? '') : '';
  return updateRecord(
    place,
    () => step,
    { ...makerOf(run, booker), what: BOOKED, why: step.note, to },
    ports,
  );
}

async function enterNew(
  run: ParkContext,
  {
    steps,
    instruments,
    tasks,
  }: {
    readonly steps: readonly FundingStep[];
    readonly instruments: readonly Instrument[];
    readonly tasks: ReadonlyMap<string, Task>;
  },
): Promise<void> {
  const fresh = steps.filter(({ id }) => !tasks.has(id));
  const at = run.ports.now();
  await enterTasks(run, tasksOfSteps(fresh, instruments, [...tasks.values()], at), at);
}
