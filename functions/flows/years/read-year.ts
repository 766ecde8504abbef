import { localDay } from '../../domain/policy/hours.ts';
import { isRestricted } from '../../domain/sources/readers.ts';
import { paceRow } from '../../domain/targets/pace-report.ts';
import { listedOf } from '../../domain/tasks/node.ts';
import type { TargetStanding } from '../../domain/years/target-results.ts';
import { taskIn } from '../../domain/years/task-in-year.ts';
import { type YearAccount, yearAccount } from '../../domain/years/year-account.ts';
import { type YearRecord, yearId } from '../../domain/years/year-record.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { StoredTask, Versioned } from '../ports.ts';
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
  all: readonly StoredTask[],
  year: number,
): Promise<ReadonlyMap<string, TargetStanding>> {
  const own = all.map(({ task }) => taskIn(task, year)).filter((task) => task !== undefined);
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

/**
 * The account of `year` as its numbers are at the run's instant. It is a paper that anybody may read:
 * what is restricted is counted, and not named.
 */
export async function accountNow(
  run: ParkContext,
  all: readonly StoredTask[],
  year: number,
): Promise<YearAccount> {
  const sources = await run.sourceRecords();
  const ofYear = all.filter(({ task }) => taskIn(task, year) !== undefined);
  const restricted = ofYear.filter(({ task }) => isRestricted(task, sources));
  const open = ofYear.filter((each) => !restricted.includes(each));
  return yearAccount({
    park: run.park.id,
    year,
    today: localDay(run.now, run.rules),
    tasks: open.map(({ task }) => task),
    figures: await standingsIn(run, open, year),
    hidden: listedOf(restricted.map(({ task }) => task)).length,
  });
}
