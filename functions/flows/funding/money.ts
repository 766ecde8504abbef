import type { TaskId } from '../../domain/base/ids.ts';
import type { Change } from '../../domain/contacts/change.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import type { FundingStep, Instrument } from '../../domain/funding/funding.ts';
import { type Pipe, pipeOf } from '../../domain/funding/funding-pipe.ts';
import { type FundingReport, fundingReport } from '../../domain/funding/funding-report.ts';
import { presentSteps } from '../../domain/funding/present-steps.ts';
import type { Years } from '../../domain/papers/years.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { actingAs } from '../../domain/tasks/permissions.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { timeLamp } from '../../domain/tasks/time-lamp.ts';
import { type ParkContext, readableOn, readTasks } from '../context/park-context.ts';
import { yearsFor } from '../context/register-years.ts';
import { sightOf, type TaskSight } from '../context/sight.ts';
import type { StoredTask, Versioned } from '../ports.ts';
import { readableOf } from '../targets/read-figures.ts';

/** The money of one year of a park as one contact may see it. */
export type Money = {
  readonly report: FundingReport;
  readonly instruments: readonly {
    readonly instrument: Instrument;
    readonly pipe: Pipe;
  }[];
  /** Every step of these, as it was booked. */
  readonly steps: readonly FundingStep[];
  readonly tasks: ReadonlyMap<string, Task>;
  readonly years: Years;
};

/**
 * Where the money stands at the run's instant; of each instrument, if its promise may be read.
 *
 * @param asked - the year that is asked for; undefined for the park's default.
 */
export const readMoney = async (
  run: ParkContext,
  viewer: Contact,
  asked: number | undefined,
): Promise<Money> => moneyOf(run, await sightOf(run, viewer), await readTasks(run), asked);

/** As {@link readMoney}, of what of `all` tasks of the park `sight` lets through. */
export async function moneyOf(
  run: ParkContext,
  sight: TaskSight,
  all: readonly StoredTask[],
  asked: number | undefined,
): Promise<Money> {
  const { collections } = run.ports;
  const known = all.filter(({ task }) => !sight.isSecret(task));
  const tasks = new Map<string, Task>(known.map(({ task }) => [task.id, task]));
  const today = localDay(run.now, run.rules);
  const years = await yearsFor(run, sight, [...tasks.values()], asked);
  const kept = readableOf(await readableOn(run, collections.instruments), { tasks }, sight);
  const instruments = kept.filter(({ id }) => tasks.get(id)?.plan === years.year);
  const ids = new Set(instruments.map(({ id }) => id));
  const steps = (await readableOn(run, collections.steps)).filter(({ instrument }) =>
    ids.has(instrument),
  );
  const present = presentSteps(steps, tasks, { day: today, at: run.now });
  const lampOf: Parameters<typeof pipeOf>[2] = (id) => {
    const task = tasks.get(id);
    return task ? timeLamp(task, today, run.rules) : null;
  };
  return {
    report: fundingReport({ instruments, steps }, tasks, today, run.rules),
    instruments: instruments.map((instrument) => ({
      instrument,
      pipe: pipeOf(instrument, present, lampOf),
    })),
    steps,
    tasks,
    years,
  };
}

/** One step of the money, as it was booked. */
export type StepRead = {
  readonly kept: Versioned<FundingStep>;
  readonly instrument: Instrument;
  /** What the step is until it is done; null for one that was done when it was entered. */
  readonly task: Task | null;
  /** Oldest first. */
  readonly history: readonly Change[];
  readonly mayBook: boolean;
};

/** The step called `id`; undefined where `viewer` may read none of that name. */
export async function readStep(
  run: ParkContext,
  viewer: Contact,
  id: TaskId,
): Promise<StepRead | undefined> {
  const { collections, register } = run.ports;
  const park = run.park.id;
  const kept = await collections.steps.find(park, id);
  if (!kept) return undefined;
  const instrument = await collections.instruments.find(park, kept.value.instrument);
  const promise = await register.task(park, kept.value.instrument);
  if (!instrument || !promise) return undefined;
  if (!(await sightOf(run, viewer)).sees(promise.task)) return undefined;
  const task = (await register.task(park, id))?.task ?? null;
  const insteadOf = run.directory.standsInFor(viewer.id);
  const mayBook = 'as' in actingAs(viewer, insteadOf, 'submit', task ?? promise.task);
  const history = await collections.steps.history(park, id);
  return { kept, instrument: instrument.value, task, history, mayBook };
}
