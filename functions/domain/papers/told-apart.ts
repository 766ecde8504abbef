import { areaName, type Plan } from '../sources/plan.ts';
import type { Task } from '../tasks/task.ts';

/** Those of `tasks` whose title another one of them has, too. */
export const namesakes = (tasks: readonly Task[]): readonly Task[] =>
  [...groupsOf(tasks).values()].filter(({ length }) => length > 1).flat();

const groupsOf = (tasks: readonly Task[]): ReadonlyMap<string, readonly Task[]> => {
  const each = new Map(tasks.map((task) => [task.id, task])).values();
  return Map.groupBy(each, ({ title }) => title);
};

/** What may tell tasks of one title apart, the first that does: where they stand, their plan, their id. */
const marks: readonly ((task: Task, plan: Plan | null) => string)[] = [
  ({ area }, plan) => areaName(area, plan),
  ({ plan: year }) => `${year}年计划`,
  ({ area, plan: year }, plan) => `${year}年计划，${areaName(area, plan)}`,
  ({ id }) => id,
];

/**
 * How `tasks`, which are shown together, are shown: those that share a title have in it what tells
 * them apart, so that nobody takes two for one that is there twice.
 *
 * @param planOf - the plan of a year; null where none was kept.
 */
export function toldApart(
  tasks: readonly Task[],
  planOf: (year: number) => Plan | null,
): (task: Task) => Task {
  const titles = new Map<string, string>();
  for (const group of groupsOf(namesakes(tasks)).values()) {
    const named = marks.map((mark) => group.map((task) => mark(task, planOf(task.plan))));
    const words = named.find((each) => new Set(each).size === group.length);
    group.forEach(({ id, title }, at) => titles.set(id, `${title}（${words?.[at] ?? id}）`));
  }
  return (task) => ({ ...task, title: titles.get(task.id) ?? task.title });
}
