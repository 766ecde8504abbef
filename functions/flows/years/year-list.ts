import type { Contact } from '../../domain/contacts/contact.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { standingOfYear, type YearStanding } from '../../domain/years/year-record.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { yearsFor } from '../context/register-years.ts';
import { sightOf } from '../context/sight.ts';

/** One year of the park. */
export type YearListed = {
  readonly year: number;
  readonly state: YearStanding;
  /** Tasks of that year that the viewer may see. */
  readonly count: number;
  /** Works that were carried over from it, by its frozen account; null for one that is not closed. */
  readonly carriedOver: number | null;
};

/** The years that have tasks or sources, newest first. */
export async function yearList(run: ParkContext, viewer: Contact): Promise<readonly YearListed[]> {
  const sight = await sightOf(run, viewer);
  const tasks = (await readTasks(run)).map(({ task }) => task);
  const { choices } = await yearsFor(run, sight, tasks, undefined);
  const records = new Map((await run.years()).map((each) => [each.year, each]));
  const today = localDay(run.now, run.rules);
  return choices.map(({ year, count }) => ({
    year,
    count,
    state: standingOfYear(records.get(year), year, today),
    carriedOver: records.get(year)?.account?.total.carriedOver ?? null,
  }));
}
