import type { Contact } from '../../domain/contacts/contact.ts';
import { type TaskRow, taskRowOf } from '../../domain/papers/board.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { Source } from '../../domain/sources/source.ts';
import { measured, type TargetFigures } from '../../domain/targets/measured.ts';
import { paceRow, paceRows } from '../../domain/targets/pace-report.ts';
import type { PaceRow } from '../../domain/targets/pace-row.ts';
import { figuresOf } from '../context/measured-task.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { sightOf, sourcesFor, type TaskSight } from '../context/sight.ts';
import type { StoredTask } from '../ports.ts';
import { figuresOfTasks } from '../targets/pace-words.ts';

/** The register as one contact may see it. */
export type Board = {
  readonly rows: readonly TaskRow[];
  /** How the targets among them stand, in the order of their ids. */
  readonly targets: readonly PaceRow[];
  /** Year that the rows are of: the newest of theirs. */
  readonly year: number;
  /** Number of items that are left out because their source is restricted. */
  readonly hidden: number;
  /** Where the rows come from. */
  readonly sources: readonly Source[];
};

/** Reads the whole register of the park, with every lamp as of the run's instant. */
export const readBoard = async (run: ParkContext, viewer: Contact): Promise<Board> =>
  boardOf(run, await sightOf(run, viewer), await readTasks(run));

/** As {@link readBoard}, of what of `all` tasks of the park `sight` lets through. */
export async function boardOf(
  run: ParkContext,
  sight: TaskSight,
  all: readonly StoredTask[],
): Promise<Board> {
  const today = localDay(run.now, run.rules);
  const seen = all.filter(({ task }) => sight.sees(task));
  const tasks = new Map(seen.map(({ task }) => [task.id, task]));
  const figures = await figuresOfTasks(run, tasks);
  const targets = paceRows(figures, tasks, run.now, run.rules);
  const paces = new Map(targets.map(({ id, lamp }) => [id, lamp]));
  const ofTasks = new Map(figures.targets.map((target) => [target.id, { target, lists: figures }]));
  const rows = seen.map(({ task, version }) => {
    const own = ofTasks.get(task.id);
    const known = own ? measured(task, own, run.now, run.rules) : task;
    return taskRowOf({ task: known, version }, paces.get(task.id) ?? null, today, run.rules);
  });
  const newest = rows.reduce((latest, { task }) => Math.max(latest, task.plan), 0);
  const sources = await sourcesFor(
    run,
    sight,
    seen.map(({ task }) => task),
  );
  const hidden = all.filter(({ task }) => sight.isHidden(task)).length;
  return { rows, targets, year: newest || today.year, hidden, sources };
}

/** The row of one task as of the run's instant. */
export const readRow = async (run: ParkContext, stored: StoredTask): Promise<TaskRow> =>
  rowWith(run, stored, await figuresOf(run, stored.task));

/** As {@link readRow}, with the figures of the task, which were read; undefined where it has none. */
export function rowWith(
  { now, rules }: ParkContext,
  { task, version }: StoredTask,
  figures: TargetFigures | undefined,
): TaskRow {
  const pace = figures && paceRow(figures, task, now, rules);
  const known = figures ? measured(task, figures, now, rules) : task;
  return taskRowOf({ task: known, version }, pace?.lamp ?? null, localDay(now, rules), rules);
}
