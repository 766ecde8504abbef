import { isReadable } from '../../domain/base/faults.ts';
import type { ReviewId, TaskId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { type Review, type ReviewDraft, sourceOfReview } from '../../domain/sources/review.ts';
import { freeNumber, numberedId } from '../../domain/sources/source-code.ts';
import { makerOf } from '../context/maker.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { type Author, nextOf } from '../context/update-record.ts';
import type { Booker } from '../funding/book-steps.ts';
import type { Versioned } from '../ports.ts';
import type { ReviewRead } from './review.ts';
import { turnedMeanwhile } from './turn-review.ts';

/** The id of the next new draft of `review`: no draft and no task of its source ever had it. */
export async function nextDraftId(run: ParkContext, review: Review): Promise<TaskId> {
  const source = sourceOfReview(review);
  const tasks = (await readTasks(run)).map(({ task }) => task.id);
  const drafts = (await run.ports.collections.drafts.all(run.park.id)).filter(isReadable);
  const ids = [...tasks, ...drafts.map(({ value }) => value.draft.id)];
  return numberedId(source, freeNumber(source, ids));
}

/** A draft of `read` by its number, in the version that it was seen in. */
export type DraftSeen = { readonly draft: string; readonly version?: number | undefined };

/** @throws {BadInput} if there is no such draft, or somebody changed it since it was seen. */
export function draftIn({ drafts }: ReviewRead, seen: DraftSeen): Versioned<ReviewDraft> {
  const kept = drafts.find(({ value }) => [value.draft.id, value.id].includes(seen.draft));
  if (!kept) throw refusedDraft(seen.draft, '没有这条草稿');
  if (seen.version !== undefined && seen.version !== kept.version) {
    throw refusedDraft(seen.draft, DRAFT_OVERTAKEN);
  }
  return kept;
}

export const DRAFT_OVERTAKEN = '别人刚刚改过，请看过再办';

/** A draft that is left as it is, and why, in words for the office. */
export const refusedDraft = (id: string, message: string): BadInput =>
  new BadInput([{ place: id, message, remedy: '请回到草稿核对' }]);

/** Who changes a draft. */
export const draftKeeper = (run: ParkContext, booker: Booker, why = ''): Author => ({
  ...makerOf(run, booker),
  what: '核对草稿',
  why,
});

/** Puts a changed draft in place of `kept`; false where somebody else changed it meanwhile. */
export async function isDraftPut(
  { ports }: ParkContext,
  kept: Versioned<ReviewDraft> | undefined,
  value: ReviewDraft,
  author: Author,
): Promise<boolean> {
  const next = nextOf(kept, value, author, ports);
  return (await ports.collections.drafts.put(kept, next)) === 'written';
}

/** @throws {BadInput} if the review was turned since it was read: a publication may not have seen the change. */
export async function refuseTurned(run: ParkContext, id: ReviewId): Promise<void> {
  const turned = await turnedMeanwhile(run.park.id, id, run.ports);
  if (turned !== undefined) throw refusedDraft(id, turned);
}
