import type { TaskId } from '../../domain/base/ids.ts';
import { publicationId, type Review, sourceOfReview } from '../../domain/sources/review.ts';
import { answersOf } from '../../domain/tasks/answer-task.ts';
import { isEnded } from '../../domain/tasks/task-status.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import type { Booker } from '../funding/book-steps.ts';
import { settleAnswer } from './answer-source.ts';
import { sourceAsRead } from './keep-source.ts';

/** Has what is to be reported on the source of `review` kept by a task, if the review says so. */
export async function answerPublished(
  run: ParkContext,
  booker: Booker,
  review: Review,
): Promise<void> {
  const { answer } = review;
  if (!answer) return;
  const { before: source } = await sourceAsRead(run, sourceOfReview(review));
  if (!source) return;
  const entry = publicationId(review);
  await settleAnswer(run, booker, { source, answer, isEntered: false, entry });
}

/** Ids of the open reports on the source that the publication of `review` made. */
export async function answersPublished(
  run: ParkContext,
  review: Review,
): Promise<readonly TaskId[]> {
  if (!review.answer || review.sourceBefore?.answer) return [];
  const tasks = (await readTasks(run)).map(({ task }) => task);
  return answersOf(tasks, sourceOfReview(review)).flatMap((task) =>
    isEnded(task) ? [] : [task.id],
  );
}

/** Has a report that the publication of `review` changed as the source before it said. */
export async function answerRestored(
  run: ParkContext,
  booker: Booker,
  review: Review,
): Promise<void> {
  const { answer, sourceBefore: source } = review;
  if (!answer || !source?.answer) return;
  await settleAnswer(run, booker, { source, answer: source.answer, isEntered: false });
}
