import type { ReviewId } from '../../domain/base/ids.ts';
import { mergedDraft } from '../../domain/sources/merged-draft.ts';
import type { ReviewDraft } from '../../domain/sources/review.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Booker } from '../funding/book-steps.ts';
import type { Versioned } from '../ports.ts';
import {
  DRAFT_OVERTAKEN,
  type DraftSeen,
  draftIn,
  draftKeeper,
  isDraftPut,
  refusedDraft,
  refuseTurned,
} from './open-draft.ts';
import type { ReviewRead } from './review.ts';
import { openOne } from './turn-review.ts';

/**
 * Merges two drafts: the first of the text keeps its id and is open again, the other is dropped and says
 * where it went. Words that stand next to each other are quoted as one.
 *
 * @param request - `into` is the id of the draft that it is merged with.
 * @returns the id of the draft that stays.
 * @throws {BadInput} if one of them is missing or dropped, somebody changed one, the review is not open,
 *   or `by` may not; nothing stays merged by half.
 */
export async function mergeDrafts(
  run: ParkContext,
  booker: Booker,
  review: ReviewId,
  { into, ...seen }: DraftSeen & { readonly into: string },
): Promise<string> {
  const read = await openOne(run, booker, review);
  const [one, two] = [draftIn(read, seen), draftIn(read, { draft: into })];
  refuseUnmergeable(one.value, two.value);
  const [first, other] = two.value.draft.start < one.value.draft.start ? [two, one] : [one, two];
  const { id } = first.value.draft;
  const text = areNeighbors(read, first.value, other.value) ? read.kept.value.text : undefined;
  const draft = mergedDraft(first.value.draft, other.value.draft, text);
  const keeper = draftKeeper(run, booker, `并入 ${id}`);
  const gone = { ...other.value, decision: 'dropped' as const, note: `并入 ${id}` };
  if (!(await isDraftPut(run, other, gone, keeper))) {
    throw refusedDraft(other.value.draft.id, DRAFT_OVERTAKEN);
  }
  if (!(await isDraftPut(run, first, { ...first.value, draft, decision: 'open' }, keeper))) {
    await putBack(run, booker, other);
    throw refusedDraft(id, DRAFT_OVERTAKEN);
  }
  await refuseTurned(run, review);
  return id;
}

function refuseUnmergeable(one: ReviewDraft, two: ReviewDraft): void {
  if (one.id === two.id) throw refusedDraft(one.draft.id, '不能并入自己');
  const dropped = [one, two].find(({ decision }) => decision === 'dropped');
  if (dropped) throw refusedDraft(dropped.draft.id, '已不采纳，要并的请先退回待定');
}

/** Whether two drafts stand in one paragraph with no other draft between them. */
function areNeighbors(
  { kept, drafts }: ReviewRead,
  { draft: first }: ReviewDraft,
  { draft: other }: ReviewDraft,
): boolean {
  const between = Array.from(kept.value.text).slice(first.end, other.start);
  const isApart = drafts.some(
    ({ value: { draft, decision } }) =>
      decision !== 'dropped' && draft.start >= first.end && draft.end <= other.start,
  );
  return !between.includes('\n') && !isApart;
}

/** Takes back that a draft was dropped, unless somebody changed it since. */
async function putBack(
  run: ParkContext,
  booker: Booker,
  { value }: Versioned<ReviewDraft>,
): Promise<void> {
  const now = await run.ports.collections.drafts.find(run.park.id, value.id);
  if (now?.value.decision === 'dropped') {
    await isDraftPut(run, now, value, draftKeeper(run, booker, '没有并成'));
  }
}
