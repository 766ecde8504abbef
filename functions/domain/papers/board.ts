import { Temporal } from 'temporal-polyfill';
import type { Rules } from '../policy/hours.ts';
import { colours, type Lamp, type LampColour, lampName } from '../tasks/lamp.ts';
import type { Task } from '../tasks/task.ts';
import { type TaskLamps, taskLamps } from '../tasks/task-lamps.ts';
import { isEnded, type TaskStatus } from '../tasks/task-status.ts';
import { awaitedOf } from '../tasks/waiting.ts';

/** A task as shown in lists. */
export type TaskRow = TaskLamps & {
  readonly task: Task;
  /** Version of the task that was read; a change from a form is rejected if it is outdated. */
  readonly version: number;
};

/**
 * The row of `task` on `today`.
 *
 * @param pace - lamp of the target's values; null for tasks without values.
 */
export function taskRowOf(
  { task, version }: Pick<TaskRow, 'task' | 'version'>,
  pace: Lamp | null,
  today: Temporal.PlainDate,
  rules: Rules,
): TaskRow {
  return { task, version, ...taskLamps(task, pace, today, rules) };
}

/** Text next to a lamp: time to the due date, or why there is no countdown. */
export const rowWords = ({ lamp }: Pick<TaskRow, 'lamp'>): string =>
  lamp.colour === 'done' || lamp.colour === 'withdrawn' ? lampName[lamp.colour] : lamp.reason;

/** Ranges of due dates, counted from today. */
type DueWithin = 'week' | 'month' | 'quarter' | 'unset';

/** Sort order: by urgency, by position in the plan, by unit, by due date. */
export type Order = 'urgency' | 'plan' | 'unit' | 'due';

/** Filter criteria; omitted criteria match everything. */
export type Filter = {
  readonly lamp?: LampColour;
  readonly area?: number;
  readonly unit?: string;
  readonly status?: TaskStatus;
  readonly due?: DueWithin;
  /** Only tasks that wait for the office. */
  readonly isWaiting?: boolean;
  /** Only tasks with a missed report. */
  readonly isUnreturned?: boolean;
  /** Text to find in the id, title, unit or quote. */
  readonly search?: string;
};

/** `rows` that match `filter` on `today`. */
export function filtered(
  rows: readonly TaskRow[],
  filter: Filter,
  today: Temporal.PlainDate,
): readonly TaskRow[] {
  const { due, search } = filter;
  const has = (
    of: (task: Task) => unknown,
    wanted: unknown,
  ): ((row: TaskRow) => boolean) | undefined =>
    wanted === undefined ? undefined : ({ task }) => of(task) === wanted;
  const tests: readonly (((row: TaskRow) => boolean) | undefined)[] = [
    filter.lamp && (({ lamp }) => lamp.colour === filter.lamp),
    has(({ area }) => area, filter.area),
    has(({ leadUnit }) => leadUnit, filter.unit),
    has(({ status }) => status, filter.status),
    due && (({ task }) => isDueWithin(task, due, today)),
    filter.isWaiting ? ({ task }) => waitsForOffice(task) : undefined,
    filter.isUnreturned ? isUnreturned : undefined,
    search ? ({ task }) => holds(task, search) : undefined,
  ];
  const given = tests.filter((test) => test !== undefined);
  return rows.filter((row) => given.every((test) => test(row)));
}

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

function holds({ id, title, leadUnit, quote }: Task, search: string): boolean {
  const text = folded(`${id} ${title} ${leadUnit} ${quote}`);
  return folded(search)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

/** Normalizes `text` for search: lower case, half-width letters, digits and punctuation. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** `rows` in `order`; ties are sorted by due date and id. */
export function sorted(rows: readonly TaskRow[], order: Order): readonly TaskRow[] {
  return rows.toSorted(
    (a, b) => ranks[order](a, b) || byDue(a, b) || (a.task.id < b.task.id ? -1 : 1),
  );
}

const ranks: Readonly<Record<Order, (a: TaskRow, b: TaskRow) => number>> = {
  urgency: (a, b) => colours.indexOf(a.lamp.colour) - colours.indexOf(b.lamp.colour),
  plan: (a, b) => a.task.area - b.task.area || (a.task.id < b.task.id ? -1 : 1),
  unit: (a, b) => a.task.leadUnit.localeCompare(b.task.leadUnit, 'zh-CN'),
  due: byDue,
};

function byDue({ task: { due: a } }: TaskRow, { task: { due: b } }: TaskRow): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Temporal.PlainDate.compare(a, b);
}

/** Number of rows by color and, independently, with missed reports (未反馈). */
export type Counts = Readonly<Record<LampColour, number>> & {
  readonly all: number;
  readonly unreturned: number;
  /** Closed tasks for which the office verified its own work (自核). */
  readonly selfChecked: number;
};

/** Whether a report is missed, which is shown next to the lamp. */
const isUnreturned = ({ lamps }: TaskRow): boolean =>
  lamps.some(
    ({ axis, colour }) => axis === 'reporting' && (colour === 'yellow' || colour === 'red'),
  );

/** `，未反馈3项`; empty if no report was missed. */
export const unreturnedWords = ({ unreturned }: Pick<Counts, 'unreturned'>): string =>
  unreturned === 0 ? '' : `，未反馈${unreturned}项`;

/**
 * Total number of tasks, with withdrawn tasks and tasks from `earlier` years counted separately:
 * `工作188项（含往年结转2项），其中撤销1项，已办结5项（其中园区办自核1项）`.
 */
export function allWords(
  { all, done, withdrawn, selfChecked }: Pick<Counts, 'all' | 'done' | 'withdrawn' | 'selfChecked'>,
  earlier = 0,
): string {
  const carried = earlier === 0 ? '' : `（含往年结转${earlier}项）`;
  const ended = withdrawn === 0 ? '' : `，其中撤销${withdrawn}项`;
  const own = selfChecked === 0 ? '' : `（其中园区办自核${selfChecked}项）`;
  return `工作${all}项${carried}${ended}，已办结${done}项${own}`;
}

/** Number of `rows` by color. */
export function countsOf(rows: readonly TaskRow[]): Counts {
  const counts = {
    red: 0,
    yellow: 0,
    unreported: 0,
    green: 0,
    none: 0,
    done: 0,
    withdrawn: 0,
    all: rows.length,
    unreturned: rows.filter(isUnreturned).length,
    selfChecked: rows.filter(({ task }) => task.status === 'closed' && task.isSelfChecked).length,
  };
  for (const { lamp } of rows) counts[lamp.colour] += 1;
  return counts;
}
