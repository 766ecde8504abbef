import { isReadable } from '../../domain/base/faults.ts';
import type { SourceId, TaskId } from '../../domain/base/ids.ts';
import { sourceOfReview, uploadNameOf } from '../../domain/sources/review.ts';
import type { ParkContext } from '../context/park-context.ts';

/**
 * The numbers of `source` that a publication gave and that was taken back: its drafts keep them, also once
 * they are dropped, so that no other promise is given one.
 */
export async function idsTakenBack(
  { park, ports }: ParkContext,
  source: SourceId,
): Promise<readonly TaskId[]> {
  const { reviews, drafts } = ports.collections;
  const uploads = (await reviews.all(park.id))
    .filter(isReadable)
    .filter(({ value }) => value.sourceBefore !== undefined && sourceOfReview(value) === source)
    .map(({ value }) => uploadNameOf(value));
  if (uploads.length === 0) return [];
  return (await drafts.all(park.id))
    .filter(isReadable)
    .filter(({ value }) => value.decision === 'accepted' && uploads.includes(value.review))
    .map(({ value }) => value.draft.id as TaskId);
}
