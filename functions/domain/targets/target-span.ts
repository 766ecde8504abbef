import { MONTHS } from '../calendar/reporting-months.ts';
import type { Task } from '../tasks/task.ts';
import type { Target } from './target.ts';

/** Months of the year that a target covers, first and last inclusive. */
export type MonthRange = { readonly from: number; readonly to: number };

/**
 * From the start month of the task to its due month, within the plan year. Tasks without a date, or
 * due later, run to December.
 *
 * @param task - undefined if unknown: covers the full year.
 */
export function spanOf(
  { plan }: Pick<Target, 'plan'>,
  task: Pick<Task, 'start' | 'due'> | undefined,
): MonthRange {
  const from = task?.start.year === plan ? task.start.month : 1;
  const to = task?.due?.year === plan ? task.due.month : MONTHS;
  return { from, to: Math.max(from, to) };
}

/** Last month of the period in which a target is due. */
export const dueMonthOf = ({ to }: MonthRange, length: number): number =>
  Math.ceil(to / length) * length;
