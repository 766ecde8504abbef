import type { Contact } from '../../domain/contacts/contact.ts';
import { seenAmong, seenTogether } from '../../domain/nodes/kin-of.ts';
import { namedInFull, type TaskRow, taskRowOf } from '../../domain/papers/board.ts';
import { beforeYear, type Years } from '../../domain/papers/years.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { Source } from '../../domain/sources/source.ts';
import { measured, type TargetFigures } from '../../domain/targets/measured.ts';
import { paceRow, paceRows } from '../../domain/targets/pace-report.ts';
import type { PaceRow } from '../../domain/targets/pace-row.ts';
import { listedOf } from '../../domain/tasks/node.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { isEnded } from '../../domain/tasks/task-status.ts';
import { isOpenFromBefore } from '../../domain/tasks/task-year.ts';
import { taskIn } from '../../domain/years/task-in-year.ts';
import { nowIn, readNodes, readsKin } from '../context/family.ts';
import { figuresOf } from '../context/measured-task.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { yearsFor } from '../context/register-years.ts';
import { sightOf, sourcesFor, type TaskSight } from '../context/sight.ts';
import type { StoredTask } from '../ports.ts';
import { figuresOfTasks } from '../targets/pace-words.ts';

/** One year of the register as one contact may see it. */
export type Board = {
  /** Tasks of the year. */
  readonly rows: readonly TaskRow[];
  /** Open tasks of earlier years (往年未办结), which no count of the year contains. */
  readonly earlier: readonly TaskRow[];
  /** Open reports on sources (报送), which no count contains. */
  readonly answers: readonly TaskRow[];
  /** How the targets of the year stand, in the order of their ids. */
  readonly targets: readonly PaceRow[];
  readonly year: number;
  /** The year and what else can be chosen. */
  readonly years: Years;
  /** Number of items that are left out because their source is restricted. */
  readonly hidden: number;
  /** Where the rows come from. */
  readonly sources: readonly Source[];
};

/**
 * Reads one year of the park's register, with every lamp as of the run's instant, or of the instant at which
 * the year was closed.
 *
 * @param asked - the year that is asked for; undefined for the park's default.
 */
export const readBoard = async (
  run: ParkContext,
  viewer: Contact,
  asked: number | undefined,
): Promise<Board> => boardOf(run, await sightOf(run, viewer), await readTasks(run), asked);

/** As {@link readBoard}, of what of `all` tasks of the park `sight` lets through. */
export async function boardOf(
  run: ParkContext,
  sight: TaskSight,
  all: readonly StoredTask[],
  asked: number | undefined,
): Promise<Board> {
  const tasks = all.map(({ task }) => task);
  const years = await yearsFor(run, sight, tasks, asked);
  const { year } = years;
  const before = beforeYear(year, localDay(run.now, run.rules));
  const shown = all.flatMap((stored) => {
    const inYear = taskIn(stored.task, year);
    if (inYear) return { ...stored, task: inYear };
    return isOpenFromBefore(stored.task, before) ? stored : [];
  });
  // The numbers of a closed year stay as they were at closing.
  const now = years.closed.get(year)?.at ?? run.now;
  const { rows, targets } = await rowsOf({ ...run, now }, sight, shown);
  const own = rows.filter(({ task }) => task.plan === year);
  const ids = new Set<string>(own.map(({ task }) => task.id));
  return {
    rows: own,
    earlier: rows.filter(({ task }) => task.plan !== year),
    answers: answerRows(run, sight, all),
    targets: targets.filter(({ id }) => ids.has(id)),
    year,
    years,
    hidden: listedOf(shown.map(({ task }) => task).filter(sight.isHidden)).length,
    sources: await sourcesFor(
      run,
      sight,
      rows.map(({ task }) => task),
    ),
  };
}

