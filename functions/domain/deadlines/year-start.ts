import { Temporal } from 'temporal-polyfill';
import { workingDayOnOrAfter } from '../calendar/working-calendar.ts';
import { type Rules, sendInstant } from '../policy/hours.ts';
import type { Task } from '../tasks/task.ts';
import { yearStart } from '../tasks/task-year.ts';

/** The earliest telling of a task: the send time of the first working day of its year. */
export const firstTelling = (task: Pick<Task, 'plan'>, rules: Rules): Temporal.Instant =>
  sendInstant(workingDayOnOrAfter(yearStart(task), rules.calendar), rules);

/** When `task` counts as handed over: a task of a coming year not before that year begins. */
export function handedOverAt(
  task: Pick<Task, 'plan' | 'assignment'>,
  { timeZone }: Pick<Rules, 'timeZone'>,
): Temporal.Instant {
  const begins = yearStart(task).toZonedDateTime(timeZone).toInstant();
  return laterOf(task.assignment.at, begins);
}

/** The later of two instants. */
export const laterOf = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? b : a;
