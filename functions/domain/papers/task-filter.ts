import type { Temporal } from 'temporal-polyfill';
import { isInPlace, type PlaceFilter } from '../sources/place.ts';
import type { LampColour } from '../tasks/lamp.ts';
import type { Task } from '../tasks/task.ts';
import { isEnded, type TaskStatus } from '../tasks/task-status.ts';
import { awaitedOf } from '../tasks/waiting.ts';
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
  /** Words to find in a task. */
  readonly search?: string;
};

/** `rows` that match `filter` on `today`. */
export function filtered(
  rows: readonly TaskRow[],
  filter: Filter,
  today: Temporal.PlainDate,
): readonly TaskRow[] {
  const { due, search, place } = filter;
  const has = (
    of: (task: Task) => unknown,
    wanted: unknown,
  ): ((row: TaskRow) => boolean) | undefined =>
    wanted === undefined ? undefined : ({ task }) => of(task) === wanted;
  const tests: readonly (((row: TaskRow) => boolean) | undefined | false)[] = [
    filter.lamp && (({ lamp }) => lamp.colour === filter.lamp),
    place && (({ task }) => isInPlace(task, place)),
    filter.unit !== undefined && ((row) => namesOfUnit(row).includes(filter.unit ?? '')),
    has(({ status }) => status, filter.status),
    due && (({ task }) => isDueWithin(task, due, today)),
    filter.isWaiting ? (row) => ofRowOrNodes(row).some(waitsForOffice) : undefined,
    filter.isUnreturned ? isUnreturned : undefined,
    search
      ? (row) => ofRowOrNodes(row).some((task) => isFoundBy(task, search, row.unitNames?.former))
      : undefined,
  ];
  const given = tests.filter((test) => test !== undefined && test !== false);
  return rows.filter((row) => given.every((test) => test(row)));
}

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
