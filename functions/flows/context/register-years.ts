import { type ClosedYears, type Years, yearsOf } from '../../domain/papers/years.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { listedOf } from '../../domain/tasks/node.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { ParkContext } from './park-context.ts';
import type { TaskSight } from './sight.ts';

/**
 * The year that is shown to who has `sight`, and what else there is.
 *
 * @param all - every task of the park.
 * @param asked - the year that is asked for; undefined for the park's default.
 */
export async function yearsFor(
  run: ParkContext,
  sight: Pick<TaskSight, 'sees'>,
  all: readonly Task[],
  asked: number | undefined,
): Promise<Years> {
  const today = localDay(run.now, run.rules);
  const seen = listedOf(all.filter((task) => sight.sees(task)));
  const closed = await closedYears(run, all);
  return yearsOf({ all, seen, sources: await run.sources(), closed }, today, asked);
}

/** The years of `all` that are closed; nothing is read where no task is of a year that is over. */
async function closedYears(
  run: ParkContext,
  all: readonly Pick<Task, 'plan' | 'carried'>[],
): Promise<ClosedYears> {
  const { year } = localDay(run.now, run.rules);
  if (!all.some(({ plan, carried = [] }) => plan < year || carried.length > 0)) return new Map();
  return new Map(
    (await run.years()).flatMap(({ year: of, state, closedAt, account }) =>
      state === 'closed' && closedAt !== null
        ? [[of, { at: closedAt, carried: account?.total.carriedOver ?? 0 }] as const]
        : [],
    ),
  );
}
