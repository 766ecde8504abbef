import type { Temporal } from 'temporal-polyfill';
import { type Instrument, type Step, stageName } from './funding.ts';
import { shortened, taskOf } from './register-row.ts';
import type { Task } from './task.ts';

/**
 * The task that `step` is until it is done, entered at `at`: its deadline climbs the ladder, is
 * signed for and closed like any other. It is for the posts of its promise.
 */
export function taskOfStep(
  step: Step,
  { name, kind, projects }: Instrument,
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
  return { ...taskOf(row, { park, plan, at }), amountFen: step.amountFen };
}
