import type { Unit } from './outline.ts';
import { looksLikeHeading } from './outline.ts';
import { isOwnerLine, namesOwners, type Owners, readOwners } from './owner-phrases.ts';
import { placeOf, type Span, trim, without } from './view.ts';

/** A stretch of the document and who answers for what is promised in it. */
export type Charge = Span & Owners;

export type Charged = {
  /** The units without the words that only name owners. */
  readonly units: readonly Unit[];
  readonly charges: readonly Charge[];
};

/** An owner phrase: the unit it stands in, its place in the document, what it says. */
type Phrase = Span & Owners & { readonly unit: number; readonly line: boolean };

const BRACKET = /（(?:[^（）]|（[^（）]{0,40}）){2,160}）/gu;
/** A label that closes a paragraph: …。责任单位：县农业农村局. */
const CLOSING_LABEL =
  /(?<=[。；）])(?:牵头|责任|配合|主办|承办|协办|实施|落实)(?:单位|部门)[：:][^。\n]{2,160}。?$/u;

/** Finds who answers for what in `units`, and takes those words out of them. */
export function charge(text: string, units: readonly Unit[]): Charged {
  const phrases: Phrase[] = [];
  const kept = units.map((unit, index) => {
    const cuts = phraseSpans(unit);
    for (const cut of cuts) {
      const place = placeOf({ text: '', at: unit.view.at.slice(cut.start, cut.end) });
      const said = text.slice(place.start, place.end).replace(/^[（(]|[）)]$/gu, '');
      phrases.push({ ...place, ...readOwners(said), unit: index, line: cut.end - cut.start === unit.view.text.length });
    }
    return { ...unit, view: trim(without(unit.view, cuts)) };
  });
  return { units: kept, charges: mergeLines(phrases, units).map((phrase) => reach(phrase, phrases, kept)) };
}

function phraseSpans({ view }: Unit): readonly Span[] {
  if (isOwnerLine(view.text)) return [{ start: 0, end: view.text.length }];
  const brackets = [...view.text.matchAll(BRACKET)]
    .filter((match) => namesOwners(match[0].slice(1, -1)))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const label = CLOSING_LABEL.exec(view.text);
  const bracketed = brackets.some(({ start, end }) => label && label.index > start && label.index < end);
  if (!label || bracketed) return brackets;
  return [...brackets.filter(({ end }) => end <= label.index), { start: label.index, end: view.text.length }];
}

/** 牵头单位 and 责任单位 on lines of their own, one below the other, are one phrase. */
function mergeLines(phrases: readonly Phrase[], units: readonly Unit[]): readonly Phrase[] {
  const merged: Phrase[] = [];
  for (const phrase of phrases) {
    const before = merged.at(-1);
    if (before?.line && phrase.line && units[phrase.unit]?.style === undefined && phrase.unit - before.unit <= 4 && adjacent(before, phrase, phrases)) {
      merged[merged.length - 1] = {
        ...phrase,
        start: before.start,
        owners: [...before.owners, ...phrase.owners.filter((name) => !before.owners.includes(name))],
        support: [...before.support, ...phrase.support],
      };
    } else merged.push(phrase);
  }
  return merged;
}

/** Nothing but owner lines stands between the two. */
const adjacent = (first: Phrase, second: Phrase, all: readonly Phrase[]): boolean => {
  for (let unit = first.unit + 1; unit < second.unit; unit += 1) {
    if (!all.some((phrase) => phrase.line && phrase.unit === unit)) return false;
  }
  return true;
};

/** How far a phrase reaches: back over its item, or forward over what it heads. */
function reach(phrase: Phrase, all: readonly Phrase[], units: readonly Unit[]): Charge {
  const { owners, support } = phrase;
  const unit = units[phrase.unit];
  if (unit && heads(unit, units[phrase.unit + 1])) {
    return { start: phrase.start, end: endOfPart(units, phrase.unit), owners, support };
  }
  const before = all.findLast(({ start, end }) => end <= phrase.start && start < phrase.start);
  return { start: Math.max(before?.end ?? 0, itemStart(units, phrase.unit)), end: phrase.end, owners, support };
}

const heads = (unit: Unit, next: Unit | undefined): boolean =>
  unit.style !== undefined &&
  unit.view.text !== '' &&
  looksLikeHeading(unit.view.text) &&
  !/[。]$/u.test(unit.view.text) &&
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

/** Start of the numbered paragraph that the unit `from` closes. */
function itemStart(units: readonly Unit[], from: number): number {
  const next = units.slice(from + 1, from + 2).find((unit) => unit.style !== undefined);
  let start = 0;
  for (let index = from; index >= 0; index -= 1) {
    const unit = units[index];
    if (!unit) break;
    if (unit.view.text !== '') start = placeOf(unit.view).start;
    const opens = unit.style !== undefined && unit.opensParagraph;
    if (opens && (next === undefined || unit.depth <= next.depth || !sameItem(unit, next))) return start;
  }
  return start;
}

const sameItem = (unit: Unit, next: Unit): boolean => unit.depth > next.depth && unit.style === 'circled';

/** Who answers for what stands at `place`: the narrowest charge around it. */
export function ownersAt(charges: readonly Charge[], place: number): Owners | undefined {
  let best: Charge | undefined;
  for (const charge of charges) {
    if (place < charge.start || place >= charge.end) continue;
    if (!best || charge.end - charge.start < best.end - best.start) best = charge;
  }
  return best;
}
