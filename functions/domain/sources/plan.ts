import { z } from 'zod';

/** A plan as it was entered, for whoever asks where a promise comes from. */
export const Plan = z.object({
  park: z.string(),
  year: z.int(),
  title: z.string(),
  /** All of its text, paragraphs divided by line ends; quotes are stretches of it. */
  text: z.string(),
  /** Names of its outermost points, in their order: the first is area 1. */
  areas: z.array(z.string()).readonly(),
});
export type Plan = z.infer<typeof Plan>;

/** The paragraph that a quote stands in, cut around it. */
export type Passage = {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
};

/** Where `quote` stands in `plan`; undefined if it is not there word for word. */
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

/** A stretch of a text in code points, end exclusive. */
type Stretch = { readonly start: number; readonly end: number };

/** One paragraph of a plan with what was read from it. */
export type Paragraph<Read> = {
  /** Its text, cut where what was read begins and ends. */
  readonly pieces: readonly { readonly text: string; readonly isQuote: boolean }[];
  readonly reads: readonly Read[];
};

/**
 * The paragraphs of `text` that `reads` stand in, each once, in the order of the text.
 *
 * @param reads - what was read, in the order of the text.
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

/** `whole` cut into what is quoted and what is not; quotes that overlap are one. */
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

/** The name of an area of `plan`: area 0 are its headline goals. */
export function areaName(area: number, plan: Plan | null): string {
  if (area === 0) return '年度目标';
  return plan?.areas[area - 1] ?? `第${areaNumeral(area)}项工作`;
}

/** The numeral of an area; nothing for the headline goals. */
export const areaNumeral = (area: number): string =>
  area === 0 ? '' : (NUMERALS[area] ?? String(area));