/** The office's reports on sources that are still to be made, whatever their year. */
function answerRows(
  { now, rules }: ParkContext,
  { sees }: TaskSight,
  all: readonly StoredTask[],
): readonly TaskRow[] {
  const today = localDay(now, rules);
  return all
    .filter(({ task }) => task.answers !== undefined && !isEnded(task) && sees(task))
    .map((stored) => taskRowOf(stored, null, today, rules));
}

/** The rows of `board` that a list shows: those of its year, or what is open from earlier ones. */
export const rowsIn = ({ rows, earlier }: Board, isEarlier: boolean): readonly TaskRow[] =>
  isEarlier ? earlier : rows;

/** The tasks of every year that `viewer` may see, for their names. */
export const readTasksOf = async (
  run: ParkContext,
  viewer: Contact,
): Promise<readonly StoredTask[]> => {
  const { sees } = await sightOf(run, viewer);
  return (await readTasks(run)).filter(({ task }) => sees(task));
};

async function rowsOf(
  run: ParkContext,
  sight: TaskSight,
  all: readonly StoredTask[],
): Promise<Pick<Board, 'rows' | 'targets'>> {
  const today = localDay(run.now, run.rules);
  const together = seenTogether(all, nowIn(run));
  const seen = all.filter(({ task }) => sight.sees(task)).map(together);
  const tasks = new Map(seen.map(({ task }) => [task.id, task]));
  const figures = await figuresOfTasks(run, tasks);
  const targets = paceRows(figures, tasks, run.now, run.rules);
  const paces = new Map(targets.map(({ id, lamp }) => [id, lamp]));
  const ofTasks = new Map(figures.targets.map((target) => [target.id, { target, lists: figures }]));
  const shown = seen.map(({ task, version }) => {
    const own = ofTasks.get(task.id);
    const known = own ? measured(task, own, run.now, run.rules) : task;
    const row = taskRowOf({ task: known, version }, paces.get(task.id) ?? null, today, run.rules);
    return { ...row, ...unitNamesIn(run, task) };
  });
  return { rows: underWorks(shown), targets };
}

/** What else the unit of a task was or is called; nothing for one that was never renamed. */
function unitNamesIn({ directory }: ParkContext, { leadUnit }: Task): Pick<TaskRow, 'unitNames'> {
  if (!directory.hasFormerNames) return {};
  const [former, present] = [directory.formerNames(leadUnit), directory.unitNow(leadUnit)];
  if (former.length === 0 && present === leadUnit) return {};
  return { unitNames: { former, present } };
}

/** Nodes stand under their work; one whose work is out of sight stands by itself. */
function underWorks(rows: readonly TaskRow[]): readonly TaskRow[] {
  const nodes = Map.groupBy(rows, ({ task }) => task.nodeOf?.task);
  const listed = new Set(listedOf(rows.map(({ task }) => task)));
  return rows
    .filter(({ task }) => listed.has(task))
    .map((row) => {
      const own = row.task.nodeOf === null ? nodes.get(row.task.id) : undefined;
      if (own) return { ...row, nodes: own.toSorted(byNumber) };
      return row.task.nodeOf === null ? row : namedInFull(row);
    });
}

/** `p22-058.n2` before `p22-058.n10`. */
const byNumber = ({ task: { id: a } }: TaskRow, { task: { id: b } }: TaskRow): number =>
  a.length - b.length || (a < b ? -1 : 1);

/** The row of one task as of the run's instant. */
export async function readRow(run: ParkContext, stored: StoredTask): Promise<TaskRow> {
  const seen = await readsKin(run)(stored.task);
  const task = seen(stored.task);
  return rowWith(run, { ...stored, task }, await figuresOf(run, task));
}

/** The rows of the nodes of `work` that can be read, in the order of their numbers. */
export async function readNodeRows(run: ParkContext, work: Task): Promise<readonly TaskRow[]> {
  if (work.nodes.length === 0) return [];
  const nodes = await readNodes(run, work);
  const seen = seenAmong({ work, nodes }, nowIn(run));
  return nodes.map((node) => rowWith(run, { ...node, task: seen(node.task) }, undefined));
}

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
