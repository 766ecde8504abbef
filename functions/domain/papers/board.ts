import { Temporal } from 'temporal-polyfill';
import type { Rules } from '../policy/hours.ts';
import { byPlace } from '../sources/place.ts';
import { colours, type Lamp, lampName } from '../tasks/lamp.ts';
import { fullTitle } from '../tasks/node.ts';
import type { Task } from '../tasks/task.ts';
import { type TaskLamps, taskLamps } from '../tasks/task-lamps.ts';

/** A task as shown in lists. */
export type TaskRow = TaskLamps & {
  readonly task: Task;
  /** Version of the task that was read; a change from a form is rejected if it is outdated. */
  readonly version: number;
  /** The nodes of a work, in the order of their numbers; absent for what has none. */
  readonly nodes?: readonly TaskRow[];
  /** Former names of its unit, and the present one; absent where it was never renamed. */
  readonly unitNames?: { readonly former: readonly string[]; readonly present: string };
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

/** `rows`, each followed by those of its nodes, which are named in full. */
export const withNodeRows = (rows: readonly TaskRow[]): readonly TaskRow[] =>
  rows.flatMap((row) => [row, ...(row.nodes ?? []).map(namedInFull)]);

/** The row of a node where it stands alone. */
export const namedInFull = (row: TaskRow): TaskRow => ({
  ...row,
  task: { ...row.task, title: fullTitle(row.task) },
});

/** Text next to a lamp: time to the due date, or why there is no countdown. */
export const rowWords = ({ lamp }: Pick<TaskRow, 'lamp'>): string =>
  lamp.colour === 'done' || lamp.colour === 'withdrawn' ? lampName[lamp.colour] : lamp.reason;

/** Sort order: by urgency, by position in the plan, by unit, by due date. */
export type Order = 'urgency' | 'plan' | 'unit' | 'due';

/** `rows` in `order`; ties are sorted by due date and id. */
export function sorted(rows: readonly TaskRow[], order: Order): readonly TaskRow[] {
  return rows.toSorted(
    (a, b) => ranks[order](a, b) || byDue(a, b) || (a.task.id < b.task.id ? -1 : 1),
  );
}

const ranks: Readonly<Record<Order, (a: TaskRow, b: TaskRow) => number>> = {
  urgency: (a, b) => colours.indexOf(a.lamp.colour) - colours.indexOf(b.lamp.colour),
  plan: (a, b) => byPlace(a.task, b.task) || (a.task.id < b.task.id ? -1 : 1),
  unit: (a, b) => a.task.leadUnit.localeCompare(b.task.leadUnit, 'zh-CN'),
  due: byDue,
};

function byDue({ task: { due: a } }: TaskRow, { task: { due: b } }: TaskRow): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Temporal.PlainDate.compare(a, b);
}
