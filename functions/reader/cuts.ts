import type { AccountSentence, Cut, SentencePiece } from '../domain/sources/account.ts';
import { sentenceOf } from './account.ts';
import type { TextSpan } from './text/mapped-text.ts';
import { markerOf } from './text/markers.ts';
import { outside } from './text/sentences.ts';

/** Why no draft can be cut, in words for the office. */
export type CutRefusal = { readonly refusal: string };

/** The words that `cut` means, in code points, or why it means none. */
export function spanOfCut(
  text: string,
  sentences: readonly AccountSentence[],
  cut: Cut,
): TextSpan | CutRefusal {
  const span = meant(text, sentences, cut);
  if ('refusal' in span) return span;
  const whole = withoutEdges(text, acrossSentences(span, sentences));
  return whole.end - whole.start < SHORTEST ? { refusal: '至少选两个字' } : whole;
}

const SHORTEST = 2;

function meant(
  text: string,
  sentences: readonly AccountSentence[],
  cut: Cut,
): TextSpan | CutRefusal {
  if ('start' in cut) return selected(cut, sentences.at(-1)?.end ?? 0);
  const sentence = sentences.find(({ number }) => number === cut.sentence);
  if ('words' in cut) return placeOfWords(text, sentence, cut.words.trim());
  if (!sentence) return { refusal: `原文没有第${cut.sentence}句` };
  return 'pieces' in cut ? ticked(sentence, cut.pieces) : passedIn(sentence);
}

const selected = ({ start, end }: TextSpan, last: number): TextSpan | CutRefusal =>
  start >= 0 && start < end && end <= last ? { start, end } : { refusal: '选中的位置不在原文里' };

/** Where `words` stand: once in `sentence`, else once in the whole text. */
function placeOfWords(
  text: string,
  sentence: AccountSentence | undefined,
  words: string,
): TextSpan | CutRefusal {
  if (words === '') return { refusal: '没有勾选，也没有照抄原文里的字' };
  const isHere = sentence !== undefined && countIn(sentence.text, words) === 1;
  const all = isHere ? 1 : countIn(text, words);
  if (all === 0) return { refusal: `原文里没有找到“${words}”，请照抄原文` };
  if (all > 1) return { refusal: `“${words}”在原文里有${all}处，请多抄几个字，只留一处` };
  const from = isHere ? unitsBefore(text, sentence.start) : 0;
  const start = Array.from(text.slice(0, text.indexOf(words, from))).length;
  return { start, end: start + Array.from(words).length };
}

/** UTF-16 units in front of the code point at `place`. */
const unitsBefore = (text: string, place: number): number =>
  Array.from(text).slice(0, place).join('').length;

/** How often `words` occur, also where they overlap. */
function countIn(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count += 1;
  return count;
}

function ticked(sentence: AccountSentence, pieces: readonly number[]): TextSpan | CutRefusal {
  const all = sentencePieces(sentence);
  const numbers = [...new Set(pieces)].toSorted((a, b) => a - b);
  const [first = -1] = numbers;
  const last = numbers.at(-1) ?? -1;
  const [from, to] = [all[first], all[last]];
  if (!from || !to) return { refusal: '没有勾选要摘的几段' };
  if (last - first + 1 !== numbers.length) return { refusal: '勾选的几段不相连，请分次摘' };
  return { start: from.start, end: to.end };
}

/** What one press takes of a sentence: all of it, or its one passage that was passed over. */
function passedIn(sentence: AccountSentence): TextSpan | CutRefusal {
  if (sentence.fate !== 'draft') return sentence;
  const [only, ...others] = sentence.pieces.filter(({ fate }) => fate === 'passed');
  if (!only) return onlyDraftIn(sentence);
  return others.length > 0 ? { refusal: '这一句有几段没有列入，请勾选要摘的' } : only;
}

/** The words of the one draft in a sentence: a press that is made twice means it again. */
function onlyDraftIn({ pieces }: AccountSentence): TextSpan | CutRefusal {
  const quoted = pieces.filter(({ fate }) => fate === 'draft');
  const [first, ...others] = quoted;
  const last = quoted.at(-1);
  if (!first || !last || others.some(({ ids }) => ids.join() !== first.ids.join())) {
    return { refusal: '这一句已经列为草稿' };
  }
  return { start: first.start, end: last.end };
}

/** Whether one press can take `sentence`. */
export const isTakenAtOnce = (sentence: AccountSentence): boolean =>
  sentence.pieces.some(({ fate }) => fate === 'passed') && !('refusal' in passedIn(sentence));

/** Words of one sentence as they are; across several, the whole of each. */
function acrossSentences(span: TextSpan, sentences: readonly AccountSentence[]): TextSpan {
  const first = sentences[sentenceOf(span.start, sentences)];
  const last = sentences[sentenceOf(span.end - 1, sentences)];
  if (!first || !last || first.number === last.number) return span;
  return { start: first.start, end: last.end };
}

/** The pieces of a sentence at ，；、：。, without the marks. */
export function sentencePieces({
  text,
  start,
}: Pick<AccountSentence, 'text' | 'start'>): readonly SentencePiece[] {
  const letters = Array.from(text);
  const flags = outside(letters.map((letter) => (letter.length === 1 ? letter : ' ')).join(''));
  const ends = letters.flatMap((letter, at) =>
    flags[at] === true && MARKS.includes(letter) ? [at + 1] : [],
  );
  const cuts = [...new Set([0, ...ends, letters.length])];
  return cuts.slice(1).flatMap((end, index) => {
    const { start: from, end: to } = withoutEdges(text, { start: cuts[index] ?? 0, end });
    const words = letters.slice(from, to).join('');
    return to - from < SHORTEST ? [] : [{ start: start + from, end: start + to, text: words }];
  });
}

const MARKS = '，；、：。！？,;\n\t';

/** `span` without blanks, marks and numbering at its ends. */
function withoutEdges(text: string, { start, end }: TextSpan): TextSpan {
  const words = Array.from(text).slice(start, end);
  const first = words.findIndex((letter) => !isEdge(letter));
  if (first < 0) return { start, end: start };
  const to = 1 + words.findLastIndex((letter) => !isEdge(letter));
  const numbered = first + (markerOf(words.slice(first, to).join(''))?.length ?? 0);
  const from = words.findIndex((letter, at) => at >= numbered && at < to && !isEdge(letter));
  return { start: start + (from < 0 ? first : from), end: start + to };
}

const isEdge = (letter: string): boolean => /[\s，；、：。,;]/u.test(letter);
