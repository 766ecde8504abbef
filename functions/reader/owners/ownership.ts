import { type FoundDate, findDates } from '../dates/find-dates.ts';
import {
  type MappedText,
  placeOf,
  slice,
  type TextSpan,
  trim,
  without,
} from '../text/mapped-text.ts';
import type { Unit } from '../text/outline.ts';
import type { Charges } from './charges.ts';
import { isOwnerLine, LONGEST_PHRASE, namesOwners, readOwners } from './owner-phrases.ts';
import { mergeLines, type Phrase, reachOf } from './owner-reach.ts';

export type Charged = {
  /** The units without owner phrases. */
  readonly units: readonly Unit[];
  readonly charges: Charges;
};

const BRACKET = /（(?:[^（）]|（[^（）]{0,40}）){2,160}）/gu;
/** A label that closes a paragraph: …。责任单位：县农业农村局. */
const CLOSING_LABEL =
  /(?<=[。；）])(?:牵头|责任|配合|主办|承办|协办|实施|落实)(?:单位|部门)[：:][^。\n]{2,160}。?$/u;

/** Finds the owners in `units` and removes the words that name them. */
export function chargeUnits(text: string, units: readonly Unit[], planYear: number): Charged {
  const cuts = units.map((unit) => phraseSpans(unit));
  const phrases = units.flatMap(({ view }, index) =>
    (cuts[index] ?? []).map((cut) => ({
      ...phraseAt(text, view, cut),
      dates: deadlinesIn(view.text.slice(cut.start, cut.end), planYear),
      unit: index,
    })),
  );
  const kept = units.map((unit, index) => ({
    ...unit,
    view: trim(without(unit.view, cuts[index] ?? [])),
  }));
  return { units: kept, charges: reachOf(mergeLines(phrases, units), kept) };
}

function phraseAt(text: string, view: MappedText, cut: TextSpan): Omit<Phrase, 'dates' | 'unit'> {
  const place = placeOf(slice(view, cut.start, cut.end));
  const said = text.slice(place.start, place.end).replace(/^[（(]|[）)]$/gu, '');
  const line = cut.end - cut.start === view.text.length;
  return { ...place, ...readOwners(said), line };
}

const SAYS_WHEN = /时限|时间|期限|节点|完成|办结/u;

/** 完成时限：6月底前, or 县水利局牵头，6月底前完成: a deadline next to the owners. */
const deadlinesIn = (phrase: string, planYear: number): readonly FoundDate[] =>
  SAYS_WHEN.test(phrase) ? findDates(phrase.slice(0, LONGEST_PHRASE), planYear) : [];

function phraseSpans({ view }: Unit): readonly TextSpan[] {
  if (isOwnerLine(view.text)) return [{ start: 0, end: view.text.length }];
  const brackets = [...view.text.matchAll(BRACKET)]
    .filter((match) => namesOwners(match[0].slice(1, -1)))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const label = CLOSING_LABEL.exec(view.text)?.index;
  if (label === undefined || brackets.some(({ start, end }) => label > start && label < end)) {
    return brackets;
  }
  const before = brackets.filter(({ end }) => end <= label);
  return [...before, { start: label, end: view.text.length }];
}
