import type { ReviewDraft } from './review.ts';

type Ordered = Pick<ReviewDraft, 'id' | 'draft' | 'order'>;

/** Place of a draft among those of its review: where the office put it, else that of its quote. */
export const draftOrder = ({ order, draft }: Pick<ReviewDraft, 'draft' | 'order'>): number =>
  order ?? draft.start;

/** One place up or down. */
export type OrderStep = 'up' | 'down';

/** Places closer than this are one. */
const NARROWEST = 1e-6;

/**
 * New places that move the draft `id` by one step; empty where it is the first or the last.
 *
 * @param drafts - all of one review, in their order.
 */
export function steppedOrder<Draft extends Ordered>(
  drafts: readonly Draft[],
  id: string,
  step: OrderStep,
): readonly { readonly draft: Draft; readonly order: number }[] {
  const from = drafts.findIndex((each) => each.id === id);
  const first = step === 'up' ? from - 1 : from;
  const [one, other] = [drafts[first], drafts[first + 1]];
  if (from < 0 || !one || !other) return [];
  const swapped = drafts.with(first, other).with(first + 1, one);
  return spread(drafts, swapped, { from: first, to: first + 2 });
}

/**
 * Gives those of `swapped` between `from` and `to` places between their neighbors; the range grows while
 * the neighbors have one place, so that few others move.
 */
function spread<Draft extends Ordered>(
  drafts: readonly Draft[],
  swapped: readonly Draft[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly { readonly draft: Draft; readonly order: number }[] {
  const before = drafts[from - 1];
  const after = drafts[to];
  const low = before ? draftOrder(before) : Math.min(...drafts.slice(from, to).map(draftOrder)) - 1;
  const high = after ? draftOrder(after) : Math.max(...drafts.slice(from, to).map(draftOrder)) + 1;
  const step = (high - low) / (to - from + 1);
  if (step < NARROWEST && (before ?? after)) {
    const range = { from: Math.max(0, from - 1), to: Math.min(drafts.length, to + 1) };
    return spread(drafts, swapped, range);
  }
  return swapped
    .slice(from, to)
    .map((draft, index) => ({ draft, order: low + step * (index + 1) }));
}
