import { oneLine } from '../../domain/base/one-line.ts';
import type { Draft } from '../../domain/sources/draft.ts';
import { hardnessOf } from '../clauses/hardness.ts';
import { namesDay } from '../dates/date-meaning.ts';
import { findDates } from '../dates/find-dates.ts';
import { chargeAt } from '../owners/charges.ts';
import { NOBODY, type Owners } from '../owners/owner-phrases.ts';
import { subjectOf } from '../owners/owner-subject.ts';
import { chargeUnits } from '../owners/ownership.ts';
import { cleanView } from '../text/clean.ts';
import { indexIn, type MappedText, type TextSpan } from '../text/mapped-text.ts';
import { outline } from '../text/outline.ts';
import { finish } from './draft-of.ts';

/** The rule of a draft that the office cut out of the text. */
const BY_HAND = 'office.cut';

/**
 * The draft of words that the office chose, whether or not a rule reads a promise in them.
 *
 * @param span - the words, in code points.
 */
export function draftOfWords(
  text: string,
  span: TextSpan,
  { id, year }: { readonly id: string; readonly year: number },
): Draft {
  const letters = Array.from(text);
  const quote = letters.slice(span.start, span.end).join('');
  const from = letters.slice(0, span.start).join('').length;
  const view = cleanView(text, { start: from, end: from + quote.length });
  const dates = findDates(view.text, year);
  const { area, owners } = placeIn(text, from, view, year);
  const { place: _, ...read } = finish(
    {
      view,
      reading: view.text,
      clause: view.text,
      dates,
      dated: dates.some(({ meaning }) => namesDay(meaning)),
      hardness: hardnessOf(view.text),
      listed: 0,
      index: 0,
      rules: [BY_HAND],
      subject: NOBODY,
    },
    { planYear: year, area, owners },
  );
  return { ...read, id, quote, start: span.start, end: span.end, title: titleOfWords(quote) };
}

/** Where words stand: under which area, and who is charged with them. */
function placeIn(
  text: string,
  from: number,
  view: MappedText,
  year: number,
): { readonly area: number; readonly owners: Owners } {
  const whole = cleanView(text, { start: 0, end: text.length });
  const { units, charges } = chargeUnits(text, outline(whole), year);
  const first = view.at[0] ?? from;
  const unit =
    units.find((each) => indexIn(each.view, first) >= 0) ??
    units.findLast((each) => (each.view.at[0] ?? Infinity) <= first);
  const charged = chargeAt(charges, first);
  const named = charged !== undefined && charged.owners.length + charged.support.length > 0;
  const { owners, support } = named ? charged : (subjectOf(view.text) ?? NOBODY);
  return { area: unit?.area ?? 0, owners: { owners, support } };
}

const LONGEST_TITLE = 200;

/** The words themselves on one line, without the mark at their end. */
const titleOfWords = (words: string): string =>
  Array.from(oneLine(words).replace(/[，。；、：！？\s]+$/u, ''))
    .slice(0, LONGEST_TITLE)
    .join('');
