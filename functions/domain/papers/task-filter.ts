import type { Temporal } from 'temporal-polyfill';
import { isInPlace, type PlaceFilter } from '../sources/place.ts';
import type { LampColour } from '../tasks/lamp.ts';
import type { Task } from '../tasks/task.ts';
import { isEnded, type TaskStatus } from '../tasks/task-status.ts';
import { awaitedOf } from '../tasks/waiting.ts';
import { isCarriedInto } from '../years/task-in-year.ts';
import type { TaskRow } from './board.ts';
import { isUnreturned } from './task-counts.ts';
import { isFoundBy } from './task-search.ts';

/** Ranges of due dates, counted from today. */
type DueWithin = 'week' | 'month' | 'quarter' | 'unset';

/** Filter criteria; omitted criteria match everything. */
export type Filter = {
  readonly lamp?: LampColour;
  readonly place?: PlaceFilter;
  readonly unit?: string;
  readonly status?: TaskStatus;
  readonly due?: DueWithin;
  /** Only tasks that wait for the office. */
  readonly isWaiting?: boolean;
  /** Only tasks with a missed report. */
  readonly isUnreturned?: boolean;
  /** Only tasks that were carried over, into the year or from it. */
  readonly isCarried?: boolean;
  /** Words to find in a task. */
  readonly search?: string;
};

/** Whether a row meets a criterion as it was given. */
type Criterion<Wanted> = (row: TaskRow, wanted: Wanted, today: Temporal.PlainDate) => boolean;

const criteria: { readonly [Of in keyof Filter]-?: Criterion<NonNullable<Filter[Of]>> } = {
  lamp: ({ lamp }, colour) => lamp.colour === colour,
  place: ({ task }, place) => isInPlace(task, place),
  unit: (row, unit) => namesOfUnit(row).includes(unit),
  status: ({ task }, status) => task.status === status,
  due: ({ task }, due, today) => isDueWithin(task, due, today),
  isWaiting: (row, is) => !is || ofRowOrNodes(row).some(waitsForOffice),
  isUnreturned: (row, is) => !is || isUnreturned(row),
  isCarried: ({ task }, is) => !is || isCarriedOver(task),
  search: (row, search) =>
    search === '' ||
    ofRowOrNodes(row).some((task) => isFoundBy(task, search, row.unitNames?.former)),
};

/** `rows` that match `filter` on `today`. */
export function filtered(
  rows: readonly TaskRow[],
  filter: Filter,
  today: Temporal.PlainDate,
): readonly TaskRow[] {
  const given = Object.entries(filter).filter(([, wanted]) => wanted !== undefined);
  return rows.filter((row) =>
    given.every(([name, wanted]) =>
      // The table's key and the criterion are one and the same, which a lookup cannot show.
      (criteria[name as keyof Filter] as Criterion<unknown>)(row, wanted, today),
    ),
  );
}

/** Whether the year of `task` has it from an earlier one, or left it to a later one. */
export const isCarriedOver = (task: Task): boolean =>
  task.leftFor !== undefined || isCarriedInto(task, task.plan);

/** The names under which the unit of `row` is found. */
const namesOfUnit = ({ task, unitNames }: TaskRow): readonly string[] => [
  task.leadUnit,
  ...(unitNames?.former ?? []),
];

/** The task of `row` and those of its nodes. */
const ofRowOrNodes = ({ task, nodes = [] }: TaskRow): readonly Task[] => [
  task,
  ...nodes.map((node) => node.task),
];

/** Whether the office has a pending decision about `task`. */
const waitsForOffice = (task: Task): boolean => awaitedOf(task) !== undefined;

function isDueWithin(task: Task, within: DueWithin, today: Temporal.PlainDate): boolean {
  const { due } = task;
  if (within === 'unset') return task.duePrecision === 'assumed-year-end';
  if (due === null || isEnded(task)) return false;
  if (within === 'week') {
    const { days } = today.until(due, { largestUnit: 'day' });
    return days >= 0 && days <= 7;
  }
  const months = within === 'month' ? 1 : 3;
  const period = (day: Temporal.PlainDate): number => Math.floor((day.month - 1) / months);
  return due.year === today.year && period(due) === period(today);
}
