import { Temporal } from 'temporal-polyfill';
import { isReadable } from '../../domain/base/faults.ts';
import type { ReviewId } from '../../domain/base/ids.ts';
import { draftOrder } from '../../domain/sources/draft-order.ts';
import { type Review, type ReviewDraft, uploadNameOf } from '../../domain/sources/review.ts';
import type { Ports, Versioned } from '../ports.ts';

/** A plan under review with its drafts, in the order of the plan unless the office moved them. */
export type ReviewRead = {
  readonly kept: Versioned<Review>;
  readonly drafts: readonly Versioned<ReviewDraft>[];
};

/** Every plan that was uploaded, the newest first. */
export async function readReviews(
  park: string,
  { collections }: Pick<Ports, 'collections'>,
): Promise<readonly Versioned<Review>[]> {
  const reviews = (await collections.reviews.all(park)).filter(isReadable);
  return reviews.toSorted((a, b) => Temporal.Instant.compare(b.lastChange.at, a.lastChange.at));
}

/** The review called `id`; undefined where there is none. */
export async function readReview(
  park: string,
  id: ReviewId,
  { collections }: Pick<Ports, 'collections'>,
): Promise<ReviewRead | undefined> {
  const kept = await collections.reviews.find(park, id);
  if (!kept) return undefined;
  const drafts = (await collections.drafts.all(park)).filter(isReadable);
  return {
    kept,
    drafts: drafts
      .filter(({ value }) => value.review === uploadNameOf(kept.value))
      .toSorted((a, b) => draftOrder(a.value) - draftOrder(b.value)),
  };
}
