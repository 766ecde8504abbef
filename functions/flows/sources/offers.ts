import { Temporal } from 'temporal-polyfill';
import { dayWords } from '../../domain/base/words.ts';
import type { Amended } from '../../domain/sources/review.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { isEnded } from '../../domain/tasks/task-status.ts';
import type { NewTerms } from '../../domain/tasks/terms.ts';

/** What a new version changes of a registered task: one term each, or that it is gone: from its only source, or from one of several. */
export const offerNames = ['title', 'quote', 'due', 'goal', 'withdraw', 'dropSource'] as const;
export type OfferName = (typeof offerNames)[number];

/** One change that the office may take over, from and to in words. */
export type Offer = {
  readonly name: Exclude<OfferName, 'withdraw' | 'dropSource'>;
  readonly from: string;
  readonly to: string;
  readonly terms: NewTerms;
};

type Find = (task: Task, amended: Amended, today: Temporal.PlainDate) => Offer | undefined;

const titleOffer: Find = ({ title }, { newTitle: to }) =>
  to === '' || to === title ? undefined : { name: 'title', from: title, to, terms: { title: to } };

const quoteOffer: Find = ({ quote }, { fields, quote: to }) =>
  !fields.includes('quote') || to === quote
    ? undefined
    : { name: 'quote', from: quote, to, terms: { quote: to } };

const dueOffer: Find = (task, { fields, due: text }, today) => {
  if (!fields.includes('due') || text === null || task.due?.toString() === text) return undefined;
  const due = Temporal.PlainDate.from(text);
  const from = task.due ? dayWords(task.due, today) : '没有期限';
  return { name: 'due', from, to: dayWords(due, today), terms: { due } };
};

const goalOffer: Find = ({ metric }, { metric: wanted }) => {
  if (metric === null || wanted === null || metric.value === wanted.value) return undefined;
  if (metric.unit !== wanted.unit || metric.comparator !== wanted.comparator) return undefined;
  const words = (value: number): string => `${value}${metric.unit}`;
  const to = wanted.value;
  return { name: 'goal', from: words(metric.value), to: words(to), terms: { goal: to } };
};

/** What of `amended` is still other than `task` says, and can be taken over. */
export const offersOf = (
  task: Task,
  amended: Amended,
  today: Temporal.PlainDate,
): readonly Offer[] =>
  isEnded(task)
    ? []
    : [titleOffer, quoteOffer, dueOffer, goalOffer].flatMap(
        (find) => find(task, amended, today) ?? [],
      );
