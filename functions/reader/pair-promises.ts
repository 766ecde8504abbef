import type { Draft } from '../domain/sources/draft.ts';

/** The fields of a registered promise that re-reading compares. */
export type RegisteredPromise = Pick<
  Draft,
  'id' | 'quote' | 'title' | 'kind' | 'due' | 'metric' | 'owners'
>;

/** A date, and the words that only lead to it: 要在9月底前, 全年. */
const FRAME =
  /(?:要在|力争在?|确保在?|全年|年底前|\d{1,2}月(?:\d{1,2}日|底|末|[上中下]旬)?(?:以?前|内)?)/gu;

/**
 * `promise` without its unit and date, for comparison across sources: two promises of one unit for one
 * month are not alike by these words.
 */
export function matterOf(promise: RegisteredPromise): RegisteredPromise {
  const { owners } = promise;
  const without = (text: string): string =>
    owners.reduce((rest, owner) => rest.replaceAll(owner, ''), text).replace(FRAME, '');
  return { ...promise, title: without(promise.title), quote: without(promise.quote) };
}

/** `text` without blanks and punctuation, for comparison. */
export const comparedWords = (text: string): string =>
  text.normalize('NFKC').replace(/[\s，。；、：]/gu, '');

/** The registered promise that matches each draft, by the draft's index. */
export function pairUp(
  drafts: readonly RegisteredPromise[],
  known: readonly RegisteredPromise[],
): ReadonlyMap<number, RegisteredPromise> {
  const pairs = new Map<number, RegisteredPromise>();
  const left = new Set(known);
  const take = (index: number, old: RegisteredPromise): void => {
    pairs.set(index, old);
    left.delete(old);
  };
  // Reversed, so that `pop` takes the first of equals.
  const pairEqual = (keyOf: (one: RegisteredPromise) => string): void => {
    const byKey = Map.groupBy([...left].toReversed(), keyOf);
    for (const [index, draft] of drafts.entries()) {
      const key = keyOf(draft);
      const same = pairs.has(index) || key === '' ? undefined : byKey.get(key)?.pop();
      if (same) take(index, same);
    }
  };
  pairEqual(wordsOf);
  pairEqual(gramsOf);
  for (const { index, old } of likenesses(drafts, pairs, left)) {
    if (!pairs.has(index) && left.has(old)) take(index, old);
  }
  return pairs;
}

const wordsOf = ({ quote, title }: RegisteredPromise): string =>
  `${comparedWords(quote)}/${comparedWords(title)}`;

/** Key that is equal for equal titles; empty for one too short to compare. */
const gramsOf = (one: RegisteredPromise): string => [...bigrams(one)].toSorted().join('');

/** Similarity, by pairs of characters, from which two promises are one that was amended. */
const ALIKE = 0.5;

/** A pair of characters in more promises than this is ignored. */
const MOST_SHARING = 200;

/** Candidates that are compared with one draft. */
const MOST_NEAR = 20;

type Old = {
  readonly old: RegisteredPromise;
  readonly place: number;
  readonly grams: ReadonlySet<string>;
};
type Likeness = Old & { readonly index: number; readonly alike: number };

/** Pairs of the unmatched on both sides, most similar first; ties in plan order. */
function likenesses(
  drafts: readonly RegisteredPromise[],
  pairs: ReadonlyMap<number, RegisteredPromise>,
  left: ReadonlySet<RegisteredPromise>,
): readonly Likeness[] {
  const olds = [...left].map((old, place) => ({ old, place, grams: bigrams(old) }));
  const sharing = new Map<string, Old[]>();
  for (const one of olds) {
    for (const gram of one.grams) {
      const others = sharing.get(gram);
      if (others) others.push(one);
      else sharing.set(gram, [one]);
    }
  }
  const found = drafts.flatMap((draft, index) => {
    if (pairs.has(index)) return [];
    const grams = bigrams(draft);
    return nearest(grams, sharing)
      .map((near) => ({ ...near, index, alike: dice(grams, near.grams) }))
      .filter(({ alike }) => alike >= ALIKE);
  });
  return found.toSorted((a, b) => b.alike - a.alike || a.index - b.index || a.place - b.place);
}

/** The promises that share most of `grams`. */
function nearest(
  grams: ReadonlySet<string>,
  sharing: ReadonlyMap<string, readonly Old[]>,
): readonly Old[] {
  const counts = new Map<Old, number>();
  for (const gram of grams) {
    const olds = sharing.get(gram) ?? [];
    if (olds.length > MOST_SHARING) continue;
    for (const old of olds) counts.set(old, (counts.get(old) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_NEAR)
    .map(([old]) => old);
}

/** Character bigrams of the title; numbers are masked, since an amended number is the same promise. */
function bigrams({ title }: RegisteredPromise): ReadonlySet<string> {
  const text = comparedWords(title).replace(/[\d.%]+/gu, '#');
  return new Set(
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)),
  );
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((gram) => b.has(gram)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
