import type { SourceId } from '../../domain/base/ids.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { Draft } from '../../domain/sources/draft.ts';
import { sourceIdOf } from '../../domain/sources/place.ts';
import { isRestricted } from '../../domain/sources/readers.ts';
import type { Amended, Review, ReviewDraft } from '../../domain/sources/review.ts';
import type { Source } from '../../domain/sources/source.ts';
import { idsOfTask, type Task } from '../../domain/tasks/task.ts';
import { isEnded } from '../../domain/tasks/task-status.ts';
import { type PlanChange as Difference, diffPlan } from '../../reader/diff.ts';
import { matterOf, pairUp, type RegisteredPromise } from '../../reader/pair-promises.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { alikeQuestion, namesakesOf, withQuestions } from './draft-questions.ts';
import { idsTakenBack } from './used-ids.ts';

/** What of a document is new to its source, and what it changes in the register. */
type Compared = Pick<Review, 'unchanged' | 'amended' | 'gone'> & {
  /** With the questions that the comparison raises. */
  readonly news: readonly NewDraft[];
};

/** A draft that is new to its source, and the task of another source that it is much like. */
export type NewDraft = Pick<ReviewDraft, 'draft' | 'alike'>;

/** Compares `drafts` with what `source` made so far. */
export async function comparedDrafts(
  run: ParkContext,
  { source, year, readers }: Pick<Source, 'year' | 'readers'> & { readonly source: SourceId },
  drafts: readonly Draft[],
): Promise<Compared> {
  const tasks = (await readTasks(run)).map(({ task }) => task);
  const registered = registeredOf(tasks, source);
  const known = registered.map(({ promise }) => promise);
  const given = [...tasks.flatMap(idsOfTask), ...(await idsTakenBack(run, source))];
  const used = given.filter((id) => id.startsWith(`${source}-`));
  const differences = diffPlan(drafts, known, { prefix: `${source}-`, used }).map(
    withoutOfficeFields,
  );
  const news = differences.flatMap((each) => (each.sort === 'added' ? [each.draft] : []));
  const sources = await run.sources();
  // What is restricted never becomes one with what is open: the words of one would show with the other.
  const others =
    readers === null
      ? othersOf(tasks, source, year).filter((task) => !isRestricted(task, sources))
      : [];
  const alike = pairUp(
    news.map(matterOf),
    others.map((task) => matterOf(knownOf(task))),
  );
  const ground = { sources, today: localDay(run.now, run.rules) };
  return {
    ...amendmentsOf(differences, registered),
    news: news.map((draft, at) => {
      const other = tasks.find(({ id }) => id === alike.get(at)?.id);
      const asked = withQuestions(draft, namesakesOf(draft, differences));
      if (!other) return { draft: asked, alike: null };
      const questions = [...asked.questions, alikeQuestion(draft, other, ground)];
      return { draft: { ...asked, questions }, alike: other.id };
    }),
  };
}

/** A promise of a source, and the task that it stands with. */
type Registered = { readonly promise: RegisteredPromise; readonly task: Task };

/**
 * The promises of `source` that were ever registered, so that no number is given twice; also those that
 * were added to the task of another source.
 */
const registeredOf = (tasks: readonly Task[], source: SourceId): readonly Registered[] =>
  tasks.flatMap((task) => [
    ...(isOfSource(task, source) ? [{ promise: knownOf(task), task }] : []),
    ...task.alsoFrom
      .filter((joined) => joined.source === source)
      .map((joined) => ({ promise: knownOf({ ...joined, leadUnit: task.leadUnit }), task })),
  ]);

const isOfSource = (task: Task, source: SourceId): boolean =>
  sourceIdOf(task) === source && isOwnPromise(task);

/** Open tasks of `year` that `source` does not have. */
const othersOf = (tasks: readonly Task[], source: SourceId, year: number): readonly Task[] =>
  tasks.filter(
    (task) =>
      task.plan === year &&
      isOwnPromise(task) &&
      !isEnded(task) &&
      sourceIdOf(task) !== source &&
      task.alsoFrom.every((joined) => joined.source !== source),
  );

/** Whether `task` is an item by itself, and not a stage or a node of one, nor what answers a source. */
export const isOwnPromise = ({ stageOf, nodeOf, answers }: Task): boolean =>
  stageOf === null && nodeOf === null && answers === undefined;

/** A registered task as the promise that a plan is compared with. */
export const knownOf = ({
  id,
  quote,
  title,
  kind,
  due,
  metric,
  leadUnit,
}: Pick<
  Task,
  'id' | 'quote' | 'title' | 'kind' | 'due' | 'metric' | 'leadUnit'
>): RegisteredPromise => ({
  id,
  quote,
  title,
  kind,
  due: due?.toString() ?? null,
  metric,
  owners: [leadUnit],
});

/** Without what the office decides and a plan need not say: the unit, and a date that it set. */
function withoutOfficeFields(difference: Difference): Difference {
  if (difference.sort !== 'changed') return difference;
  const { draft } = difference;
  const fields = difference.fields.filter(
    (field) => field !== 'owners' && !(field === 'due' && draft.duePrecision !== 'explicit'),
  );
  return { ...difference, sort: fields.length === 0 ? 'unchanged' : 'changed', fields };
}

/** What an amended plan says of what is registered; nobody is asked about what has ended. */
function amendmentsOf(
  differences: readonly Difference[],
  registered: readonly Registered[],
): Omit<Compared, 'news'> {
  const taskOf = (id: string): Task | undefined =>
    registered.find(({ promise }) => promise.id === id)?.task;
  const isOver = (id: string): boolean => isEnded(taskOf(id) ?? { status: 'withdrawn' });
  const standsWith = (id: string): string => (taskOf(id)?.id === id ? '' : (taskOf(id)?.id ?? ''));
  const amended = differences.flatMap((each) =>
    each.sort === 'changed' && !isOver(each.old.id)
      ? [{ ...amendedOf(each), task: standsWith(each.old.id) }]
      : [],
  );
  const gone = differences.flatMap((each) =>
    each.sort === 'withdrawn' && !isOver(each.old.id)
      ? [{ id: each.old.id, title: each.old.title, task: standsWith(each.old.id) }]
      : [],
  );
  const added = differences.filter(({ sort }) => sort === 'added').length;
  const unchanged = differences.length - added - amended.length - gone.length;
  return { unchanged, amended, gone };
}

const amendedOf = ({
  old,
  fields,
  draft,
}: Extract<Difference, { readonly fields: readonly string[] }>): Omit<Amended, 'task'> => ({
  id: old.id,
  title: old.title,
  fields,
  quote: draft.quote,
  due: draft.due,
  newTitle: draft.title,
  metric: draft.metric,
});
