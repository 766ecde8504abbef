import type { Task } from '../../functions/domain/tasks/task.ts';
import type { TargetStanding } from '../../functions/domain/years/target-results.ts';
import { type YearAccount, yearAccount } from '../../functions/domain/years/year-account.ts';
import { at, day } from './builders.ts';

/** The account of January 6, 2023. */
export const accountOf = (
  tasks: readonly Task[],
  year = 2022,
  figures: ReadonlyMap<string, TargetStanding> = new Map(),
): YearAccount =>
  yearAccount({
    park: 'linxiang',
    year,
    today: day('2023-01-06'),
    tasks,
    figures,
    hidden: 0,
  });

/** That a task left 2022 with the date `due`. */
export const leaving = (due: string | null, to = 2023): NonNullable<Task['carried']> => [
  {
    from: 2022,
    to,
    at: at('2023-01-06 10:00'),
    due: due === null ? null : day(due),
    duePrecision: due === null ? 'none' : 'explicit',
    status: 'inProgress',
    progress: 0,
  },
];
