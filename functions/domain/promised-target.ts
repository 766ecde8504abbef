import { Target } from './target.ts';
import type { Task } from './task.ts';

/**
 * How the number that `task` promises is returned until somebody says otherwise: monthly, from
 * January on, against equal shares of the year. Undefined for a task without a number to reach.
 */
export function promisedTarget({ id, park, plan, kind, metric }: Task): Target | undefined {
  if (kind !== 'target' || metric === null) return undefined;
  const { name, unit, value, comparator } = metric;
  const promised = { id, park, plan, name, unit, goal: String(value), comparator };
  return Target.safeParse({ ...promised, basis: 'cumulative' }).data;
}
