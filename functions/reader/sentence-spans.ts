import type { TextSpan } from './text/mapped-text.ts';
import { outside } from './text/sentences.ts';

/** Where a sentence may end: at 。！？ and before the next line. */
const ENDS = '。！？';

/**
 * The sentences of `text` as ranges that tile it: blanks and line ends belong to the sentence before
 * them, those at the start to the first. No sentence ends inside one of `wholes`.
 *
 * @param letters - the text in code points, as all ranges here count them.
 */
export function sentenceSpans(
  letters: readonly string[],
  wholes: readonly TextSpan[],
): readonly TextSpan[] {
  const inside = insideOf(letters.length, wholes);
  const starts = sentenceStarts(letters).filter((start) => inside[start] !== 1);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? letters.length }));
}

/** Marks every place where a cut would part one of `wholes`. */
function insideOf(length: number, wholes: readonly TextSpan[]): Uint8Array {
  const inside = new Uint8Array(length + 1);
  for (const { start, end } of wholes) if (end > start + 1) inside.fill(1, start + 1, end);
  return inside;
}

/** Places at which a sentence begins, the first of them 0. */
function sentenceStarts(letters: readonly string[]): readonly number[] {
  const [, ...later] = linesOf(letters).flatMap((line) => startsIn(letters, line));
  return letters.length === 0 ? [] : [0, ...later];
}

/** Where a sentence begins in one line, which always begins one unless it is blank. */
function startsIn(letters: readonly string[], line: TextSpan): readonly number[] {
  const flags = outside(plain(letters, line));
  const starts: number[] = [];
  let ended = true;
  for (let at = line.start; at < line.end; at += 1) {
    const letter = letters[at] ?? '';
    if (letter.trim() === '') continue;
    if (ended) starts.push(at);
    ended = ENDS.includes(letter) && flags[at - line.start] === true;
  }
  return starts;
}

/** One UTF-16 unit for each code point, so that the places are the same. */
const plain = (letters: readonly string[], { start, end }: TextSpan): string =>
  letters
    .slice(start, end)
    .map((letter) => (letter.length === 1 ? letter : ' '))
    .join('');

function linesOf(letters: readonly string[]): readonly TextSpan[] {
  const lines: TextSpan[] = [];
  let start = 0;
  for (let at = 0; at <= letters.length; at += 1) {
    if (at < letters.length && letters[at] !== '\n') continue;
    lines.push({ start, end: at });
    start = at + 1;
  }
  return lines;
}
