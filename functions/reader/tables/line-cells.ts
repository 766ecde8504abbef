import type { TableCell } from '../text/document.ts';
import type { TextSpan } from '../text/mapped-text.ts';
import { LAST_COLUMN } from './table-bounds.ts';

/** A line of the text and where it stands. */
export type TextLine = TextSpan & { readonly text: string };

/** Bars that make a row of cells. */
const FEWEST_BARS = 2;

const BAR = /[|｜│┃]/u;

/** Positions of `pattern` in a line; none if the line has more cells than any table. */
function marksIn(line: TextLine, pattern: RegExp): readonly number[] {
  const marks = [...line.text.matchAll(pattern).take(LAST_COLUMN + 1)];
  return marks.length > LAST_COLUMN ? [] : marks.map(({ index }) => index);
}

/** Cells between bars. */
export function pipeCells(line: TextLine): readonly TableCell[] {
  const bars = marksIn(line, /[|｜│┃]/gu);
  if (bars.length < FEWEST_BARS) return [];
  const opens = BAR.test(line.text.trimStart()[0] ?? '');
  const closes = BAR.test(line.text.trimEnd().at(-1) ?? '');
  const edges = [...(opens ? [] : [-1]), ...bars, ...(closes ? [] : [line.text.length])];
  return edges.slice(1).map((edge, index) => bounded(line, (edges[index] ?? -1) + 1, edge));
}

/** Cells between tabs. */
export function tabCells(line: TextLine): readonly TableCell[] {
  if (BAR.test(line.text)) return [];
  const tabs = marksIn(line, /\t/gu);
  if (tabs.length === 0 || line.text.trim() === '') return [];
  const edges = [-1, ...tabs, line.text.length];
  return edges.slice(1).map((edge, index) => bounded(line, (edges[index] ?? -1) + 1, edge));
}

/** The cell between two positions of a line, trimmed. */
function bounded(line: TextLine, from: number, to: number): TableCell {
  const cell = line.text.slice(from, to);
  const lead = cell.length - cell.trimStart().length;
  const start = line.start + from + (cell.trim() === '' ? 0 : lead);
  return { start, end: start + cell.trim().length };
}

/** Cells between blanks wider than one. */
export function blankCells(line: TextLine): readonly TableCell[] {
  if (BAR.test(line.text) || line.text.includes('\t')) return [];
  const cells = [...line.text.matchAll(/[^\s\u3000]+(?:[ ][^\s\u3000]+)*/gu).take(LAST_COLUMN + 1)];
  if (cells.length > LAST_COLUMN) return [];
  return cells.map((match) => ({
    start: line.start + match.index,
    end: line.start + match.index + match[0].length,
  }));
}
