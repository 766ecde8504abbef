import type { Draft } from '../domain/sources/draft.ts';
import type { Passed } from './clauses/statement.ts';
import type { Unnumbered } from './drafts/draft-of.ts';
import { askAboutRepeats } from './drafts/repeats.ts';
import { readProse } from './read-prose.ts';
import type { Skipped } from './skipped.ts';
import { readTable } from './tables/read-table.ts';
import { cleanView } from './text/clean.ts';
import type { PlanDocument } from './text/document.ts';
import { placeOf, type TextSpan } from './text/mapped-text.ts';

export type PlanReading = {
  readonly drafts: readonly Draft[];
  readonly skipped: readonly Skipped[];
};

/** Reads a plan for `year` into drafts. Equal documents give equal drafts. */
export function readPlan(document: PlanDocument, { year }: { readonly year: number }): PlanReading {
  const { text } = document;
  const tables = document.tables.flatMap((table) => {
    const reading = readTable(table, { text, planYear: year, area: 0 });
    return reading ? [{ table, reading }] : [];
  });
  const running = masked(
    text,
    tables.map(({ table }) => table),
  );
  const prose = readProse(cleanView(running, { start: 0, end: text.length }), text, year);
  const points = codePoints(text);
  const read = [prose, ...tables.map(({ reading }) => reading)];
  const drafts = read
    .flatMap((one) => one.drafts)
    .toSorted((a, b) => a.place.start - b.place.start || a.place.end - b.place.end)
    .map((draft, index) => numbered(draft, { index, text, points, year }));
  return {
    drafts: askAboutRepeats(drafts),
    skipped: skippedIn(
      read.flatMap(({ passed }) => passed),
      text,
      points,
    ),
  };
}

/** `text` with the tables that are read by column blanked out; indexes stay the same. */
function masked(text: string, tables: readonly TextSpan[]): string {
  let out = '';
  let from = 0;
  for (const { start, end } of tables.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    out += text.slice(from, start) + '\n'.repeat(end - start);
    from = end;
  }
  return out + text.slice(from);
}

const skippedIn = (
  passed: readonly Passed[],
  text: string,
  points: Uint32Array,
): readonly Skipped[] =>
  passed
    .filter(({ view }) => view.text !== '')
    .map((one) => skippedOf(one, text, points))
    .toSorted((a, b) => a.start - b.start);

type Numbering = {
  readonly index: number;
  readonly text: string;
  readonly points: Uint32Array;
  readonly year: number;
};

function numbered(
  { place, ...draft }: Unnumbered,
  { index, text, points, year }: Numbering,
): Draft {
  const { area, owners, support, recurrence, rules, questions, ...facts } = draft;
  return {
    id: `p${String(year).slice(2)}-${String(index + 1).padStart(3, '0')}`,
    area,
    quote: text.slice(place.start, place.end),
    ...facts,
    start: points[place.start] ?? 0,
    end: points[place.end] ?? 0,
    owners,
    support,
    recurrence,
    rules,
    questions,
  };
}

function skippedOf({ view, rule }: Passed, text: string, points: Uint32Array): Skipped {
  const { start, end } = placeOf(view);
  return { quote: text.slice(start, end), start: points[start] ?? 0, end: points[end] ?? 0, rule };
}

/** For each UTF-16 index of `text`, the number of code points before it. */
function codePoints(text: string): Uint32Array {
  const points = new Uint32Array(text.length + 1);
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    points[index] = count;
    const low = text.charCodeAt(index);
    const paired =
      low >= 0xdc00 && low <= 0xdfff && index > 0 && isHigh(text.charCodeAt(index - 1));
    if (!paired) count += 1;
    else points[index] = count;
  }
  points[text.length] = count;
  return points;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
