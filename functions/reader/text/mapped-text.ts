/**
 * Text normalized for the rules, with the position of each character in the document,
 * so that quotes are always the printed words.
 */

export type MappedText = {
  readonly text: string;
  /** For each UTF-16 unit of `text`, its index in the document. */
  readonly at: readonly number[];
};

/** A range of the document or of a view, end exclusive, in UTF-16 units. */
export type TextSpan = { readonly start: number; readonly end: number };

export const slice = (view: MappedText, start: number, end: number): MappedText => ({
  text: view.text.slice(start, end),
  at: view.at.slice(start, end),
});

/** Index in the view of the character at `place` in the document; -1 if the view lacks it. */
export function indexIn({ at }: MappedText, place: number): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return at[low] === place ? low : -1;
}

/** The range of `view` in the document; 0, 0 for an empty view. */
export function placeOf(view: MappedText): TextSpan {
  const last = view.at.at(-1);
  return last === undefined ? { start: 0, end: 0 } : { start: view.at[0] ?? 0, end: last + 1 };
}

const ENDINGS = '，。；！？、：（';

/** `text` without final marks and blanks. */
export function withoutEnding(text: string): string {
  let end = text.length;
  while (end > 0 && (ENDINGS.includes(text[end - 1] ?? '') || /\s/.test(text[end - 1] ?? '')))
    end -= 1;
  return text.slice(0, end);
}

/** `view` without `cuts`, which must be in order and must not overlap. */
export function without(view: MappedText, cuts: readonly TextSpan[]): MappedText {
  if (cuts.length === 0) return view;
  let text = '';
  const at: number[] = [];
  let from = 0;
  for (const cut of [...cuts, { start: view.text.length, end: view.text.length }]) {
    text += view.text.slice(from, cut.start);
    for (let index = from; index < cut.start; index += 1) at.push(view.at[index] ?? 0);
    from = cut.end;
  }
  return { text, at };
}

/** `view` without blanks and the given characters at both ends. */
export function trim(view: MappedText, characters = ''): MappedText {
  let start = 0;
  let end = view.text.length;
  const loose = (index: number): boolean => {
    const character = view.text[index] ?? '';
    return /\s/.test(character) || characters.includes(character);
  };
  while (start < end && loose(start)) start += 1;
  while (end > start && loose(end - 1)) end -= 1;
  return start === 0 && end === view.text.length ? view : slice(view, start, end);
}
