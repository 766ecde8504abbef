import type { Fen } from '../base/money.ts';
import type { Task } from '../tasks/task.ts';
import { type FundingStep, waitingFen } from './funding.ts';
import type { TasksById } from './present-steps.ts';

/** A milestone that blocks money, and the amount. */
export type BlockingTask = {
  readonly record: 'block';
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly leadUnit: string;
  /** `YYYY-MM-DD`; null without a date. */
  readonly due: string | null;
  /** Whether the milestone was withdrawn, so that it will not be completed. */
  readonly isWithdrawn: boolean;
  readonly waitingFen: Fen;
};

/** Unfinished tasks that block any of `steps`. A withdrawn task still blocks. */
export function blockersOf(steps: readonly FundingStep[], tasks: TasksById): readonly Task[] {
  const ids = [...new Set(steps.flatMap(({ blockedBy }) => blockedBy))];
  return ids.flatMap((id) => tasks.get(id) ?? []).filter(({ status }) => status !== 'closed');
}

/** What `task` blocks of `steps`. */
export const blockOf = (
  { id, title, shortTitle, leadUnit, due, status }: Task,
  steps: readonly FundingStep[],
): BlockingTask => ({
  record: 'block',
  id,
  title,
  shortTitle,
  leadUnit,
  due: due?.toString() ?? null,
  isWithdrawn: status === 'withdrawn',
  waitingFen: waitingFen(id, steps),
});
