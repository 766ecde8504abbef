import { placeOf } from '../text/mapped-text.ts';
import { looksLikeHeading, type Unit } from '../text/outline.ts';
import type { Charge, Charges } from './charges.ts';

/** An owner phrase: its outline unit, its range in the document and what it says. */
export type Phrase = Charge & { readonly unit: number; readonly line: boolean };

/** Merges adjacent owner lines: 牵头单位 and 责任单位 on consecutive lines are one phrase. */
export function mergeLines(phrases: readonly Phrase[], units: readonly Unit[]): readonly Phrase[] {
  const blocks: (readonly [Phrase, ...Phrase[]])[] = [];
  let open: [Phrase, ...Phrase[]] | undefined;
  for (const phrase of phrases) {
    if (open && isBelow(open.at(-1) ?? open[0], phrase, units)) open.push(phrase);
    else {
      open = [phrase];
      blocks.push(open);
    }
  }
  return blocks.map(union);
}

const isBelow = (before: Phrase, phrase: Phrase, units: readonly Unit[]): boolean =>
  before.line &&
  phrase.line &&
  phrase.unit === before.unit + 1 &&
  units[phrase.unit]?.style === undefined;

/** Deadlines of one block of lines at most; a longer block is some other list. */
const MOST_DATES = 20;

const union = (block: readonly [Phrase, ...Phrase[]]): Phrase => ({
  ...(block.at(-1) ?? block[0]),
  start: block[0].start,
  owners: [...new Set(block.flatMap(({ owners }) => owners))],
  support: [...new Set(block.flatMap(({ support }) => support))],
  dates: block.flatMap(({ dates }) => dates).slice(0, MOST_DATES),
});

/** The range each phrase applies to: back over its item, or forward over its section. */
export function reachOf(phrases: readonly Phrase[], units: readonly Unit[]): Charges {
  const starts = paragraphStarts(units);
  const ends = partEnds(units);
  const items: Charge[] = [];
  const headings: Charge[] = [];
  let before = 0;
  for (const { unit: index, start, end, ...said } of phrases) {
    const unit = units[index];
    if (unit && heads(unit, units[index + 1])) {
      headings.push({ start, end: ends[index] ?? start, ...said });
    } else {
      items.push({ start: Math.max(before, starts[index] ?? before), end, ...said });
    }
    before = end;
  }
  return { items: items.filter(names), headings: apart(headings.filter(names)) };
}

const names = ({ owners, support, dates }: Charge): boolean =>
  owners.length + support.length + dates.length > 0;

const heads = (unit: Unit, next: Unit | undefined): boolean =>
  unit.style !== undefined &&
  unit.view.text !== '' &&
  looksLikeHeading(unit.view.text) &&
  next !== undefined &&
  (next.depth > unit.depth || next.style === undefined);

/** For each unit, the start of its numbered paragraph; undefined if the paragraph has no text. */
function paragraphStarts(units: readonly Unit[]): readonly (number | undefined)[] {
  let start: number | undefined;
  return units.map(({ view, style, opensParagraph }) => {
    if (style !== undefined && opensParagraph) start = undefined;
    if (view.text !== '') start ??= placeOf(view).start;
    return start;
  });
}

/** For each unit, the end of its section: the next point of the same depth or above. */
function partEnds(units: readonly Unit[]): readonly number[] {
  const depths = 1 + units.reduce((most, { depth }) => Math.max(most, depth), 0);
  const next = Array.from({ length: depths }, () => Number.POSITIVE_INFINITY);
  return units
    .toReversed()
    .map(({ view, style, depth }) => {
      const end = next[depth] ?? Number.POSITIVE_INFINITY;
      if (style !== undefined && view.text !== '') next.fill(placeOf(view).start, depth);
      return end;
    })
    .toReversed();
}

/** Flattens the nested ranges of headings: each position belongs to the innermost heading. */
function apart(headings: readonly Charge[]): readonly Charge[] {
  const found: Charge[] = [];
  const open: Charge[] = [];
  let from = 0;
  const cover = (charge: Charge | undefined, to: number): void => {
    if (charge && from < to) found.push({ ...charge, start: from, end: to });
    from = to;
  };
  const close = (to: number): void => {
    for (let inner = open.at(-1); inner && inner.end <= to; inner = open.at(-1)) {
      cover(open.pop(), inner.end);
    }
  };
  for (const heading of headings) {
    close(heading.start);
    cover(open.at(-1), heading.start);
    open.push(heading);
  }
  close(Number.POSITIVE_INFINITY);
  return found;
}
