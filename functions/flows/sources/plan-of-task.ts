import { type Plan, passageOf } from '../../domain/sources/plan.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { ParkContext } from '../context/park-context.ts';
import { readReviews } from './review.ts';

/**
 * The plan that `task` comes from: the present one of its year, or, where that no
 * longer contains its words, the newest published before that has; null where none was kept.
 */
export async function sourceOf({ ports, park }: ParkContext, task: Task): Promise<Plan | null> {
  const plan = (await ports.register.plan(park.id, task.plan)) ?? null;
  if (plan === null || task.quote === '' || passageOf(plan, task.quote)) return plan;
  const reviews = await readReviews(park.id, ports);
  const before = reviews.find(
    ({ value }) =>
      value.year === task.plan && value.state === 'published' && passageOf(value, task.quote),
  );
  if (!before) return plan;
  const { year, title, text, areas } = before.value;
  return { park: park.id, year, title: `${title}（修订以前）`, text, areas };
}
