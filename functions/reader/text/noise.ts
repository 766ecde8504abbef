import type { TextSpan } from './mapped-text.ts';
import { source } from './patterns.ts';

type NoiseRule = { readonly id: string; readonly pattern: RegExp };

/** A blank within a line. */
const BLANK = '[^\\S\\n]';

/**
 * Matches lines of nothing but `content`. They begin behind `\n` alone: `^` would also try behind
 * every `\r`, each time over the blanks up to the end of the line.
 */
const wholeLine = (content: string): RegExp =>
  new RegExp(`(?<![^\\n])${BLANK}*${content}${BLANK}*(?![^\\n])`, 'gu');

/** What printing, scanning and conversion leave in a text. */
const noiseRules: readonly NoiseRule[] = [
  { id: 'noise.bookmark', pattern: /\[bookmark:[^\]\n]{0,80}\]/giu },
  { id: 'noise.invisible', pattern: /[\uFEFF\u200B-\u200F\u00AD]+/gu },
  {
    id: 'noise.page-number',
    pattern: wholeLine(source`[-—–－─·]+${BLANK}*[\d０-９]{1,4}${BLANK}*[-—–－─·]+`),
  },
  {
    id: 'noise.page-of-pages',
    pattern: wholeLine(source`
      (?:第${BLANK}*)?\d{1,4}${BLANK}*(?:页|/)
      (?:${BLANK}*(?:共${BLANK}*)?\d{1,4}(?:${BLANK}*页)?)?
    `),
  },
];

/** Ranges of noise in `text`, in order and without overlaps. */
export function noiseIn(text: string): readonly TextSpan[] {
  const found = noiseRules
    .flatMap(({ pattern }) => [...text.matchAll(pattern)])
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .toSorted((a, b) => a.start - b.start);
  const apart: TextSpan[] = [];
  for (const span of found) {
    if (span.start >= (apart.at(-1)?.end ?? 0)) apart.push(span);
  }
  return apart;
}
