import { BadInput } from '../../domain/base/problems.ts';
import { joinsOf, type ReviewDraft, sourceOfReview } from '../../domain/sources/review.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { confirmDrafts } from '../../reader/confirm.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import type { ReviewRead } from './review.ts';

/**
 * The tasks that would be registered if what was read were published now.
 *
 * @throws {BadInput} naming every draft that is not decided, or has no unit with an owner.
 */
export function tasksToPublish(
  { kept, drafts }: ReviewRead,
  { directory, now, park }: ParkContext,
  inHand: boolean,
  at = now,
): readonly Task[] {
  const { year, file } = kept.value;
  const values = drafts.map(({ value }) => value);
  refuseUndecided(values);
  return confirmDrafts(
    values
      .filter((each) => each.decision === 'accepted' && joinsOf(each) === null)
      .map(({ draft }) => draft),
    { plan: year, inHand, units: [], dates: [] },
    { park: park.id, at, source: sourceOfReview(kept.value), directory, file },
  );
}

function refuseUndecided(drafts: readonly ReviewDraft[]): void {
  const open = drafts.filter(({ decision }) => decision === 'open');
  if (open.length === 0) return;
  const message = `还有 ${open.length} 条没有决定`;
  throw new BadInput([{ place: '发布', message, remedy: '请逐条采纳或不采纳' }]);
}

/** The words of every registered promise by its id, also of those that were added to another task. */
export const quotesOf = async (run: ParkContext): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await readTasks(run))
      .flatMap(({ task }) => [task, ...task.alsoFrom])
      .map(({ id, quote }) => [id, quote]),
  );

/** Ids are given when a plan is read; another one that was published since may have used them. */
export function refuseTakenIds(tasks: readonly Task[], known: ReadonlyMap<string, string>): void {
  const taken = tasks.filter(({ id, quote }) => known.has(id) && known.get(id) !== quote);
  const [first] = taken;
  if (!first) return;
  const message = `编号 ${first.id} 等 ${taken.length} 个已被另一次发布使用`;
  throw new BadInput([{ place: '发布', message, remedy: '请放弃这份计划，重新上传' }]);
}
