import type { ReviewId } from '../../domain/base/ids.ts';
import { type OrderStep, steppedOrder } from '../../domain/sources/draft-order.ts';
import { inParallel } from '../context/in-parallel.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Booker } from '../funding/book-steps.ts';
import {
  DRAFT_OVERTAKEN,
  type DraftSeen,
  draftIn,
  draftKeeper,
  isDraftPut,
  refusedDraft,
} from './open-draft.ts';
import { openOne } from './turn-review.ts';

/**
 * Moves a draft by one place among those of its review; the first and the last stay where they are.
 *
 * @throws {BadInput} if it is missing, somebody changed it or its neighbor since, the review is not open,
 *   or `by` may not.
 */
export async function moveDraft(
  run: ParkContext,
  booker: Booker,
  review: ReviewId,
  { step, ...seen }: DraftSeen & { readonly step: OrderStep },
): Promise<void> {
  const read = await openOne(run, booker, review);
  const { value } = draftIn(read, seen);
  const keeper = draftKeeper(run, booker, '调整次序');
  const all = read.drafts.map((kept) => ({ ...kept.value, kept }));
  const put = await inParallel(steppedOrder(all, value.id, step), ({ draft: { kept }, order }) =>
    isDraftPut(run, kept, { ...kept.value, order }, keeper),
  );
  if (put.includes(false)) throw refusedDraft(value.draft.id, DRAFT_OVERTAKEN);
}
