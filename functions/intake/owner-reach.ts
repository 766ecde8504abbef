import type { FoundDate } from './dates.ts';
import { looksLikeHeading, type Unit } from './outline.ts';
import type { Owners } from './owner-phrases.ts';
import { placeOf, type Span } from './view.ts';

/** An owner phrase: the unit it stands in, its place in the document, what it says. */
export type Phrase = Charge & { readonly unit: number; readonly line: boolean };

/** A stretch of the document and who answers for what is promised in it. */
export type Charge = Span &
  Owners & {
    /** Deadlines that stand with the owners: 完成时限：6月底前. */
    readonly dates: readonly FoundDate[];
  };

/** Charges of items do not overlap; those of headings may, and stand in the order of the document. */
export type Charges = { readonly items: readonly Charge[]; readonly headings: readonly Charge[] };

/** 牵头单位 and 责任单位 on lines of their own, one right below the other, are one phrase. */
export function mergeLines(phrases: readonly Phrase[], units: readonly Unit[]): readonly Phrase[] {
  const merged: Phrase[] = [];
  for (const phrase of phrases) {
    const before = merged.at(-1);
    if (before && isBelow(before, phrase, units)) merged[merged.length - 1] = union(before, phrase);
    else merged.push(phrase);
  }
  return merged;
}

const isBelow = (before: Phrase, phrase: Phrase, units: readonly Unit[]): boolean =>
  before.line &&
  phrase.line &&
  phrase.unit === before.unit + 1 &&
  units[phrase.unit]?.style === undefined;

const union = (first: Phrase, second: Phrase): Phrase => ({
  ...second,
  start: first.start,
  owners: [...new Set([...first.owners, ...second.owners])],
  support: [...new Set([...first.support, ...second.support])],
  dates: [...first.dates, ...second.dates],
});

/** How far each phrase reaches: back over its item, or forward over what it heads. */
export function reachOf(phrases: readonly Phrase[], units: readonly Unit[]): Charges {
  const items: Charge[] = [];
  const headings: Charge[] = [];
  let before = 0;
  for (const { unit: index, start, end, ...said } of phrases) {
    const unit = units[index];
    if (unit && heads(unit, units[index + 1])) {
      headings.push({ start, end: endOfPart(units, index), ...said });
    } else {
      const from = Math.max(before, itemStart(units, index, before));
      items.push({ start: from, end, ...said });
    }
    before = end;
  }
  const named = ({ owners, support, dates }: Charge): boolean =>
    owners.length + support.length + dates.length > 0;
  return { items: items.filter(named), headings: headings.filter(named) };
}

const heads = (unit: Unit, next: Unit | undefined): boolean =>
  unit.style !== undefined &&
  unit.view.text !== '' &&
  looksLikeHeading(unit.view.text) &&
  next !== undefined &&
  (next.depth > unit.depth || next.style === undefined);

function endOfPart(units: readonly Unit[], from: number): number {
  const depth = units[from]?.depth ?? 0;
  for (let index = from + 1; index < units.length; index += 1) {
    const unit = units[index];
    if (unit?.style !== undefined && unit.depth <= depth) return placeOf(unit.view).start;
  }
  return Number.POSITIVE_INFINITY;
}

/** Start of the numbered paragraph that the unit `from` closes, looked for down to `floor`. */
function itemStart(units: readonly Unit[], from: number, floor: number): number {
  let start = floor;
  for (let index = from; index >= 0; index -= 1) {
    const unit = units[index];
    if (!unit) break;
    if (unit.view.text !== '') start = placeOf(unit.view).start;
    if (start < floor || (unit.style !== undefined && unit.opensParagraph)) return start;
  }
  return start;
}

/** Who answers for what stands at `place`: its item's phrase, else that of the nearest heading. */
export function chargeAt({ items, headings }: Charges, place: number): Charge | undefined {
  const item = items[firstEndingAfter(items, place)];
  if (item && item.start <= place) return item;
  return headings.findLast(({ start, end }) => start <= place && place < end);
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
