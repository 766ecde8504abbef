import type { Urge } from '../tasks/urge.ts';
import { urgeWords } from '../tasks/urging.ts';
import type { MessageItem, When } from './item.ts';
import { recipientLine } from './item-lines.ts';
import { urgeOf } from './urge-of.ts';

/** Titles that one paragraph spells out; the rest is a count. */
const MAX_TITLES = 20;

/** Tasks that were urged in the same words, told in one paragraph. */
export type UrgedTogether = { readonly urge: Urge; readonly items: readonly MessageItem[] };

/** Groups the items that tell nothing but an urging; what was urged alone is an item like any other. */
export function urgedTogether(items: readonly MessageItem[]): readonly UrgedTogether[] {
  const pure = items.flatMap((item) => {
    const { notice } = item;
    const isPure = [notice.occasion, ...notice.skipped].every(({ kind }) => kind === 'urge');
    const urge = isPure && notice.escalates === null ? urgeOf(item) : undefined;
    return urge ? [{ item, urge }] : [];
  });
  const groups = Map.groupBy(pure, ({ item: { recipient, notice }, urge }) =>
    JSON.stringify([urge.words, urge.by, notice.post, recipient.insteadOf?.id]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length < 2) return [];
    return [{ urge: first.urge, items: group.map(({ item }) => item) }];
  });
}

/** The lines of one paragraph. */
export function urgeLines(
  { urge, items }: UrgedTogether,
  { today, rules }: Pick<When, 'today' | 'rules'>,
): readonly string[] {
  const named = items.slice(0, MAX_TITLES).map(({ task }) => task.title);
  const more = items.length > MAX_TITLES ? '；等' : '';
  return [
    urgeWords(urge, today, rules),
    `涉及${items.length}项：${named.join('；')}${more}`,
    '要求：请逐项反馈进度，办成的报办结。',
    ...items.slice(0, 1).flatMap(recipientLine),
  ];
}
