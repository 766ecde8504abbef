import { placeName, sourceFor } from '../sources/place.ts';
import type { Source } from '../sources/source.ts';
import { fullTitle } from '../tasks/node.ts';
import type { Task } from '../tasks/task.ts';

/** Tasks that share their title with another of `tasks`. */
export const namesakes = (tasks: readonly Task[]): readonly Task[] =>
  [...groupsOf(tasks).values()].filter(({ length }) => length > 1).flat();

const groupsOf = (tasks: readonly Task[]): ReadonlyMap<string, readonly Task[]> => {
  const each = new Map(tasks.map((task) => [task.id, task])).values();
  return Map.groupBy(each, fullTitle);
};

/** Distinguishing marks in order of preference: place, source, both, id. */
const marks: readonly ((task: Task, sources: readonly Source[]) => string)[] = [
  placeName,
  sourceName,
  (task, sources) => `${sourceName(task, sources)}，${placeName(task, sources)}`,
  ({ id }) => id,
];

/** Short name of the source of `task`: a plan by its year, others by title. */
function sourceName(task: Task, sources: readonly Source[]): string {
  const source = sourceFor(task, sources);
  return source === null || source.kind === 'annualPlan' ? `${task.plan}年计划` : source.title;
}

/**
 * Adds a distinguishing mark to the titles of `tasks` that share one, so that they are not mistaken
 * for duplicates, and names nodes with their work.
 */
export function toldApart(
  tasks: readonly Task[],
  sources: readonly Source[],
): (task: Task) => Task {
  const titles = new Map<string, string>();
  for (const group of groupsOf(namesakes(tasks)).values()) {
    const named = marks.map((mark) => group.map((task) => mark(task, sources)));
    const words = named.find((each) => new Set(each).size === group.length);
    group.forEach((task, at) =>
      titles.set(task.id, `${fullTitle(task)}（${words?.[at] ?? task.id}）`),
    );
  }
  return (task) => ({ ...task, title: titles.get(task.id) ?? fullTitle(task) });
}
