import { withoutHidden } from '../domain/one-line.ts';
import type { Cell, PlanDocument, Table } from './document.ts';

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
 * by tabs. A merged cell stands in every row and column it covers, at one place.
 */
export function buildDocument(blocks: readonly Block[]): PlanDocument {
  const parts: string[] = [];
  const tables: Table[] = [];
  let length = 0;
  const write = (given: string): void => {
    const text = withoutHidden(given);
    parts.push(text);
    length += text.length;
  };
  for (const block of blocks) {
    const start = length;
    if (block.kind === 'paragraph') write(block.text);
    else {
      const rows = writeRows(block.rows, write, () => length);
      tables.push({ start, end: length, rows });
    }
    write('\n');
  }
  return { text: parts.join(''), tables };
}

type Open = { readonly cell: Cell; readonly left: number };

function writeRows(
  rows: readonly (readonly LooseCell[])[],
  write: (text: string) => void,
  place: () => number,
): readonly (readonly Cell[])[] {
  let open: ReadonlyMap<number, Open> = new Map();
  return rows.map((row, index) => {
    if (index > 0) write('\n');
    const next = new Map<number, Open>();
    const cells: Cell[] = [];
    const keep = (cell: Cell, left: number): void => {
      if (left > 0) next.set(cells.length, { cell, left });
      cells.push(cell);
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
