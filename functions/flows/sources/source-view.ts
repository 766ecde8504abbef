import type { SourceId } from '../../domain/base/ids.ts';
import type { Change } from '../../domain/contacts/change.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import { isInPlace } from '../../domain/sources/place.ts';
import type { Source } from '../../domain/sources/source.ts';
import type { SourceAnswer } from '../../domain/sources/source-answer.ts';
import { answersOf, itemsToAnswer } from '../../domain/tasks/answer-task.ts';
import { listedOf } from '../../domain/tasks/node.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { sightOf } from '../context/sight.ts';

/** A source as one contact may see it. */
export type SourceView = {
  readonly source: Source;
  /** 0 for a plan that was stored before sources were records. */
  readonly version: number;
  /** Number of its tasks that the viewer may see. */
  readonly tasks: number;
  /** What is to be reported on it; null where nothing is. */
  readonly answer: AnswerView | null;
};

/** What is to be reported on a source, and how far it is. */
export type AnswerView = SourceAnswer & {
  /** The office's task that keeps it; undefined where the viewer may not see it. */
  readonly task: Task | undefined;
  /** Of the tasks of the source that the viewer may see. */
  readonly items: ReturnType<typeof itemsToAnswer>;
};

/** The sources that `viewer` may see, in the order of their codes. */
export async function sourceViews(
  run: ParkContext,
  viewer: Contact,
): Promise<readonly SourceView[]> {
  const { tasks, sources } = await seenBy(run, viewer);
  return Promise.all(sources.map((source) => viewOf(run, source, tasks)));
}

/** The source called `id`; undefined where `viewer` may see none of that name. */
export async function sourceView(
  run: ParkContext,
  viewer: Contact,
  id: SourceId,
): Promise<SourceView | undefined> {
  const { tasks, sources } = await seenBy(run, viewer);
  const source = sources.find((each) => each.id === id);
  return source && viewOf(run, source, tasks);
}

async function seenBy(
  run: ParkContext,
  viewer: Contact,
): Promise<{ readonly tasks: readonly Task[]; readonly sources: readonly Source[] }> {
  const { sees, seesSource } = await sightOf(run, viewer);
  const tasks = (await readTasks(run)).map(({ task }) => task).filter(sees);
  return { tasks, sources: (await run.sources()).filter(seesSource) };
}

async function viewOf(
  { ports, park }: ParkContext,
  source: Source,
  tasks: readonly Task[],
): Promise<SourceView> {
  const kept = await ports.collections.sources.find(park.id, source.id);
  const own = listedOf(tasks.filter((task) => isInPlace(task, { source: source.id })));
  const now = kept?.value ?? source;
  const answer = answerView(now, tasks);
  return { source: now, version: kept?.version ?? 0, tasks: own.length, answer };
}

/** The date is that of the task, which the office may have changed there. */
function answerView({ id, answer }: Source, tasks: readonly Task[]): AnswerView | null {
  if (!answer) return null;
  const task = answersOf(tasks, id).at(-1);
  return { ...answer, due: task?.due ?? answer.due, task, items: itemsToAnswer(tasks, id) };
}

/** Every change of the source `id`, oldest first. */
export const sourceHistory = (
  { ports, park }: ParkContext,
  id: SourceId,
): Promise<readonly Change[]> => ports.collections.sources.history(park.id, id);
