import { withoutHidden } from '../../domain/base/one-line.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { LAST_COLUMN, MOST_CELLS } from '../tables/table-bounds.ts';
import type { PlanDocument, TableCell, TextTable } from '../text/document.ts';

/** A cell before it has a place: its text, and how many columns and rows it covers. */
export type LooseCell = {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
};

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly LooseCell[])[] };

/**
 * One text out of paragraphs and tables: a paragraph or a row a line, cells parted
 * by tabs. A merged cell occurs in every row and column it covers, with one range.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} naming the table that has more columns or cells than are read.
 */
export function buildDocument(blocks: readonly Block[], file: string): PlanDocument {
  const parts: string[] = [];
  const tables: TextTable[] = [];
  let [length, filled] = [0, 0];
  const bound = (columns: number, row: number): void => {
    filled += 1;
    if (columns <= LAST_COLUMN && filled <= MOST_CELLS) return;
    const place = `${file} 第${tables.length + 1}个表第${row + 1}行`;
    const message =
      columns > LAST_COLUMN
        ? `超过 ${LAST_COLUMN} 列`
        : `到这一行，各表合计超过能读的 ${MOST_CELLS} 格`;
    throw new BadInput([
      { place, message, remedy: '请拆开合并的单元格，只留要读的行列，再试一次' },
    ]);
  };
  const write = (given: string): void => {
    const text = withoutHidden(given);
    parts.push(text);
    length += text.length;
  };
  for (const block of blocks) {
    const start = length;
    if (block.kind === 'paragraph') write(block.text);
    else {
      const rows = writeRows(block.rows, { write, place: () => length, bound });
      tables.push({ start, end: length, rows });
    }
    write('\n');
  }
  return { text: parts.join(''), tables };
}

type Open = { readonly cell: TableCell; readonly left: number };

type Writer = {
  readonly write: (text: string) => void;
  readonly place: () => number;
  /** Told of every cell, with the columns so far and the place of the row. */
  readonly bound: (columns: number, row: number) => void;
};

function writeRows(
  rows: readonly (readonly LooseCell[])[],
  { write, place, bound }: Writer,
): readonly (readonly TableCell[])[] {
  let open: ReadonlyMap<number, Open> = new Map();
  return rows.map((row, index) => {
    if (index > 0) write('\n');
    const next = new Map<number, Open>();
    const cells: TableCell[] = [];
    const keep = (cell: TableCell, left: number): void => {
      if (left > 0) next.set(cells.length, { cell, left });
      cells.push(cell);
      bound(cells.length, index);
    };
    const carry = (): void => {
      for (let above = open.get(cells.length); above; above = open.get(cells.length)) {
        keep(above.cell, above.left - 1);
      }
    };
    for (const loose of row) {
      carry();
      if (cells.length > 0) write('\t');
      const start = place();
      write(loose.text);
      const cell = { start, end: place() };
      for (let column = 0; column < loose.columns; column += 1) {
        keep(column === 0 ? cell : { start: cell.end, end: cell.end }, loose.rows - 1);
      }
    }
    carry();
    open = next;
    return cells;
  });
}
