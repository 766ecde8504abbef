import type { Task } from '../tasks/task.ts';
import { type Evening, type FundingStep, stepsOn } from './funding.ts';

/** Tasks of a park by id. */
export type TasksById = ReadonlyMap<string, Task>;

/** `steps` as of an evening, with the current due dates of their tasks. */
export const presentSteps = (
  steps: readonly FundingStep[],
  tasks: TasksById,
  evening: Evening,
): readonly FundingStep[] => stepsOn(steps, evening).map((step) => dated(step, tasks));

/** `step` with the current due date of its task. */
const dated = (step: FundingStep, tasks: TasksById): FundingStep => ({
  ...step,
  planned: tasks.get(step.id)?.due ?? step.planned,
});
