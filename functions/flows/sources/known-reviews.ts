import { DamagedRecord, isReadable } from '../../domain/base/faults.ts';
import { ReviewId } from '../../domain/base/ids.ts';
import { type Review, uploadNameOf } from '../../domain/sources/review.ts';
import type { Ports, Versioned } from '../ports.ts';

/** The reviews of a park as a new one of a year finds them. */
export type KnownReviews = {
  /** Id of the review that the same upload became already. */
  readonly same?: ReviewId;
  /** Id of a new review: each takes the next number of its year, and none is ever deleted. */
  readonly next: ReviewId;
  /** Those that can be read. */
  readonly reviews: readonly Review[];
};

/** Reads the reviews of `park` for an upload called `name`. */
export async function knownReviews(
  park: string,
  { year, name }: { readonly year: number; readonly name: string },
  { collections }: Ports,
): Promise<KnownReviews> {
  const all = await collections.reviews.all(park);
  const reviews = all.filter(isReadable).map(({ value }) => value);
  const same = reviews.find((review) => uploadNameOf(review) === name);
  const number = 1 + all.map(nameIn).filter((id) => id.startsWith(`${year}-`)).length;
  const next = ReviewId.parse(`${year}-${number}`);
  return same ? { same: same.id, next, reviews } : { next, reviews };
}

/** The id of a review, also of one that cannot be read. */
const nameIn = (review: Versioned<Review> | DamagedRecord): string =>
  review instanceof DamagedRecord ? review.key.replace(/^.*#/, '') : review.value.id;
