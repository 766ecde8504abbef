import { MONTHS } from '../calendar/reporting-months.ts';
import type { Task } from '../tasks/task.ts';
import type { Target } from './target.ts';

/** The months of its year that a target runs through, the first and the last counted whole. */
export type Span = { readonly from: number; readonly to: number };

/**
 * From the month in which the promise of a target begins to the one in which it is due, within the
 * plan's year: what has no date, or one of a later year, runs to December.
 *
 * @param task - the promise; undefined for one that is not known, which runs through the year.
 */
export function spanOf(
  { plan }: Pick<Target, 'plan'>,
  task: Pick<Task, 'start' | 'due'> | undefined,
): Span {
  const from = task?.start.year === plan ? task.start.month : 1;
  const to = task?.due?.year === plan ? task.due.month : MONTHS;
  return { from, to: Math.max(from, to) };
}

/** The last month of the period in which a target is due. */
export const dueMonthOf = ({ to }: Span, length: number): number => Math.ceil(to / length) * length;
