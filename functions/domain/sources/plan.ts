import { z } from 'zod';

/** A plan as it was stored before sources were records; read only. */
export const Plan = z.object({
  park: z.string(),
  year: z.int(),
  title: z.string(),
  /** Full text; paragraphs are separated by line breaks. Quotes are substrings. */
  text: z.string(),
  /** Names of the top-level sections in order: the first is area 1. */
  areas: z.array(z.string()).readonly(),
});
export type Plan = z.infer<typeof Plan>;

/** The paragraph that contains a quote, split around it. */
export type Passage = {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
};

/** Finds `quote` in `plan`; undefined if it does not occur verbatim. */
export function passageOf({ text }: Pick<Plan, 'text'>, quote: string): Passage | undefined {
  const at = quote === '' ? -1 : text.indexOf(quote);
  if (at < 0) return undefined;
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at + quote.length);
  return {
    before: text.slice(start, at).trimStart(),
    quote,
    after: text.slice(at + quote.length, end < 0 ? undefined : end).trimEnd(),
  };
}

/** A range in code points, end exclusive. */
type Stretch = { readonly start: number; readonly end: number };

/** A paragraph of a plan with what was read from it. */
export type Paragraph<Read> = {
  /** Its text, split at the boundaries of the quotes. */
  readonly pieces: readonly { readonly text: string; readonly isQuote: boolean }[];
  readonly reads: readonly Read[];
};

/**
 * The paragraphs of `text` that contain any of `reads`, in text order.
 *
 * @param reads - what was read, in text order.
 */
export function paragraphsOf<Read extends Stretch>(
  text: string,
  reads: readonly Read[],
): readonly Paragraph<Read>[] {
  const letters = Array.from(text);
  const startOf = ({ start }: Read): number =>
    start === 0 ? 0 : letters.lastIndexOf('\n', start - 1) + 1;
  return [...Map.groupBy(reads, startOf)].map(([start, group]) => {
    const last = Math.max(...group.map(({ end }) => end));
    const lineEnd = letters.indexOf('\n', last);
    const whole = { start, end: lineEnd < 0 ? letters.length : lineEnd };
    return { pieces: cut(letters, whole, group), reads: group };
  });
}

/** Splits `whole` into quoted and other pieces; overlapping quotes are merged. */
function cut(
  letters: readonly string[],
  whole: Stretch,
  quotes: readonly Stretch[],
): Paragraph<never>['pieces'] {
  const pieces: { readonly text: string; readonly isQuote: boolean }[] = [];
  let at = whole.start;
  const add = (end: number, isQuote: boolean): void => {
    if (end > at) pieces.push({ text: letters.slice(at, end).join(''), isQuote });
    at = Math.max(at, end);
  };
  for (const { start, end } of quotes.toSorted((a, b) => a.start - b.start)) {
    add(start, false);
    add(end, true);
  }
  add(whole.end, false);
  return pieces;
}

const NUMERALS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Name of an area of a plan; area 0 contains the headline goals. */
export function areaName(area: number, plan: Pick<Plan, 'areas'> | null): string {
  if (area === 0) return '年度目标';
  return plan?.areas[area - 1] ?? `第${areaNumeral(area)}项工作`;
}

/** Numeral of an area; empty for the headline goals. */
export const areaNumeral = (area: number): string =>
  area === 0 ? '' : (NUMERALS[area] ?? String(area));
