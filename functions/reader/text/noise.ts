import type { Span } from './mapped-text.ts';

type NoiseRule = { readonly id: string; readonly pattern: RegExp };

/**
 * What printing, scanning and conversion leave in a text and nobody wrote. Lines begin behind `\n`
 * alone: `^` would also try behind every `\r`, each time over the blanks up to the end of the line.
 */
const noiseRules: readonly NoiseRule[] = [
  { id: 'noise.bookmark', pattern: /\[bookmark:[^\]\n]{0,80}\]/giu },
  { id: 'noise.invisible', pattern: /[\uFEFF\u200B-\u200F\u00AD]+/gu },
  {
    id: 'noise.page-number',
    pattern:
      /(?<![^\n])[^\S\n]*[-—–－─·]+[^\S\n]*[\d０-９]{1,4}[^\S\n]*[-—–－─·]+[^\S\n]*(?![^\n])/gu,
  },
  {
    id: 'noise.page-of-pages',
    pattern:
      /(?<![^\n])[^\S\n]*(?:第[^\S\n]*)?\d{1,4}[^\S\n]*(?:页|\/)(?:[^\S\n]*(?:共[^\S\n]*)?\d{1,4}(?:[^\S\n]*页)?)?[^\S\n]*(?![^\n])/gu,
  },
];

/** Where noise stands in `text`, in order; overlapping finds are one. */
export function noiseIn(text: string): readonly Span[] {
  const found = noiseRules
    .flatMap(({ pattern }) => [...text.matchAll(pattern)])
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .toSorted((a, b) => a.start - b.start);
  const apart: Span[] = [];
  for (const span of found) {
    if (span.start >= (apart.at(-1)?.end ?? 0)) apart.push(span);
  }
  return apart;
}
