import { wanWords } from '../base/money.ts';
import { oneLine } from '../base/one-line.ts';
import { placeKey, sourceIdOf } from '../sources/place.ts';
import type { Ruling, TermChange, TermName } from './ruling.ts';
import type { Task } from './task.ts';

type Text = (task: Task) => string;

/** What people call the terms of a task. */
export const termName: Readonly<Record<TermName, string>> = {
  title: '标题',
  quote: '原文',
  supportingUnits: '配合单位',
  due: '期限',
  goal: '目标值',
  amount: '金额',
  place: '所属工作',
  sources: '来源',
};

/** Characters of a source's words that a decision keeps to tell whether they still are the same. */
const QUOTE_KEPT = 100;

/** Each term as it is compared. */
const valueOf: Readonly<Record<TermName, Text>> = {
  title: ({ title }) => title,
  quote: ({ quote }) => oneLine(quote).slice(0, QUOTE_KEPT),
  supportingUnits: ({ supportingUnits }) => supportingUnits.join('、') || '无',
  due: ({ due }) => due?.toString() ?? '无',
  goal: ({ metric }) => (metric ? `${metric.value}${metric.unit}` : '无'),
  amount: ({ amountFen }) => (amountFen === null ? '无' : wanWords(amountFen)),
  place: placeKey,
  sources: (task) => [sourceIdOf(task), ...task.alsoFrom.map(({ id }) => id)].join('、'),
};

/**
 * What became other between `before` and `after`, in words.
 *
 * @param names - the area that a task stands under, and its sources, as they are called.
 */
export const termChanges = (
  before: Task,
  after: Task,
  names: Readonly<Record<'place' | 'sources', Text>>,
): readonly TermChange[] =>
  (Object.keys(valueOf) as TermName[])
    .filter((term) => isOther(before, after, term))
    .map((term) => {
      const words = { ...valueOf, ...names }[term];
      return { term, from: words(before), to: words(after), value: valueOf[term](after) };
    });

const isOther = (before: Task, after: Task, term: TermName): boolean =>
  term === 'quote' ? before.quote !== after.quote : valueOf[term](before) !== valueOf[term](after);

/** What `ruling` changed of the terms and still is so. */
export const changedStill = (task: Task, { changed = [] }: Ruling): readonly TermChange[] =>
  changed.filter(({ term, value }) => valueOf[term](task) === value);

/** `标题：甲 → 乙；期限：2022-06-30 → 2022-07-31`. */
export const termChangeLine = (changes: readonly TermChange[]): string =>
  changes.map(({ term, from, to }) => `${termName[term]}：${from} → ${to}`).join('；');
