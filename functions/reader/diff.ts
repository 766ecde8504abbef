import type { Draft } from '../domain/sources/draft.ts';
import { taskNumber } from '../domain/sources/source-code.ts';
import { comparedWords, pairUp, type RegisteredPromise } from './pair-promises.ts';

export type PlanChange =
  | {
      readonly sort: 'unchanged' | 'changed';
      readonly old: RegisteredPromise;
      readonly draft: Draft;
      readonly fields: readonly string[];
    }
  | { readonly sort: 'added'; readonly draft: Draft }
  | { readonly sort: 'withdrawn'; readonly old: RegisteredPromise };

/**
 * Compares a re-read plan with the register. A promise that is found again keeps
 * its id; a new one gets the first number above all used ones, so that an inserted
 * row changes no other id.
 *
 * @param given - `prefix` of new ids, and all ids that were ever `used`; by default those of the known
 *   ones, or of the drafts.
 *
 * Promises are matched by equal words first, then by similarity: at least half of
 * their pairs of characters are the same.
 */
export function diffPlan(
  drafts: readonly Draft[],
  known: readonly RegisteredPromise[],
  given: { readonly prefix: string; readonly used: readonly string[] } = {
    prefix: (known[0]?.id ?? drafts[0]?.id ?? 'p-').replace(/(?<!\d)\d+$/u, ''),
    used: known.map(({ id }) => id),
  },
): readonly PlanChange[] {
  const pairs = pairUp(drafts, known);
  const freshId = freshIds(given.used, given.prefix);
  const changes: PlanChange[] = drafts.map((draft, index) => {
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

const changedFields = (old: RegisteredPromise, draft: Draft): readonly string[] =>
  COMPARED.filter((field) => comparable(old[field]) !== comparable(draft[field]));

const comparable = (value: RegisteredPromise[(typeof COMPARED)[number]] | undefined): string =>
  typeof value === 'string'
    ? comparedWords(value)
    : JSON.stringify(
        value && 'value' in value ? [value.value, value.unit, value.comparator] : (value ?? null),
      );

/** Ids above the highest number in use. */
function freshIds(used: readonly string[], prefix: string): () => string {
  let number = used.reduce((most, id) => Math.max(most, taskNumber(id)), 0);
  return () => {
    number += 1;
    return `${prefix}${String(number).padStart(3, '0')}`;
  };
}
