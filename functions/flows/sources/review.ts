import { Temporal } from 'temporal-polyfill';
import { isReadable } from '../../domain/base/faults.ts';
import type { ReviewId } from '../../domain/base/ids.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import { draftOrder } from '../../domain/sources/draft-order.ts';
import {
  type Review,
  type ReviewDraft,
  sourceOfReview,
  uploadNameOf,
} from '../../domain/sources/review.ts';
import type { ParkContext } from '../context/park-context.ts';
import { sightOf } from '../context/sight.ts';
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

/** Those reviews that `viewer` may see: of a restricted source only who is named for it, the newest first. */
export async function reviewsFor(
  run: ParkContext,
  viewer: Contact,
): Promise<readonly Versioned<Review>[]> {
  const sees = await reviewSight(run, viewer);
  return (await readReviews(run.park.id, run.ports)).filter(({ value }) => sees(value));
}

/** As {@link readReview}; undefined also for one that `viewer` may not see. */
export async function reviewFor(
  run: ParkContext,
  viewer: Contact,
  id: ReviewId,
): Promise<ReviewRead | undefined> {
  const read = await readReview(run.park.id, id, run.ports);
  return read && (await reviewSight(run, viewer))(read.kept.value) ? read : undefined;
}

/** Which reviews `viewer` may see, by themselves and by the source that they are versions of. */
async function reviewSight(
  run: ParkContext,
  viewer: Contact,
): Promise<(review: Review) => boolean> {
  const { seesSource } = await sightOf(run, viewer);
  const sources = await run.sources();
  return (review) => {
    const source = sources.find(({ id }) => id === sourceOfReview(review));
    return seesSource(source ?? review);
  };
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
