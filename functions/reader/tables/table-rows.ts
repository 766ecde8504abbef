import { LONGEST_CLAUSE } from '../clauses/statement.ts';
import type { TableCell } from '../text/document.ts';
import type { ColumnRole } from './table-columns.ts';

export type TableContext = {
  readonly text: string;
  readonly planYear: number;
  readonly area: number;
};

/** One row, its cells by role; a blank or 同上 owner, deadline or name is that of the row above. */
export type TableRow = {
  readonly cells: readonly {
    readonly role: ColumnRole;
    readonly cell: TableCell;
    readonly header: string;
  }[];
  readonly inherited: ReadonlyMap<ColumnRole, TableCell>;
};

export type RowScene = {
  readonly roles: readonly (ColumnRole | undefined)[];
  readonly headers: readonly string[];
  readonly inherited: ReadonlyMap<ColumnRole, TableCell>;
  readonly said: (cell: TableCell) => string;
};

const DITTO = /^(?:同上|〃|″|""|“)$/u;
const INHERITED: readonly ColumnRole[] = ['lead', 'due', 'name', 'support'];

/** What says who, when or in what unit is short; every row below may inherit it. */
const BRIEF: ReadonlySet<ColumnRole> = new Set(['lead', 'support', 'due', 'unit']);

const startOf = ({ start, end }: TableCell): TableCell => ({
  start,
  end: Math.min(end, start + LONGEST_CLAUSE),
});

/** The cells of one row by their roles. */
export function tableRow(
  cells: readonly TableCell[],
  { roles, headers, inherited, said }: RowScene,
): TableRow {
  const own = cells.flatMap((cell, column) => {
    const role = roles[column];
    const text = said(cell).trim();
    return role && text !== '' && !DITTO.test(text)
      ? [{ role, cell: BRIEF.has(role) ? startOf(cell) : cell, header: headers[column] ?? '' }]
      : [];
  });
  const next = new Map(inherited);
  for (const role of INHERITED) {
    const first = own.find((one) => one.role === role);
    if (first) next.set(role, first.cell);
  }
  const ditto = cells.some(
    (cell, column) => roles[column] === 'support' && DITTO.test(said(cell).trim()),
  );
  const filled = INHERITED.filter(
    (role) => (role !== 'support' || ditto) && !own.some((one) => one.role === role),
  );
  const above = filled.flatMap((role) => {
    const cell = inherited.get(role);
    return cell ? [{ role, cell, header: '' }] : [];
  });
  return { cells: [...own, ...above], inherited: next };
}
