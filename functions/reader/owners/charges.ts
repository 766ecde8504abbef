import type { FoundDate } from '../dates/find-dates.ts';
import type { TextSpan } from '../text/mapped-text.ts';
import type { Owners } from './owner-phrases.ts';

/** A range of the document and the owners of the promises in it. */
export type Charge = TextSpan &
  Owners & {
    /** Deadlines next to the owners: 完成时限：6月底前. */
    readonly dates: readonly FoundDate[];
  };

/** Owners by item and by heading; each list is in document order and without overlaps. */
export type Charges = { readonly items: readonly Charge[]; readonly headings: readonly Charge[] };

/** The owners at `place`: those of its item, else those of the nearest heading. */
export function chargeAt({ items, headings }: Charges, place: number): Charge | undefined {
  return covering(items, place) ?? covering(headings, place);
}

function covering(charges: readonly Charge[], place: number): Charge | undefined {
  const first = charges[firstEndingAfter(charges, place)];
  return first && first.start <= place ? first : undefined;
}

/** Index of the first of the ordered `charges` that ends after `place`. */
function firstEndingAfter(charges: readonly Charge[], place: number): number {
  let [low, high] = [0, charges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((charges[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
