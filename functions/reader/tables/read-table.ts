import { findDates } from '../dates/find-dates.ts';
import { NOBODY, type Owners, readOwners } from '../owners/owner-phrases.ts';
import { cleanView } from '../text/clean.ts';
import type { TableCell, TextTable } from '../text/document.ts';
import { readCell, type TableReading } from './read-cell.ts';
import { readIndicator } from './read-indicator.ts';
import { type ColumnRole, columnRoles } from './table-columns.ts';
import { type TableContext, type TableRow, tableRow } from './table-rows.ts';

const HEADER_WITHIN = 4;

/** Reads a table of tasks or indicators; undefined if no header row is recognized. */
export function readTable(table: TextTable, context: TableContext): TableReading | undefined {
  const said = (cell: TableCell): string => context.text.slice(cell.start, cell.end);
  const head = table.rows
    .slice(0, HEADER_WITHIN)
    .findIndex((row) => columnRoles(row.map(said)) !== undefined);
  const headers = table.rows[head]?.map(said);
  const roles = headers && columnRoles(headers);
  if (!headers || !roles) return undefined;
  const readings: TableReading[] = [];
  let inherited: ReadonlyMap<ColumnRole, TableCell> = new Map();
  for (const cells of table.rows.slice(head + 1)) {
    if (isSection(cells.map(said), headers.length)) continue;
    const row = tableRow(cells, { roles, headers, inherited, said });
    inherited = row.inherited;
    readings.push(readRow(row, context));
  }
  return together(readings);
}

const together = (readings: readonly TableReading[]): TableReading => ({
  drafts: readings.flatMap(({ drafts }) => drafts),
  passed: readings.flatMap(({ passed }) => passed),
});

/** 二 | 城市更新: a row that only names the group of rows below it. */
function isSection(texts: readonly string[], columns: number): boolean {
  const filled = texts.filter((text) => text.trim() !== '');
  const [first = ''] = filled;
  if (columns < 3 || filled.length > 2) return false;
  const title = filled.at(-1) ?? '';
  const numbered = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.]?$/u.test(first.trim());
  return (numbered || filled.length === 1) && title.length <= 24 && !/\d|[，。；]/u.test(title);
}

const cellsOf = (row: TableRow, role: ColumnRole): readonly TableCell[] =>
  row.cells.filter((one) => one.role === role).map(({ cell }) => cell);

function ownersOf(row: TableRow, text: string): Owners {
  const read = (role: ColumnRole): Owners[] =>
    cellsOf(row, role).map((cell) =>
      readOwners(text.slice(cell.start, cell.end).replace(/\s*\n\s*/gu, '、')),
    );
  const leads = read('lead');
  const owners = [...new Set(leads.flatMap((one) => one.owners))];
  const support = [
    ...leads.flatMap((one) => one.support),
    ...read('support').flatMap((one) => [...one.owners, ...one.support]),
  ];
  return leads.length + support.length === 0 ? NOBODY : { owners, support: [...new Set(support)] };
}

function readRow(row: TableRow, context: TableContext): TableReading {
  const owners = ownersOf(row, context.text);
  const indicator = readIndicator(row, owners, context);
  if (indicator) return { drafts: [indicator], passed: [] };
  const due = cellsOf(row, 'due').map((cell) => cleanView(context.text, cell));
  const tasks = row.cells.filter(({ role }) => role === 'task');
  const staged = row.cells.some(({ role }) => role === 'stage');
  const own =
    tasks.length > 0 || staged
      ? tasks
      : row.cells.filter(({ role, header }) => role === 'name' && header !== '');
  const readings = own.map(({ cell }) => readCell(cell, due, { owners, context }));
  const stages = row.cells
    .filter(({ role }) => role === 'stage')
    .map(({ cell, header }) => {
      const dates = findDates(header.replace(/\s/gu, ''), context.planYear);
      return readCell(cell, [], { owners, context, dates });
    });
  return together([...readings, ...stages]);
}
