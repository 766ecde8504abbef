import { Temporal } from 'temporal-polyfill';
import { daysLeftWords } from '../base/words.ts';
import type { Task } from './task.ts';

type Measured = Pick<Task, 'measure'>;

/**
 * The day from which the overdue rungs of `task` count: its due date, and for a target the day on
 * which the figure of its due month came or, if that is earlier, from which it is owed.
 */
export function overdueFrom({ measure }: Measured, due: Temporal.PlainDate): Temporal.PlainDate {
  if (!measure) return due;
  const { judged, owedFrom } = measure.deadline;
  const first = [judged?.on ?? null, owedFrom]
    .filter((day) => day !== null)
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b))[0];
  return first && Temporal.PlainDate.compare(first, due) > 0 ? first : due;
}

/** Whether the figure of the due month came and the goal was met in it. */
export const isMetWhenDue = ({ measure }: Measured): boolean =>
  measure?.deadline.judged?.isMet === true;

/**
 * The day on which a task that is reported done on `today` was done: for a target that met its goal
 * in its due month the last day of that month.
 */
export function doneDay(
  task: Pick<Task, 'plan' | 'measure'>,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const { plan: year, measure } = task;
  if (!measure || !isMetWhenDue(task)) return today;
  const { month } = measure.deadline;
  const last = Temporal.PlainDate.from({ year, month, day: 31 }, { overflow: 'constrain' });
  return Temporal.PlainDate.compare(today, last) < 0 ? today : last;
}

/** What reporting `task` done on `today` changes besides its status. */
export const handedIn = (
  task: Pick<Task, 'plan' | 'measure'>,
  today: Temporal.PlainDate,
): Pick<Task, 'progress' | 'doneOn' | 'handedInOn' | 'disowned'> => ({
  progress: 100,
  doneOn: doneDay(task, today),
  handedInOn: today,
  disowned: null,
});

/** How a date stands on a day: to come, waiting for the figure that judges it, met or overdue. */
export type DueState = 'ahead' | 'awaited' | 'met' | 'overdue';

/** How the date `due` of `task` stands on `today`. Nobody is overdue before his figure can exist. */
export function dueStateOf(
  task: Measured,
  due: Temporal.PlainDate,
  today: Temporal.PlainDate,
): DueState {
  if (Temporal.PlainDate.compare(today, due) <= 0) return 'ahead';
  if (isMetWhenDue(task)) return 'met';
  return Temporal.PlainDate.compare(today, overdueFrom(task, due)) < 0 ? 'awaited' : 'overdue';
}

/** `还有4天`, `今天到期`, `等6月的数`, `6月的数已达到目标，待报办结`, `已逾期1天`: calendar days. */
export function dueWords(
  task: Measured,
  due: Temporal.PlainDate,
  today: Temporal.PlainDate,
): string {
  const state = dueStateOf(task, due, today);
  if (state === 'ahead' || state === 'overdue') return daysLeftWords(due, today);
  const figure = figureWords(task);
  return state === 'awaited' ? `等${figure}` : `${figure}已达到目标，待报办结`;
}

/** `6月的数`: what judges the deadline of a target. */
export const figureWords = ({ measure }: Measured): string => `${measure?.deadline.month}月的数`;
