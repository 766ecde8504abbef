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
export function passageOf({ text }: Plan, quote: string): Passage | undefined {
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
