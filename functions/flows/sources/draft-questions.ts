import { Temporal } from 'temporal-polyfill';
import { dayWords } from '../../domain/base/words.ts';
import type { Draft } from '../../domain/sources/draft.ts';
import { sourceFor } from '../../domain/sources/place.ts';
import type { ReviewDraft } from '../../domain/sources/review.ts';
import type { Source } from '../../domain/sources/source.ts';
import type { Task } from '../../domain/tasks/task.ts';
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
  { draft, alike }: Pick<ReviewDraft, 'draft' | 'alike'>,
): ReviewDraft => ({
  id: `${upload}.${draft.id}`,
  park,
  review: upload,
  draft,
  decision: 'open',
  alike,
  alikeIs: null,
});

/** What the office is asked of a draft that is much like `other`, a task of another source. */
export function alikeQuestion(
  { due }: Draft,
  other: Task,
  { sources, today }: { readonly sources: readonly Source[]; readonly today: Temporal.PlainDate },
): string {
  const source = sourceFor(other, sources);
  const named = `${source ? `《${source.title}》` : ''}${other.id}“${other.title}”`;
  const question = `与${named}像是同一件事，请答是不是`;
  if (due === null || other.due?.toString() === due) return question;
  return `${question}；${datesWords(Temporal.PlainDate.from(due), other.due, today)}`;
}

/** Both dates, and the one that is proposed. */
function datesWords(
  own: Temporal.PlainDate,
  has: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): string {
  const words = `那一项${has ? `期限是${dayWords(has, today)}` : '没有期限'}`;
  const proposed = isProposed(own, has, today) ? own : has;
  const proposal = proposed ? `，建议定为${dayWords(proposed, today)}` : '';
  return `${words}，这一份写${dayWords(own, today)}${proposal}`;
}

/** The earlier date is proposed if it lies ahead, else the registered one. */
const isProposed = (
  own: Temporal.PlainDate,
  has: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): boolean =>
  Temporal.PlainDate.compare(own, today) >= 0 &&
  (has === null || Temporal.PlainDate.compare(own, has) < 0);
