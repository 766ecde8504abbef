import type { Draft } from '../domain/sources/draft.ts';
import { comparedWords, type Known, pairUp } from './pair-promises.ts';

export type Change =
  | {
      readonly sort: 'unchanged' | 'changed';
      readonly old: Known;
      readonly draft: Draft;
      readonly fields: readonly string[];
    }
  | { readonly sort: 'added'; readonly draft: Draft }
  | { readonly sort: 'withdrawn'; readonly old: Known };

/**
 * Compares a plan read anew with what is registered. A promise that is found
 * again keeps its old id; a new one gets the first number that no promise of
 * the year ever had, so that a row put in between moves no other id.
 *
 * Found again means: the same words first, then the most alike words of those
 * left over, at least half alike by pairs of characters.
 */
export function diffPlan(drafts: readonly Draft[], known: readonly Known[]): readonly Change[] {
  const pairs = pairUp(drafts, known);
  const freshId = freshIds(drafts, known);
  const changes: Change[] = drafts.map((draft, index) => {
    const old = pairs.get(index);
    if (!old) return { sort: 'added', draft: { ...draft, id: freshId() } };
    const fields = changedFields(old, draft);
    const sort = fields.length === 0 ? 'unchanged' : 'changed';
    return { sort, old, draft: { ...draft, id: old.id }, fields };
  });
  const found = new Set(pairs.values());
  const withdrawn = known.filter((one) => !found.has(one));
  return [...changes, ...withdrawn.map((old) => ({ sort: 'withdrawn' as const, old }))];
}

const COMPARED = ['quote', 'kind', 'due', 'metric', 'owners'] as const;

const changedFields = (old: Known, draft: Draft): readonly string[] =>
  COMPARED.filter((field) => comparable(old[field]) !== comparable(draft[field]));

const comparable = (value: Known[(typeof COMPARED)[number]] | undefined): string =>
  typeof value === 'string'
    ? comparedWords(value)
    : JSON.stringify(
        value && 'value' in value ? [value.value, value.unit, value.comparator] : (value ?? null),
      );

/** Ids after the highest number in use, in the manner of the drafts' own. */
function freshIds(drafts: readonly Draft[], known: readonly Known[]): () => string {
  const prefix = (known[0]?.id ?? drafts[0]?.id ?? 'p-').replace(/(?<!\d)\d+$/u, '');
  const used = [...known, ...(known.length > 0 ? [] : drafts)].map(({ id }) =>
    Number(/(?<!\d)\d+$/u.exec(id)?.[0] ?? 0),
  );
  let number = known.length > 0 ? used.reduce((most, one) => Math.max(most, one), 0) : 0;
  return () => {
    number += 1;
    return `${prefix}${String(number).padStart(3, '0')}`;
  };
}
