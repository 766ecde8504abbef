import type { Draft } from '../domain/draft.ts';

/** A promise of the register as far as re-reading looks at it. */
export type Known = Pick<Draft, 'id' | 'quote' | 'title' | 'kind' | 'due' | 'metric' | 'owners'>;

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

const words = (text: string): string => text.normalize('NFKC').replace(/[\s，。；、：]/gu, '');

function pairUp(drafts: readonly Draft[], known: readonly Known[]): ReadonlyMap<number, Known> {
  const pairs = new Map<number, Known>();
  const left = new Set(known);
  const byKey = Map.groupBy(known, keyOf);
  drafts.forEach((draft, index) => {
    const same = byKey.get(keyOf(draft))?.find((old) => left.has(old));
    if (same) take(index, same);
  });
  function take(index: number, old: Known): void {
    pairs.set(index, old);
    left.delete(old);
  }
  for (const { index, old } of likenesses(drafts, pairs, left)) {
    if (!pairs.has(index) && left.has(old)) take(index, old);
  }
  return pairs;
}

const keyOf = ({ quote, title }: Pick<Known, 'quote' | 'title'>): string =>
  `${words(quote)}/${words(title)}`;

/** Two promises at least this much alike, by their pairs of characters, are one that was amended. */
const ALIKE = 0.5;

type Likeness = { readonly index: number; readonly old: Known; readonly alike: number };

/** Pairs of what is left over on both sides, the most alike first; ties in the order of the plan. */
function likenesses(
  drafts: readonly Draft[],
  pairs: ReadonlyMap<number, Known>,
  left: ReadonlySet<Known>,
): readonly Likeness[] {
  const olds = [...left].map((old) => ({ old, grams: bigrams(old) }));
  const found = drafts.flatMap((draft, index) => {
    if (pairs.has(index)) return [];
    const grams = bigrams(draft);
    return olds
      .map(({ old, grams: others }) => ({ index, old, alike: dice(grams, others) }))
      .filter(({ alike }) => alike >= ALIKE);
  });
  return found.toSorted((a, b) => b.alike - a.alike || a.index - b.index);
}

/** Pairs of neighbouring characters without numbers: an amended number is the same promise. */
function bigrams({ title }: Pick<Known, 'title'>): ReadonlySet<string> {
  const text = words(title).replace(/[\d.%]+/gu, '#');
  return new Set(
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)),
  );
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((gram) => b.has(gram)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

const COMPARED = ['quote', 'kind', 'due', 'metric', 'owners'] as const;

const changedFields = (old: Known, draft: Draft): readonly string[] =>
  COMPARED.filter((field) => comparable(old[field]) !== comparable(draft[field]));

const comparable = (value: Known[(typeof COMPARED)[number]] | undefined): string =>
  typeof value === 'string'
    ? words(value)
    : JSON.stringify(
        value && 'value' in value ? [value.value, value.unit, value.comparator] : (value ?? null),
      );

/** Ids after the highest number in use, in the manner of the drafts' own. */
function freshIds(drafts: readonly Draft[], known: readonly Known[]): () => string {
  const prefix = (known[0]?.id ?? drafts[0]?.id ?? 'p-').replace(/\d+$/u, '');
  const used = [...known, ...(known.length > 0 ? [] : drafts)].map(({ id }) =>
    Number(/\d+$/u.exec(id)?.[0] ?? 0),
  );
  let number = known.length > 0 ? Math.max(0, ...used) : 0;
  return () => {
    number += 1;
    return `${prefix}${String(number).padStart(3, '0')}`;
  };
}
