import { CHINESE_NUMBER } from '../../domain/base/numerals.ts';

/** How a point of a plan is numbered; every style keeps one depth within a document. */
export type MarkerStyle =
  | 'chapter'
  | 'cn-comma'
  | 'cn-paren'
  | 'num-dot'
  | 'num-paren'
  | 'circled'
  | 'ordinal'
  | 'yao-shi'
  | 'bullet';

export type Marker = { readonly style: MarkerStyle; readonly length: number };

type MarkerRule = { readonly style: MarkerStyle; readonly source: string };

/** In the order they are tried. Sources are anchored where they are used. */
const rules: readonly MarkerRule[] = [
  { style: 'chapter', source: `第${CHINESE_NUMBER}(?:章|节|编|部分)` },
  { style: 'yao-shi', source: `[一二三四五六七八九十]{1,3}(?:要(?!求|素|点|件)|是)` },
  { style: 'cn-comma', source: `[一二三四五六七八九十]{1,3}[、.．]` },
  { style: 'cn-paren', source: `[（(][一二三四五六七八九十]{1,3}[）)][、，.]?` },
  { style: 'num-paren', source: `(?:[（(]\\d{1,3}[）)]|\\d{1,2}[）)])[、，.]?` },
  { style: 'num-dot', source: `\\d{1,3}(?:[.．](?!\\d)|[.．](?=\\d{1,2}月|20\\d{2}年)|、)` },
  { style: 'circled', source: `[①-⑳❶-❿⑴-⒛]` },
  { style: 'ordinal', source: `(?:第[一二三四五六七八九十]{1,3}|首先|其次|再次|再者|最后)[，,、]` },
  { style: 'bullet', source: `[•●◆■▪◇➢★☆▲△*]` },
];

const anchored = rules.map(({ style, source }) => ({
  style,
  pattern: new RegExp(`^(?:${source})`, 'u'),
}));

/** The numbering that `text` starts with. */
export function markerOf(text: string): Marker | undefined {
  for (const { style, pattern } of anchored) {
    const length = pattern.exec(text)?.[0].length;
    if (length !== undefined) return { style, length };
  }
  return undefined;
}

const sources = (keep: (style: MarkerStyle) => boolean): string =>
  rules
    .filter(({ style }) => keep(style))
    .map(({ source }) => source)
    .join('|');

/** Numberings that also occur inside a paragraph: 一是…；二是…, （一）…（二）…. */
const INLINE = new RegExp(
  `(?<=[。；：！？])(?:${sources((style) => style !== 'bullet' && style !== 'cn-comma')})|` +
    `(?<=，)(?:${sources((style) => style === 'yao-shi')})`,
  'gu',
);

/** Where numbered points start inside `paragraph`, not counting its own start. */
export const inlineMarkers = (paragraph: string): readonly number[] =>
  [...paragraph.matchAll(INLINE)].map((match) => match.index);

/** Whether a printed line starts a point and so does not continue the previous line. */
export const isListItem = (line: string): boolean =>
  markerOf(line) !== undefined || /^[【|]/u.test(line);
