import { z } from 'zod';
import type { Problem } from '../domain/base/problems.ts';
import { cellText } from './read-cells.ts';
import type { WorksheetRow } from './read-worksheets.ts';

/** The column with the key of the record that a row was exported from. */
export const KEY = '编号';

/** The column with what the row's cells held when it was exported, so that an old file says nothing new. */
export const HELD = '导出时的内容（请勿改动）';

/** A head as {@link WorksheetRow} knows it. */
const HELD_TITLE = HELD.replaceAll('（', '(').replaceAll('）', ')');

const Held = z.record(z.string(), z.string());

/** What the cells of a row held, by their titles, as text. */
export type HeldCells = Readonly<Record<string, string>>;

/** The text that {@link heldBy} reads again. */
export const heldText = (cells: HeldCells): string => JSON.stringify(cells);

/**
 * What the cells of `row` held when it was exported; null for a row that was written by hand.
 *
 * @returns a problem where somebody changed it.
 */
export function heldBy(
  row: WorksheetRow,
): { readonly held: HeldCells | null } | { readonly problem: Problem } {
  const cell = row.cell(HELD_TITLE);
  const text = cellText(cell);
  if (text === '') return { held: null };
  const read = Held.safeParse(parsed(text));
  if (read.success) return { held: read.data };
  const remedy = '请重新导出，在新的表里填';
  return { problem: { place: cell.place, message: '这一列被改动过，不能再用', remedy } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a cell that was exported says now. */
export type CellNews = 'nothing' | 'news' | 'conflict';

/**
 * What a cell says: nothing where it is as it was exported, or as the record is now; news where the
 * record is still as it was exported; and where both changed, which of them is right must be asked.
 *
 * @param held - as the cell was exported; undefined if unknown.
 */
export function saidBy<Value>(
  cell: Value,
  { held, now }: { readonly held: Value | undefined; readonly now: Value },
  isSame: (a: Value, b: Value) => boolean,
): CellNews {
  if (isSame(cell, now) || (held !== undefined && isSame(cell, held))) return 'nothing';
  return held === undefined || isSame(held, now) ? 'news' : 'conflict';
}

/** A cell whose record somebody else changed since it was exported, with both values. */
export const conflictAt = (
  place: string,
  { held, now, cell }: { readonly held: string; readonly now: string; readonly cell: string },
): Problem => {
  const was = held === '' ? '空的' : held;
  const is = now === '' ? '空的' : now;
  return {
    place,
    message: `导出以后别人改过：导出时是${was}，现在登记的是${is}，表里填的是${cell === '' ? '空的' : cell}`,
    remedy: '请与改动的人核对，重新导出，在新的表里填',
  };
};

/** A row of a record that another row of the workbook is of already. */
export const repeatedAt = (place: string, first: string): Problem => ({
  place,
  message: `与 ${first} 是同一项`,
  remedy: '请只留一行，再导入',
});
