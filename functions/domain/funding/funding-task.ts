import type { Temporal } from 'temporal-polyfill';
import { shortened, taskOf } from '../tasks/register-row.ts';
import type { Task } from '../tasks/task.ts';
import { type Instrument, type Step, stageName } from './funding.ts';

/**
 * The tasks of those `steps` that are still to be done, entered at `at`.
 *
 * @param promises - among them the tasks that the instruments belong to; money without its promise
 *   has no posts, and no tasks.
 */
export const tasksOfSteps = (
  steps: readonly Step[],
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
 * The task that `step` is until it is done, entered at `at`: its deadline climbs the ladder, is
 * signed for and closed like any other. It is for the posts of its promise.
 */
function taskOfStep(
  step: Step,
  { id, name, kind, projects }: Instrument,
  promise: Task,
  at: Temporal.Instant,
): Task {
  const { park, plan, area, hardness, leadUnit, owner, responsibleLeader } = promise;
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
    owner,
    responsibleLeader,
  } as const;
  return { ...taskOf(row, { park, plan, at }), amountFen: step.amountFen, stageOf: id };
}
