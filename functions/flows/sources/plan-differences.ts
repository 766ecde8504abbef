import type { Amended, Review } from '../../domain/sources/review.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { PlanChange as Difference } from '../../reader/diff.ts';
import type { RegisteredPromise } from '../../reader/pair-promises.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';

/** The promises of that year that were ever registered, so that no number is given twice. */
export async function registeredOf(run: ParkContext, year: number): Promise<readonly Task[]> {
  const tasks = (await readTasks(run)).map(({ task }) => task);
  return tasks.filter(
    ({ plan, stageOf, nodeOf }) => plan === year && stageOf === null && nodeOf === null,
  );
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
export function withoutOfficeFields(difference: Difference): Difference {
  if (difference.sort !== 'changed') return difference;
  const { draft } = difference;
  const fields = difference.fields.filter(
    (field) => field !== 'owners' && !(field === 'due' && draft.duePrecision !== 'explicit'),
  );
  return { ...difference, sort: fields.length === 0 ? 'unchanged' : 'changed', fields };
}

/** What an amended plan says of what is registered; nobody is asked about what has ended. */
export function amendmentsOf(
  differences: readonly Difference[],
  ended: ReadonlySet<string>,
): Pick<Review, 'unchanged' | 'amended' | 'gone'> {
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
});
