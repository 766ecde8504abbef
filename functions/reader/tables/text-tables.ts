import type { PlanDocument, TableCell, TextTable } from '../text/document.ts';
import { blankCells, pipeCells, type TextLine, tabCells } from './line-cells.ts';
import { columnRole } from './table-columns.ts';

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

function linesOf(text: string): readonly TextLine[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const span = { start, end: start + line.length, text: line };
    start = span.end + 1;
    return span;
  });
}

type CellReader = (line: TextLine) => readonly TableCell[];

/** Stretches of lines that `cells` can read as rows. */
function tablesBy(text: string, cells: CellReader): readonly TextTable[] {
  return blocks(linesOf(text), (line) => cells(line).length >= FEWEST_CELLS || isRuler(line))
    .filter((block) => block.length >= FEWEST_ROWS)
    .map((block) => tableOf(block, cells));
}

/** |---|---| and ├──┼──┤ draw, they say nothing. */
const isRuler = ({ text }: TextLine): boolean => text.trim() !== '' && RULER.test(text);

const RULER = /^[\s|｜│┃:\-─━═┼├┤┌┐└┘┬┴—+]*$/u;

function tableOf(block: readonly TextLine[], cells: CellReader): TextTable {
  return {
    start: block[0]?.start ?? 0,
    end: block.at(-1)?.end ?? 0,
    rows: block.filter((line) => !RULER.test(line.text)).map((line) => cells(line)),
  };
}

function blocks(
  lines: readonly TextLine[],
  belongs: (line: TextLine) => boolean,
): readonly (readonly TextLine[])[] {
  const found: TextLine[][] = [];
  let open: TextLine[] | undefined;
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

/** Cells that blanks keep apart, in as many columns as a header with known words has. */
function alignedTables(text: string): readonly TextTable[] {
  const tables: TextTable[] = [];
  let block: TextLine[] = [];
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

const isHeader = (line: TextLine): boolean =>
  blankCells(line).filter(({ start, end }) => {
    const word = line.text.slice(start - line.start, end - line.start);
    return columnRole(word) !== undefined;
  }).length >= 2;
