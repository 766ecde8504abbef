import { areaName, type Plan } from '../sources/plan.ts';
import { fullTitle } from '../tasks/node.ts';
import type { Task } from '../tasks/task.ts';

/** Tasks that share their title with another of `tasks`. */
export const namesakes = (tasks: readonly Task[]): readonly Task[] =>
  [...groupsOf(tasks).values()].filter(({ length }) => length > 1).flat();

const groupsOf = (tasks: readonly Task[]): ReadonlyMap<string, readonly Task[]> => {
  const each = new Map(tasks.map((task) => [task.id, task])).values();
  return Map.groupBy(each, fullTitle);
};

/** Distinguishing marks in order of preference: place, plan, id. */
const marks: readonly ((task: Task, plan: Plan | null) => string)[] = [
  ({ area }, plan) => areaName(area, plan),
  ({ plan: year }) => `${year}年计划`,
  ({ area, plan: year }, plan) => `${year}年计划，${areaName(area, plan)}`,
  ({ id }) => id,
];

/**
 * Adds a distinguishing mark to the titles of `tasks` that share one, so that they are not mistaken
 * for duplicates, and names nodes with their work.
 *
 * @param planOf - plan of a year; null if none is stored.
 */
export function toldApart(
  tasks: readonly Task[],
  planOf: (year: number) => Plan | null,
): (task: Task) => Task {
  const titles = new Map<string, string>();
  for (const group of groupsOf(namesakes(tasks)).values()) {
    const named = marks.map((mark) => group.map((task) => mark(task, planOf(task.plan))));
    const words = named.find((each) => new Set(each).size === group.length);
    group.forEach((task, at) =>
      titles.set(task.id, `${fullTitle(task)}（${words?.[at] ?? task.id}）`),
    );
  }
  return (task) => ({ ...task, title: titles.get(task.id) ?? fullTitle(task) });
}
