import { paceRow } from '../../domain/targets/pace-report.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { TargetStanding } from '../../domain/years/target-results.ts';
import { taskIn } from '../../domain/years/task-in-year.ts';
import { type YearRecord, yearId } from '../../domain/years/year-record.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Versioned } from '../ports.ts';
import { figuresOfTasks } from '../targets/pace-words.ts';

/** The record of `year`; undefined for one that nothing was decided of. @throws {DamagedRecord} */
export const readYear = (
  { park, ports }: ParkContext,
  year: number,
): Promise<Versioned<YearRecord> | undefined> =>
  ports.collections.years.find(park.id, yearId(year));

/** A year that nothing was decided of. */
export const newYear = ({ park }: ParkContext, year: number): YearRecord => ({
  id: yearId(year),
  park: park.id,
  year,
  state: 'open',
  asTheyAre: [],
  closedAt: null,
  account: null,
});

/** How the targets of `year` among `all` stand, by the ids of their tasks. */
export async function standingsIn(
  run: ParkContext,
  all: readonly Task[],
  year: number,
): Promise<ReadonlyMap<string, TargetStanding>> {
  const own = all.map((task) => taskIn(task, year)).filter((task) => task !== undefined);
  const tasks = new Map(own.filter(({ kind }) => kind === 'target').map((task) => [task.id, task]));
  if (tasks.size === 0) return new Map();
  const { targets, ...lists } = await figuresOfTasks(run, tasks);
  return new Map(
    targets.map((target) => [
      target.id,
      { row: paceRow({ target, lists }, tasks.get(target.id), run.now, run.rules), target },
    ]),
  );
}
