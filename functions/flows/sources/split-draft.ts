import type { ReviewId } from '../../domain/base/ids.ts';
import type { SentencePiece } from '../../domain/sources/account.ts';
import type { Draft } from '../../domain/sources/draft.ts';
import { partOfDraft } from '../../domain/sources/merged-draft.ts';
import type { Review, ReviewDraft } from '../../domain/sources/review.ts';
import { sentencePieces } from '../../reader/cuts.ts';
import { draftOfWords } from '../../reader/drafts/draft-of-words.ts';
import type { ParkContext } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import type { Booker } from '../funding/book-steps.ts';
import type { Versioned } from '../ports.ts';
import { reviewDraftOf, withQuestions } from './draft-questions.ts';
import {
  DRAFT_OVERTAKEN,
  type DraftSeen,
  draftIn,
  draftKeeper,
  isDraftPut,
  nextDraftId,
  refusedDraft,
  refuseTurned,
} from './open-draft.ts';
import { openOne } from './turn-review.ts';

/**
 * Splits a draft in two: the words in front of `at` keep its id, the others become a draft with an id of
 * its own. Both are open again. Made twice, it makes one more draft.
 *
 * @param request - `at` is where the second part begins, in code points of the text.
 * @throws {BadInput} if it cannot be split there, somebody changed it since, the review is not open, or
 *   `by` may not; nothing stays split by half.
 */
export async function splitDraft(
  run: ParkContext,
  booker: Booker,
  review: ReviewId,
  { at, ...seen }: DraftSeen & { readonly at: number },
): Promise<void> {
  const kept = draftIn(await openOne(run, booker, review), seen);
  const front = frontOf(kept.value, at);
  const added = await secondPart(run, booker, { review, whole: kept, at });
  const { year, text } = (await openOne(run, booker, review)).kept.value;
  const part = draftOfWords(text, front, { id: kept.value.draft.id, year });
  const draft = withQuestions(partOfDraft(part, kept.value.draft), []);
  const keeper = draftKeeper(run, booker, '拆成两条');
  if (!(await isDraftPut(run, kept, { ...kept.value, draft, decision: 'open' }, keeper))) {
    await takeBack(run, booker, added.value, kept.value.draft.id);
    throw refusedDraft(kept.value.draft.id, DRAFT_OVERTAKEN);
  }
  await refuseTurned(run, review);
}

/** Drops the second part of a split that did not come about, also if somebody just changed it. */
async function takeBack(
  run: ParkContext,
  booker: Booker,
  added: ReviewDraft,
  whole: string,
): Promise<void> {
  const note = `没有从 ${whole} 拆出`;
  const attempt = async (): Promise<true | typeof LOST> => {
    const now = await run.ports.collections.drafts.find(run.park.id, added.id);
    if (!now) return true;
    const value = { ...now.value, decision: 'dropped' as const, note };
    return (await isDraftPut(run, now, value, draftKeeper(run, booker, note))) || LOST;
  };
  await untilWritten(attempt, () => true);
}

/** The pieces of a draft: each but the first can begin the second part of a split. */
export const draftPieces = ({
  quote,
  start,
}: Pick<Draft, 'quote' | 'start'>): readonly SentencePiece[] =>
  sentencePieces({ text: quote, start });

/** The words of a draft in front of `at`. @throws {BadInput} if none of its pieces begins there. */
function frontOf(
  { draft }: ReviewDraft,
  at: number,
): { readonly start: number; readonly end: number } {
  const pieces = draftPieces(draft);
  const before = pieces[pieces.findIndex(({ start }) => start === at) - 1];
  if (!before) throw refusedDraft(draft.id, '不能在这里拆开，只能在，；、。后面拆');
  return { start: draft.start, end: before.end };
}

/** Stores the words from `at` on as a draft of its own, unless they are one already. */
async function secondPart(
  run: ParkContext,
  booker: Booker,
  {
    review,
    whole,
    at,
  }: { readonly review: ReviewId; readonly whole: Versioned<ReviewDraft>; readonly at: number },
): Promise<Versioned<ReviewDraft>> {
  const attempt = async (): Promise<Versioned<ReviewDraft> | typeof LOST> => {
    const { kept, drafts } = await openOne(run, booker, review);
    const same = drafts.find(
      ({ value: { draft, decision } }) =>
        decision !== 'dropped' && draft.start === at && draft.end === whole.value.draft.end,
    );
    if (same) return same;
    const value = await partFrom(run, kept.value, whole.value, at);
    const keeper = draftKeeper(run, booker, `从 ${whole.value.draft.id} 拆出`);
    if (!(await isDraftPut(run, undefined, value, keeper))) return LOST;
    return (await run.ports.collections.drafts.find(run.park.id, value.id)) ?? LOST;
  };
  return untilWritten(attempt, () => {
    throw refusedDraft(whole.value.draft.id, '同时改的人太多，没有拆，请再试一次');
  });
}

async function partFrom(
  run: ParkContext,
  review: Review,
  { draft: whole, order, review: upload, park }: ReviewDraft,
  at: number,
): Promise<ReviewDraft> {
  const id = await nextDraftId(run, review);
  const part = draftOfWords(review.text, { start: at, end: whole.end }, { id, year: review.year });
  const asked = withQuestions(partOfDraft(part, whole), []);
  const made = reviewDraftOf(upload, park, { draft: asked, alike: null });
  return order === undefined ? made : { ...made, order: order + JUST_BEHIND };
}

/** Behind the first part and in front of what follows it. */
const JUST_BEHIND = 0.001;
