import { DamagedRecord, isReadable } from '../../domain/base/faults.ts';
import { SourceId } from '../../domain/base/ids.ts';
import { isUnderWay, type Review, uploadNameOf } from '../../domain/sources/review.ts';
import type { Ports, Versioned } from '../ports.ts';
import { refusedUpload } from './read-upload.ts';

/**
 * What the reviews of a year leave to a new one: its id, or that of the one that `name` was uploaded
 * as already. Each takes the next number and none is ever deleted, so that nobody begins another one
 * before all others have ended.
 *
 * @throws {BadInput} if another one is under way: two would give the same numbers to different promises.
 */
export async function knownReviews(
  park: string,
  { year, name }: { readonly year: number; readonly name: string },
  { collections }: Ports,
): Promise<{ readonly same?: SourceId; readonly next: SourceId }> {
  const all = await collections.reviews.all(park);
  const whole = all.filter(isReadable).map(({ value }) => value);
  const same = whole.find((review) => uploadNameOf(review) === name);
  const number = 1 + all.map(nameIn).filter((id) => id.startsWith(`${year}-`)).length;
  const next = SourceId.parse(`${year}-${number}`);
  if (same) return { same: same.id, next };
  const other = whole.find((review) => review.year === year && isUnderWay(review));
  if (!other) return { next };
  const message = `${year}年的计划“${other.file}”还没有发布`;
  throw refusedUpload('计划', message, '请先发布或放弃那一份，再上传');
}

/** The id of a review, also of one that cannot be read. */
const nameIn = (review: Versioned<Review> | DamagedRecord): string =>
  review instanceof DamagedRecord ? review.key.replace(/^.*#/, '') : review.value.id;
