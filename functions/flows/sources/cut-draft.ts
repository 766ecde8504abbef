import type { ReviewId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { Cut } from '../../domain/sources/account.ts';
import type { ReviewDraft } from '../../domain/sources/review.ts';
import { spanOfCut } from '../../reader/cuts.ts';
import { draftOfWords } from '../../reader/drafts/draft-of-words.ts';
import type { ParkContext } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import type { Booker } from '../funding/book-steps.ts';
import { reviewDraftOf } from './draft-questions.ts';
import { draftKeeper, isDraftPut, nextDraftId, refusedDraft, refuseTurned } from './open-draft.ts';
import { readAccount } from './read-account.ts';
import { openOne } from './turn-review.ts';

/**
 * Makes words of the text of a review an open draft with a number of its own. Words that are a draft
 * already stay that one, so that a press that is made twice makes one draft.
 *
 * @throws {BadInput} if it cannot be told which words are meant, they are a dropped draft, the review is
 *   not open, or `by` may not.
 */
export async function cutDraft(
  run: ParkContext,
  booker: Booker,
  review: ReviewId,
  cut: Cut,
): Promise<ReviewDraft> {
  const attempt = async (): Promise<ReviewDraft | typeof LOST> => {
    const read = await openOne(run, booker, review);
    const { value } = read.kept;
    const { sentences } = await readAccount(run, read);
    const span = spanOfCut(value.text, sentences, cut);
    if ('refusal' in span) throw refusedCut(span.refusal);
    const same = read.drafts.find(
      ({ value: { draft } }) => draft.start === span.start && draft.end === span.end,
    );
    if (same) return knownDraft(same.value);
    const id = await nextDraftId(run, value);
    const draft = draftOfWords(value.text, span, { id, year: value.year });
    const made = reviewDraftOf(value.upload || value.id, value.park, { draft, alike: null });
    return (await isDraftPut(run, undefined, made, draftKeeper(run, booker))) ? made : LOST;
  };
  const made = await untilWritten(attempt, () => {
    throw refusedCut('同时列的草稿太多，没有列入，请再试一次');
  });
  await refuseTurned(run, review);
  return made;
}

const refusedCut = (message: string): BadInput =>
  new BadInput([{ place: '原文', message, remedy: '请核对后再列' }]);

function knownDraft(draft: ReviewDraft): ReviewDraft {
  if (draft.decision !== 'dropped') return draft;
  throw refusedDraft(draft.draft.id, '已是草稿，决定是不采纳；要列入的，请把它退回待定');
}
