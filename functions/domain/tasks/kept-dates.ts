import type { Temporal } from 'temporal-polyfill';
import type { Task } from './task.ts';
import { timeliness } from './timeliness.ts';

/** How many tasks with a date were kept, by one of their two dates; the parts add up to `dated`. */
export type KeptDates = {
  readonly dated: number;
  /** Reported done by the date. */
  readonly onTime: number;
  /** Reported done after it. */
  readonly late: number;
  /** Passed and not reported done. */
  readonly overdue: number;
  /** Not passed yet, suspended, or passed while a timely request waits. */
  readonly open: number;
};

/** The parts in Chinese, in the order of a table. */
export const keptDatesName: Readonly<Record<keyof KeptDates, string>> = {
  dated: '有期限',
  onTime: '按期完成',
  late: '逾期完成',
  overdue: '逾期未完成',
  open: '未到期、中止或待批',
};

/** How `tasks` stand on `today` by their original and by their present dates; withdrawn ones do not count. */
export function keptDates(
  tasks: readonly Task[],
  today: Temporal.PlainDate,
): { readonly byOriginal: KeptDates; readonly byCurrent: KeptDates } {
  const counted = tasks.filter(({ status }) => status !== 'withdrawn');
  const by = (basis: 'byOriginal' | 'byCurrent'): KeptDates => {
    const parts = counted
      .filter(({ due, originalDue }) => (basis === 'byOriginal' ? originalDue : due) !== null)
      .map((task) => partOf[timeliness(task, today)[basis]]);
    const count = (part: keyof KeptDates): number => parts.filter((each) => each === part).length;
    return {
      dated: parts.length,
      onTime: count('onTime'),
      late: count('late'),
      overdue: count('overdue'),
      open: count('open'),
    };
  };
  return { byOriginal: by('byOriginal'), byCurrent: by('byCurrent') };
}

const partOf: Readonly<
  Record<ReturnType<typeof timeliness>['byCurrent'], Exclude<keyof KeptDates, 'dated'>>
> = {
  early: 'onTime',
  onTime: 'onTime',
  late: 'late',
  overdue: 'overdue',
  open: 'open',
  asked: 'open',
  held: 'open',
};
