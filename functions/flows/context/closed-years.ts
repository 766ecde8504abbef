import { BadInput } from '../../domain/base/problems.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { yearId } from '../../domain/years/year-record.ts';
import type { ParkContext } from './park-context.ts';

/**
 * Refuses to change anything of a year that is closed, or being closed. Only years that are over are
 * looked up, so that ordinary work reads nothing more.
 *
 * @param place - what is refused, as the message names it.
 * @throws {BadInput}
 */
export async function refuseClosedYears(
  run: ParkContext,
  years: Iterable<number>,
  place: string,
): Promise<void> {
  const { year: current } = localDay(run.now, run.rules);
  for (const year of [...new Set(years)].filter((each) => each < current)) {
    const read = await run.ports.collections.years.find(run.park.id, yearId(year));
    const state = read?.value.state ?? 'open';
    if (state === 'open') continue;
    const message =
      state === 'closed' ? `${year}年已封账，不能再改` : `${year}年正在封账，不能再改`;
    throw new BadInput([{ place, message, remedy: `确需改的，请园区办先重新打开${year}年` }]);
  }
}

/**
 * As {@link refuseClosedYears}, of a task in the states before and after a change. What answers a source
 * counts in no year.
 *
 * @throws {BadInput}
 */
export async function refuseClosedYear(
  run: ParkContext,
  states: readonly [Task, ...Task[]],
): Promise<void> {
  const [{ id }] = states;
  const years = states.filter(({ answers }) => answers === undefined).map(({ plan }) => plan);
  await refuseClosedYears(run, years, `事项 ${id}`);
}
