import type {
  Account,
  AccountPiece,
  AccountSentence,
  Judged,
  TextFate,
} from '../domain/sources/account.ts';
import {
  fateOfRest,
  fateOfSkipped,
  type Heads,
  isJoining,
  type ListedRange,
  sectionEnds,
  styleOf,
} from './fates.ts';
import { sentenceSpans } from './sentence-spans.ts';
import type { Skipped } from './skipped.ts';
import type { TextSpan } from './text/mapped-text.ts';

/**
 * Accounts for every character of `text`.
 *
 * @param listed - the drafts, and what is registered of the text, with their ranges.
 * @param skipped - what the reader passed over.
 */
export function account(
  text: string,
  listed: readonly ListedRange[],
  skipped: readonly Skipped[],
): Account {
  const letters = Array.from(text);
  const spans = sentenceSpans(letters, [...listed, ...skipped]);
  const ground = {
    letters,
    listed: bySentence(listed, spans),
    skipped: bySentence(skipped, spans),
  };
  const heads = headsOf(letters, spans, listed, skipped);
  const sentences = spans.map((span, index) => sentenceAt(index, span, ground, heads));
  const counts = { draft: 0, part: 0, passed: 0 };
  for (const { pieces } of sentences)
    for (const { fate, start, end } of pieces) counts[fate] += end - start;
  const total = letters.length;
  return {
    sentences,
    total,
    counts,
    unaccounted: total - counts.draft - counts.part - counts.passed,
  };
}

type Ground = {
  readonly letters: readonly string[];
  readonly listed: readonly (readonly ListedRange[])[];
  readonly skipped: readonly (readonly Skipped[])[];
};

/** For each sentence, those of `ranges` that touch it. */
function bySentence<Range extends TextSpan>(
  ranges: readonly Range[],
  spans: readonly TextSpan[],
): readonly (readonly Range[])[] {
  const found = spans.map((): Range[] => []);
  for (const range of ranges) {
    for (let at = sentenceOf(range.start, spans); at < spans.length; at += 1) {
      if ((spans[at]?.start ?? 0) >= range.end) break;
      found[at]?.push(range);
    }
  }
  return found;
}

/** Index of the sentence that holds the character at `place`. */
export function sentenceOf(place: number, spans: readonly TextSpan[]): number {
  let [low, high] = [0, spans.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function headsOf(
  letters: readonly string[],
  spans: readonly TextSpan[],
  listed: readonly ListedRange[],
  skipped: readonly Skipped[],
): Heads {
  const headings = skipped
    .filter(({ rule }) => rule === 'skip.heading')
    .map(({ start, end }) => {
      const from = spans[sentenceOf(start, spans)]?.start ?? start;
      return { start, style: styleOf(letters.slice(Math.min(from, start), end).join('')) };
    });
  const ends = sectionEnds(headings, letters.length);
  return {
    starts: listed.map(({ start }) => start).toSorted((a, b) => a - b),
    sectionEnd: (start) => ends.get(start) ?? start,
    nextSentenceEnd: (start) => spans[sentenceOf(start, spans) + 1]?.end ?? letters.length,
  };
}

function sentenceAt(
  index: number,
  span: TextSpan,
  { letters, listed, skipped }: Ground,
  heads: Heads,
): AccountSentence {
  const own = { listed: listed[index] ?? [], skipped: skipped[index] ?? [] };
  const words = ({ start, end }: TextSpan): string => letters.slice(start, end).join('');
  const pieces = joined(
    cutsOf(span, own).map((cut) => {
      const ids = own.listed.filter((each) => covers(each, cut)).map(({ id }) => id);
      const passed = own.skipped.find((each) => covers(each, cut));
      if (ids.length > 0)
        return { ...cut, ids, fate: 'draft' as const, reason: '', isLoose: false };
      if (passed) return { ...cut, ids, ...fateOfSkipped(passed, heads), isLoose: false };
      const text = words(cut);
      const rest = fateOfRest(text, own.listed.length > 0);
      return { ...cut, ids, ...rest, isLoose: isJoining(text) };
    }),
  ).map(({ start, end, fate, reason, ids }) => {
    const text = words({ start, end });
    return { start, end, fate, reason, ids, text };
  });
  return { ...span, number: index + 1, text: words(span), fate: fateOf(pieces), pieces };
}

const covers = (range: TextSpan, cut: TextSpan): boolean =>
  range.start <= cut.start && range.end >= cut.end;

/** `span` cut wherever one of the ranges starts or ends. */
function cutsOf(
  { start, end }: TextSpan,
  {
    listed,
    skipped,
  }: { readonly listed: readonly ListedRange[]; readonly skipped: readonly Skipped[] },
): readonly TextSpan[] {
  const places = [...listed, ...skipped].flatMap((each) => [each.start, each.end]);
  const inside = places.filter((place) => place > start && place < end);
  const cuts = [...new Set([start, ...inside, end])].toSorted((a, b) => a - b);
  return cuts.slice(1).map((next, index) => ({ start: cuts[index] ?? start, end: next }));
}

type LoosePiece = Omit<AccountPiece, 'text'> & { readonly isLoose: boolean };

/** Marks, numbers and blanks go with the passed words next to them: they have no reason of their own. */
function joined(pieces: readonly LoosePiece[]): readonly LoosePiece[] {
  const found: LoosePiece[] = [];
  const isOpen = pieces.every(({ fate, isLoose }) => isLoose || fate !== 'draft');
  for (const piece of pieces) {
    const last = found.at(-1);
    if (!last || !isOpen || !(piece.isLoose || last.isLoose || isSame(piece, last))) {
      found.push(piece);
      continue;
    }
    const { fate, reason, ids, isLoose } = last.isLoose ? piece : last;
    found[found.length - 1] = { start: last.start, end: piece.end, fate, reason, ids, isLoose };
  }
  return found;
}

const isSame = (a: Judged, b: Judged): boolean => a.fate === b.fate && a.reason === b.reason;

function fateOf(pieces: readonly AccountPiece[]): TextFate {
  const has = (fate: TextFate): boolean => pieces.some((piece) => piece.fate === fate);
  if (has('draft')) return 'draft';
  return has('passed') ? 'passed' : 'part';
}
