import { Temporal } from 'temporal-polyfill';
import { type SourceId, TaskId } from '../../domain/base/ids.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { Draft } from '../../domain/sources/draft.ts';
import type { JoinedPromise } from '../../domain/sources/joined-promise.ts';
import {
  joinsOf,
  publicationId,
  type Review,
  type ReviewDraft,
  sourceOfReview,
} from '../../domain/sources/review.ts';
import type { NewTerms } from '../../domain/tasks/terms.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Booker } from '../funding/book-steps.ts';
import { changeTask } from '../tasks/change-task.ts';
import type { ReviewRead } from './review.ts';

/**
 * Adds each accepted draft that is the same as a registered task to that task, once.
 *
 * @throws {BadInput} if a task ended meanwhile; the review can be reopened then.
 */
export async function joinTasks(
  run: ParkContext,
  booker: Booker,
  { kept, drafts }: ReviewRead,
): Promise<void> {
  const why = `发布《${kept.value.title}》，是同一件事`;
  for (const { value } of drafts) {
    const task = value.decision === 'accepted' ? joinsOf(value) : null;
    if (task === null || (await isJoined(run, task, value.draft))) continue;
    const terms = joiningTerms(run, kept.value, value);
    const mover = { ...booker, task, why, batch: publicationId(kept.value) };
    await changeTask(run, mover, { act: 'amend', terms });
  }
}

async function isJoined(
  { park, ports }: ParkContext,
  task: TaskId,
  { id }: Draft,
): Promise<boolean> {
  const stored = await ports.register.task(park.id, task);
  return stored?.task.alsoFrom.some((each) => each.id === id) ?? false;
}

/** A date that has passed since the office chose it is not taken. */
function joiningTerms(
  { now, rules }: ParkContext,
  review: Review,
  { draft, alikeIs }: ReviewDraft,
): NewTerms {
  const promise = joinedPromise(sourceOfReview(review), draft);
  const { due } = promise;
  const isAhead = due !== null && Temporal.PlainDate.compare(due, localDay(now, rules)) >= 0;
  return { joins: promise, ...(alikeIs === 'sameNewDate' && isAhead && { due }) };
}

const joinedPromise = (
  source: SourceId,
  { id, area, title, quote, kind, due, metric }: Draft,
): JoinedPromise => ({
  source,
  id: TaskId.parse(id),
  area,
  title,
  quote,
  kind,
  due: due === null ? null : Temporal.PlainDate.from(due),
  metric,
});
