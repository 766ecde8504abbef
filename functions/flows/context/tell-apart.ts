import { namesakes, toldApart } from '../../domain/papers/told-apart.ts';
import type { Plan } from '../../domain/sources/plan.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { ParkContext } from './park-context.ts';

/** How `tasks` are shown together; only where titles are equal the plans are read that say more. */
export async function tellApart(
  { ports, park }: Pick<ParkContext, 'ports' | 'park'>,
  tasks: readonly Task[],
): Promise<(task: Task) => Task> {
  const plans = new Map<number, Plan | null>();
  for (const year of new Set(namesakes(tasks).map(({ plan }) => plan))) {
    plans.set(year, (await ports.register.plan(park.id, year)) ?? null);
  }
  return toldApart(tasks, (year) => plans.get(year) ?? null);
}
