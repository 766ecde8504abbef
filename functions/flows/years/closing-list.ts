import type { Contact } from '../../domain/contacts/contact.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { YearClosing } from '../../domain/years/closing-line.ts';
import { closingLines, type YearLines } from '../../domain/years/closing-lines.ts';
import { yearAccount } from '../../domain/years/year-account.ts';
import { canTakeBack, standingOfYear, type YearRecord } from '../../domain/years/year-record.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { sightOf } from '../context/sight.ts';
import type { StoredTask } from '../ports.ts';
import { readYear, standingsIn } from './read-year.ts';

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
  const read = await readYear(run, year);
  const today = localDay(run.now, run.rules);
  const tasks = all.map(({ task }) => task);
  const figures = await standingsIn(run, tasks, year);
  const { total } = yearAccount({ park: run.park.id, year, today, tasks, figures, hidden: 0 });
  return {
    year,
    state: standingOfYear(read?.value, year, today),
    version: read?.version ?? 0,
    ...closingLines(all, read?.value, { year, today, figures }),
    decided: total,
    closedAt: read?.value.closedAt ?? null,
    canTakeBack: canTakeBack(read?.value, run.now),
  };
}

/** The lines of `year` among `all` tasks of the park, also those that are frozen already. */
export async function linesOfYear(
  run: ParkContext,
  all: readonly StoredTask[],
  record: YearRecord,
): Promise<YearLines> {
  const { year } = record;
  const today = localDay(run.now, run.rules);
  const thawed = all.map(({ task, version }) => {
    const { yearClosed: _, ...rest } = task;
    return { task: rest, version };
  });
  const figures = await standingsIn(
    run,
    thawed.map(({ task }) => task),
    year,
  );
  return closingLines(thawed, record, { year, today, figures });
}
