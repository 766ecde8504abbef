import type { Contact } from '../../domain/contacts/contact.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { paceRow } from '../../domain/targets/pace-report.ts';
import type { YearClosing } from '../../domain/years/closing-line.ts';
import { closingLines } from '../../domain/years/closing-lines.ts';
import type { TargetStanding } from '../../domain/years/target-results.ts';
import { taskIn } from '../../domain/years/task-in-year.ts';
import { yearAccount } from '../../domain/years/year-account.ts';
import { isUndoable, standingOfYear, yearId } from '../../domain/years/year-record.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { sightOf } from '../context/sight.ts';
import type { StoredTask } from '../ports.ts';
import { figuresOfTasks } from '../targets/pace-words.ts';

/**
 * What closing `year` still needs as of the run's instant, and what is decided, as far as `viewer` may
 * see it.
 */
export async function closingOf(
  run: ParkContext,
  viewer: Contact,
  year: number,
): Promise<YearClosing> {
  const { sees } = await sightOf(run, viewer);
  const all = (await readTasks(run)).filter(({ task }) => sees(task));
  const read = await run.ports.collections.years.find(run.park.id, yearId(year));
  const today = localDay(run.now, run.rules);
  const figures = await standingsIn(run, all, year);
  const { lines, asTheyAre } = closingLines(all, read?.value, { year, today, figures });
  const { total } = yearAccount({
    park: run.park.id,
    year,
    today,
    tasks: all.map(({ task }) => task),
    figures,
    hidden: 0,
  });
  return {
    year,
    state: standingOfYear(read?.value, year, today),
    version: read?.version ?? 0,
    lines,
    asTheyAre,
    decided: total,
    closedAt: read?.value.closedAt ?? null,
    isUndoable: isUndoable(read?.value, run.now),
  };
}

/** How the targets of `year` stand, by the ids of their tasks. */
async function standingsIn(
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
