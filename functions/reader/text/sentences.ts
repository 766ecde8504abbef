import { type MappedText, slice } from './mapped-text.ts';

const OPENING = '“《（【「';
const CLOSING = '”》）】」';

/** A bracket still open after this many characters is treated as a typing error. */
const LONGEST_BRACKET = 120;

/** For each character, whether it is outside quotation marks and brackets. */
export function outside(text: string): readonly boolean[] {
  const flags: boolean[] = [];
  const open: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    const closes = CLOSING.includes(character);
    if (closes) open.pop();
    if (index - (open[0] ?? index) > LONGEST_BRACKET) open.length = 0;
    flags.push(open.length === 0 && !closes);
    if (OPENING.includes(character)) open.push(index);
  }
  return flags;
}

/** `view` split after each of `marks` outside quotation marks; the marks are kept. */
function cutBehind(view: MappedText, marks: string): readonly MappedText[] {
  const flags = outside(view.text);
  const parts: MappedText[] = [];
  let start = 0;
  for (let index = 0; index < view.text.length; index += 1) {
    const last = index === view.text.length - 1;
    if (!last && !(flags[index] && marks.includes(view.text[index] ?? ''))) continue;
    parts.push(slice(view, start, index + 1));
    start = index + 1;
  }
  return parts;
}

/** Sentences end with 。！？ or with the paragraph. */
export const sentencesOf = (view: MappedText): readonly MappedText[] => cutBehind(view, '。！？\n');

/** A strong modal after 、 begins a promise of its own: 确保100亿元、力争120亿元. */
const MODAL_AFTER_MARK = /(?<=、)(?=力争|确保|争取|力促|冲刺)/gu;

/** 签约35个（其中外资项目3个）: a part in brackets counts separately. */
const PART_IN_BRACKETS = /(?<=（)其中[^（）]{0,40}\d[^（）]{0,40}(?=）)/gu;

/** Segments end with ；, clauses with ，. */
export const segmentsOf = (sentence: MappedText): readonly MappedText[] =>
  cutBehind(sentence, '；');

export const clausesOf = (segment: MappedText): readonly MappedText[] =>
  cutBehind(segment, '，').flatMap((clause) => {
    const marks = [...clause.text.matchAll(MODAL_AFTER_MARK)].map((match) => match.index);
    const parts = [...clause.text.matchAll(PART_IN_BRACKETS)].flatMap((match) => [
      match.index,
      match.index + match[0].length,
    ]);
    const cuts = [0, ...[...marks, ...parts].toSorted((a, b) => a - b), clause.text.length];
    return cuts.slice(1).map((end, index) => slice(clause, cuts[index] ?? 0, end));
  });
