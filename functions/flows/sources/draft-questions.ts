import type { Draft } from '../../domain/sources/draft.ts';
import type { ReviewDraft } from '../../domain/sources/review.ts';
import type { PlanChange as Difference } from '../../reader/diff.ts';

/** What the office has to say of a draft besides: who leads, and whether it is what another one is. */
export const withQuestions = (draft: Draft, others: readonly string[]): Draft => ({
  ...draft,
  questions: [
    ...draft.questions,
    ...(draft.owners.length < 2 ? [] : [`计划写了${draft.owners.join('、')}，请定一个牵头单位`]),
    ...(others.length === 0
      ? []
      : [`与${listed(others)}标题相同，请核对是不是同一件事；不是的，请把标题写得有区别`]),
  ],
});

/** Ids that a question names; the rest is a count. */
const MOST_NAMED = 3;

const listed = (ids: readonly string[]): string => {
  const rest = ids.length > MOST_NAMED ? `等${ids.length}条` : '';
  return `${ids.slice(0, MOST_NAMED).join('、')}${rest}`;
};

/** Ids of what else of that year is called as `draft` is, registered or new. */
export const namesakesOf = (
  { id, title }: Draft,
  differences: readonly Difference[],
): readonly string[] =>
  differences
    .map((each) => (each.sort === 'added' ? each.draft : each.old))
    .filter((other) => other.title === title && other.id !== id)
    .map((other) => other.id);

/** `draft` as it is kept for its review; nothing is decided of it. */
export const reviewDraftOf = (
  upload: string,
  park: string,
  draft: ReviewDraft['draft'],
): ReviewDraft => ({
  id: `${upload}.${draft.id}`,
  park,
  review: upload,
  draft,
  decision: 'open',
});
