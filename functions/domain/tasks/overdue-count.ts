import { Temporal } from 'temporal-polyfill';
import { workingDaysWithin } from '../calendar/working-calendar.ts';
import type { Rules } from '../policy/hours.ts';
import { overdueFrom } from './due-figure.ts';
import type { Task } from './task.ts';

/** What the count of overdue working days follows. */
type Counted = Pick<Task, 'overdueCount' | 'measure'> & { readonly due: Temporal.PlainDate };

/** Overdue working days that were counted up to a day. */
export type OverdueCount = NonNullable<Task['overdueCount']>;

/**
 * What overdue working days are counted from: the day from which the task is overdue or, where that
 * is later, what the task says.
 */
export function overdueCountOf(task: Counted): OverdueCount {
  const { due, overdueCount } = task;
  const from = overdueFrom(task, due);
  const isLater = overdueCount !== null && Temporal.PlainDate.compare(overdueCount.day, from) > 0;
  return isLater ? overdueCount : { day: from, counted: 0 };
}

/** The count of overdue working days as it stands at the end of `day`. */
export function overdueCountOn(
  deadline: Counted,
  day: Temporal.PlainDate,
  { calendar }: Rules,
): OverdueCount {
  const from = overdueCountOf(deadline);
  return { day, counted: from.counted + workingDaysWithin(from.day, day, calendar) };
}
