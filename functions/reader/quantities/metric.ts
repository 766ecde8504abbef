import type { Metric } from '../../domain/base/promise.ts';
import { oneOf, pattern } from '../text/patterns.ts';
import { ADVERBS, DONE_VERBS } from '../text/vocabulary.ts';
import { findQuantities, type Quantity } from './find-quantities.ts';
import { yuanIn } from './units.ts';

export type Measured = { readonly metric: Metric; readonly quantity: Quantity };

/** The quantities of `text` that could be owed, without sizes, classes and recounts. */
export const owed = (text: string): readonly Quantity[] =>
  findQuantities(text).filter(({ sort }) => sort === 'level' || sort === 'rate' || sort === 'rank');

/** The number that `text`, one element, promises: the first that is not a rate, else the first. */
export function promisedMetric(text: string): Measured | undefined {
  const quantities = owed(text);
  const quantity = quantities.find(({ sort }) => sort !== 'rate') ?? quantities[0];
  if (!quantity) return undefined;
  const { value, unit, comparator } = quantity;
  return { metric: { name: nameOf(text, quantity), unit, value, comparator }, quantity };
}

const LEADING = pattern`^${oneOf(ADVERBS, DONE_VERBS, '其中', '，', '、', '“')}+`;
const TRAILING = pattern`
  (?:
    完成|实现|突破|超过?|不少于|不低于|不超过|控制在|稳定在|保持在?|至少|力争|确保|增长|增速|进入?|
    排名|达|为|到|约|提高|下降|，
  )+$
`;
const DATED = /^[^，]*?(?:底|前|内|度|半年|全年|今年)(?=完成|实现|新|建|引|举)/u;

/** What is counted: the words in front of the number, else those behind it. */
function nameOf(text: string, { start, end }: Quantity): string {
  const before = text.slice(0, start).replace(DATED, '').replace(LEADING, '').replace(TRAILING, '');
  const after = text
    .slice(end)
    .replace(/^(?:以上|以内|左右|的)+/u, '')
    .replace(/[，。；、].*$/u, '');
  return (before || after || text).slice(0, 40);
}

const RATIO = /人均|亩均|户均|每亩|每人|每户|单位|均价|地均|每平方米|补助标准|最低工资/u;

/**
 * Yuan promised with this metric; null for ratios, sizes and foreign currencies.
 */
export function amountOf(text: string, measured: Measured | undefined): number | null {
  if (!measured) return null;
  const { metric, quantity } = measured;
  const factor = yuanIn(metric.unit);
  if (factor === undefined || quantity.sort !== 'level') return null;
  if (RATIO.test(text)) return null;
  return Math.round(metric.value * factor);
}
