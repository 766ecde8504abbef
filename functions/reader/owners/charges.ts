import type { FoundDate } from '../dates/find-dates.ts';
import type { Span } from '../text/mapped-text.ts';
import type { Owners } from './owner-phrases.ts';

/** A stretch of the document and who answers for what is promised in it. */
export type Charge = Span &
  Owners & {
    /** Deadlines that stand with the owners: 完成时限：6月底前. */
    readonly dates: readonly FoundDate[];
  };

/** Neither those of items nor those of headings overlap, and both stand in the order of the document. */
export type Charges = { readonly items: readonly Charge[]; readonly headings: readonly Charge[] };

/** Who answers for what stands at `place`: its item's phrase, else that of the nearest heading. */
export function chargeAt({ items, headings }: Charges, place: number): Charge | undefined {
  return covering(items, place) ?? covering(headings, place);
}

function covering(charges: readonly Charge[], place: number): Charge | undefined {
  const first = charges[firstEndingAfter(charges, place)];
  return first && first.start <= place ? first : undefined;
}

/** Index of the first of `charges`, which stand in order, that ends behind `place`. */
function firstEndingAfter(charges: readonly Charge[], place: number): number {
  let [low, high] = [0, charges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((charges[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
