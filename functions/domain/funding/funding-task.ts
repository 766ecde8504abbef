import type { Temporal } from 'temporal-polyfill';
import { shortened, taskOf } from '../tasks/row-task.ts';
import type { Task } from '../tasks/task.ts';
import { type FundingStep, type Instrument, stageName } from './funding.ts';

/**
 * Tasks for the open ones of `steps`, created at `at`.
 *
 * @param promises - include the tasks of the instruments; steps whose promise is missing have no
 *   posts, and get no tasks.
 */
export const tasksOfSteps = (
  steps: readonly FundingStep[],
  instruments: readonly Instrument[],
  promises: readonly Task[],
  at: Temporal.Instant,
): readonly Task[] =>
  instruments.flatMap((instrument) => {
    const promise = promises.find(({ id }) => id === instrument.id);
    const open = steps.filter((step) => step.instrument === instrument.id && step.doneOn === null);
    return promise ? open.map((step) => taskOfStep(step, instrument, promise, at)) : [];
  });

/**
 * The task of an open `step`, created at `at`, with the posts of its promise. It is escalated,
 * signed for and closed like any other task.
 */
function taskOfStep(
  step: FundingStep,
  { id, name, kind, projects }: Instrument,
  promise: Task,
  at: Temporal.Instant,
): Task {
  const { park, plan, source, area, hardness, leadUnit, owner, responsibleLeader } = promise;
  const project = projects.find((each) => each.id === step.project)?.name ?? step.project;
  const batch = step.batch === 1 ? '' : `第${step.batch}批`;
  const stage = stageName(step.stage, kind);
  const row = {
    id: step.id,
    title: `${project}${stage}（${name}${batch}）`,
    shortTitle: shortened(`${stage}：${project}`),
    kind: 'funding',
    due: step.planned,
    duePrecision: step.planned === null ? 'none' : 'set',
    quote: '',
    status: 'inProgress',
    metric: null,
    recurrence: null,
    amountCny: null,
    plan,
    area,
    hardness,
    leadUnit,
    supportingUnits: [],
    owner,
    responsibleLeader,
  } as const;
  return {
    ...taskOf(row, { park, plan, at, ...(source && { source }) }),
    amountFen: step.amountFen,
    stageOf: id,
  };
}
