import type { Cell, PlanDocument, Table } from '../text/document.ts';
import type { Span } from '../text/mapped-text.ts';
import { LAST_COLUMN } from './table-bounds.ts';
import { columnRole } from './table-columns.ts';

type Line = Span & { readonly text: string };

/** A row is at least two cells; one tab alone may be no more than an indent. */
const FEWEST_CELLS = 2;
const FEWEST_ROWS = 2;

/** A plan given as plain text, with the tables that its lines draw found. */
export function documentOfText(text: string): PlanDocument {
  return {
    text,
    tables: [...tablesBy(text, pipeCells), ...tablesBy(text, tabCells), ...alignedTables(text)],
  };
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const span = { start, end: start + line.length, text: line };
    start = span.end + 1;
    return span;
  });
}

type CellReader = (line: Line) => readonly Cell[];

/** Stretches of lines that `cells` can read as rows. */
function tablesBy(text: string, cells: CellReader): readonly Table[] {
  return blocks(linesOf(text), (line) => cells(line).length >= FEWEST_CELLS || isRuler(line))
    .filter((block) => block.length >= FEWEST_ROWS)
    .map((block) => tableOf(block, cells));
}

/** |---|---| and ├──┼──┤ draw, they say nothing. */
const isRuler = ({ text }: Line): boolean => text.trim() !== '' && RULER.test(text);

const RULER = /^[\s|｜│┃:\-─━═┼├┤┌┐└┘┬┴—+]*$/u;

function tableOf(block: readonly Line[], cells: CellReader): Table {
  return {
    start: block[0]?.start ?? 0,
    end: block.at(-1)?.end ?? 0,
    rows: block.filter((line) => !RULER.test(line.text)).map((line) => cells(line)),
  };
}

function blocks(
  lines: readonly Line[],
  belongs: (line: Line) => boolean,
): readonly (readonly Line[])[] {
  const found: Line[][] = [];
  let open: Line[] | undefined;
  for (const line of lines) {
    if (!belongs(line)) {
      open = undefined;
    } else if (open) open.push(line);
    else {
      open = [line];
      found.push(open);
    }
  }
  return found;
}

const BAR = /[|｜│┃]/u;

/** Where `pattern` stands in a line; nowhere in one with more cells than any table has. */
function marksIn(line: Line, pattern: RegExp): readonly number[] {
  const marks = [...line.text.matchAll(pattern).take(LAST_COLUMN + 1)];
  return marks.length > LAST_COLUMN ? [] : marks.map(({ index }) => index);
}

function pipeCells(line: Line): readonly Cell[] {
  const bars = marksIn(line, /[|｜│┃]/gu);
  if (bars.length < FEWEST_CELLS) return [];
  const opens = BAR.test(line.text.trimStart()[0] ?? '');
  const closes = BAR.test(line.text.trimEnd().at(-1) ?? '');
  const edges = [...(opens ? [] : [-1]), ...bars, ...(closes ? [] : [line.text.length])];
  return edges.slice(1).map((edge, index) => bounded(line, (edges[index] ?? -1) + 1, edge));
}

function tabCells(line: Line): readonly Cell[] {
  if (BAR.test(line.text)) return [];
  const tabs = marksIn(line, /\t/gu);
  if (tabs.length === 0 || line.text.trim() === '') return [];
  const edges = [-1, ...tabs, line.text.length];
  return edges.slice(1).map((edge, index) => bounded(line, (edges[index] ?? -1) + 1, edge));
}

/** The cell between two places of a line, without its outer blanks. */
function bounded(line: Line, from: number, to: number): Cell {
  const cell = line.text.slice(from, to);
  const lead = cell.length - cell.trimStart().length;
  const start = line.start + from + (cell.trim() === '' ? 0 : lead);
  return { start, end: start + cell.trim().length };
}

/** Cells that blanks keep apart, in as many columns as a header with known words has. */
function alignedTables(text: string): readonly Table[] {
  const tables: Table[] = [];
  let block: Line[] = [];
  let width = 0;
  const close = (): void => {
    if (block.length >= FEWEST_ROWS) tables.push(tableOf(block, blankCells));
    block = [];
  };
  for (const line of linesOf(text)) {
    const columns = blankCells(line).length;
    if (block.length > 0 && columns === width) block.push(line);
    else {
      close();
      if (columns >= 3 && isHeader(line)) [block, width] = [[line], columns];
    }
  }
  close();
  return tables;
}

const isHeader = (line: Line): boolean =>
  blankCells(line).filter(({ start, end }) => {
    const word = line.text.slice(start - line.start, end - line.start);
    return columnRole(word) !== undefined;
  }).length >= 2;

function blankCells(line: Line): readonly Cell[] {
  if (BAR.test(line.text) || line.text.includes('\t')) return [];
  const cells = [...line.text.matchAll(/[^\s\u3000]+(?:[ ][^\s\u3000]+)*/gu).take(LAST_COLUMN + 1)];
  if (cells.length > LAST_COLUMN) return [];
  return cells.map((match) => ({
    start: line.start + match.index,
    end: line.start + match.index + match[0].length,
  }));
}
