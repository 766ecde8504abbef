import type { NumberContext, QuantitySort } from './quantity-sorts.ts';

export type Comparator = 'ge' | 'le' | 'eq' | 'rank-le' | 'growth';

const GE_BEFORE =
  /(?:≥|>|不少于|不低于|至少(?:[\u4e00-\u9fff]{2})?|超过?|突破|高于|大于|多于|不小于|超出)(?:了|到)?(?:约)?$/u;
const LE_BEFORE =
  /(?:≤|<|不超过|不高于|不多于|低于|少于|小于|控制在|压缩至|压缩到|缩短至|缩短到|压减至|降至|降到)$/u;
const GE_AFTER = /^(?:及)?以上|^多(?:个|家|户)?/u;
/** 2小时内 says the same as 2小时以内. */
const LE_AFTER = /^(?:及)?(?:以内|以下|之内|内(?![\u4e00-\u9fff]?(?:容|部|外|环|资)))/u;
const FALLS = /(?:下降|降低|减少|降幅|回落|压减|缩减|压降|削减)[^，；]{0,6}$/u;

type ComparatorRule = {
  readonly comparator: Comparator;
  readonly holds: (before: string, after: string) => boolean;
};

/** In the order they are tried: words behind the number take precedence. */
const comparatorRules: readonly ComparatorRule[] = [
  { comparator: 'le', holds: (_, after) => LE_AFTER.test(after) },
  { comparator: 'ge', holds: (_, after) => GE_AFTER.test(after) },
  // 不低于 ends in 低于, so lower bounds come first.
  { comparator: 'ge', holds: (before) => /(?:不少于|不低于)$/u.test(before) },
  { comparator: 'le', holds: (before) => LE_BEFORE.test(before) },
  { comparator: 'ge', holds: (before) => GE_BEFORE.test(before) },
];

export function comparatorOf(sort: QuantitySort, { before, after }: NumberContext): Comparator {
  if (sort === 'rate') return 'growth';
  return comparatorRules.find(({ holds }) => holds(before, after))?.comparator ?? 'eq';
}

/** Whether a rate is a decline, which is negative. */
export const falls = (sort: QuantitySort, { before }: NumberContext): boolean =>
  sort === 'rate' && FALLS.test(before);
