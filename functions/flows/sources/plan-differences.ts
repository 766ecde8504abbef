import type { SourceId } from '../../domain/base/ids.ts';
import type { Draft } from '../../domain/sources/draft.ts';
import { sourceIdOf } from '../../domain/sources/place.ts';
import type { Amended, Review } from '../../domain/sources/review.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { isEnded } from '../../domain/tasks/task-status.ts';
import { type PlanChange as Difference, diffPlan } from '../../reader/diff.ts';
import type { RegisteredPromise } from '../../reader/pair-promises.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { namesakesOf, withQuestions } from './draft-questions.ts';

/** What of a document is new to its source, and what it changes in the register. */
type Compared = Pick<Review, 'unchanged' | 'amended' | 'gone'> & {
  /** With the questions that the comparison raises. */
  readonly news: readonly Draft[];
};

/** Compares `drafts` with what `source` made so far. */
export async function comparedDrafts(
  run: ParkContext,
  source: SourceId,
  drafts: readonly Draft[],
): Promise<Compared> {
  const registered = await registeredOf(run, source);
  const differences = diffPlan(drafts, registered.map(knownOf), `${source}-`).map(
    withoutOfficeFields,
  );
  const news = differences.flatMap((each) => (each.sort === 'added' ? [each.draft] : []));
  const ended = new Set(registered.filter(isEnded).map(({ id }) => id));
  return {
    ...amendmentsOf(differences, ended),
    news: news.map((draft) => withQuestions(draft, namesakesOf(draft, differences))),
  };
}

/** The promises of `source` that were ever registered, so that no number is given twice. */
async function registeredOf(run: ParkContext, source: SourceId): Promise<readonly Task[]> {
  const tasks = (await readTasks(run)).map(({ task }) => task);
  return tasks.filter((task) => sourceIdOf(task) === source && task.stageOf === null);
}

/** A registered task as the promise that a plan is compared with. */
export const knownOf = ({
  id,
  quote,
  title,
  kind,
  due,
  metric,
  leadUnit,
}: Task): RegisteredPromise => ({
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
  ended: ReadonlySet<string>,
): Omit<Compared, 'news'> {
  const amended = differences.flatMap((each) =>
    each.sort === 'changed' && !ended.has(each.old.id) ? [amendedOf(each)] : [],
  );
  const gone = differences.flatMap((each) =>
    each.sort === 'withdrawn' && !ended.has(each.old.id)
      ? [{ id: each.old.id, title: each.old.title }]
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
}: Extract<Difference, { readonly fields: readonly string[] }>): Amended => ({
  id: old.id,
  title: old.title,
  fields,
  quote: draft.quote,
  due: draft.due,
  newTitle: draft.title,
  metric: draft.metric,
});
