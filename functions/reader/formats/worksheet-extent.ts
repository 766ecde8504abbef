import { columnNumber, LAST_COLUMN, LAST_ROW } from '../tables/table-bounds.ts';
import { attributesOf, tokensOf, type XmlToken } from './xml-tokens.ts';

/** Rows that a sheet may have. */
export const EXCEL_ROWS = 1_048_576;

/** Characters of one cell, as XML may write them: Excel has 32,767. */
const LONGEST_CELL = 200_000;

/** Size of a sheet; rows and columns count from 1. */
export type Extent = {
  /** Of cells with a value. */
  readonly rows: number;
  readonly columns: number;
  readonly characters: number;
  /** The last row, even if it is empty. */
  readonly lastRow: number;
  /** Addresses of cells with a value beyond the limits. */
  readonly far: readonly string[];
};

/** Lengths of the shared strings, by their index. */
export function stringLengths(xml: string): readonly number[] {
  const lengths: number[] = [];
  for (const token of tokensOf(xml)) {
    if (token.kind === 'open' && token.name === 'si') lengths.push(0);
    if (token.kind !== 'text' || lengths.length === 0) continue;
    const length = (lengths.at(-1) ?? 0) + token.text.length;
    if (length > LONGEST_CELL) throw new RangeError('a string is too long');
    lengths[lengths.length - 1] = length;
  }
  return lengths;
}

const ADDRESS = /^(?<column>[A-Z]{1,3})(?<row>[1-9]\d{0,6})$/u;

/** A cell of the XML. */
type Met = { readonly address: string; readonly isShared: boolean; row: number; column: number };

/** Running totals; changes while the XML is read. */
type Walked = {
  rows: number;
  columns: number;
  characters: number;
  lastRow: number;
  cell: Met | undefined;
  isValue: boolean;
  readonly far: string[];
};

/**
 * Measures the sheet in `xml`.
 *
 * @param lengths - of the strings that cells refer to by number.
 * @throws {RangeError} if it is not a sheet of a workbook.
 */
export function extentOf(xml: string, lengths: readonly number[]): Extent {
  const walked: Walked = {
    rows: 0,
    columns: 0,
    characters: 0,
    lastRow: 0,
    cell: undefined,
    isValue: false,
    far: [],
  };
  for (const token of tokensOf(xml)) {
    if (token.kind === 'text') takeText(token.text, walked, lengths);
    else if (token.kind === 'open') takeOpen(token, walked);
    else if (isValueName(token.name)) walked.isValue = false;
  }
  const { rows, columns, characters, lastRow, far } = walked;
  return { rows, columns, characters, lastRow: Math.max(lastRow, rows), far };
}

const isValueName = (name: string): boolean => name === 'v' || name === 'is';

function takeText(text: string, walked: Walked, lengths: readonly number[]): void {
  if (text.length > LONGEST_CELL) throw new RangeError('a cell is too long');
  const { cell, isValue } = walked;
  if (!cell || !isValue) return;
  walked.characters += cell.isShared ? (lengths[Number(text)] ?? 0) : text.length;
}

function takeOpen(token: XmlToken & { readonly kind: 'open' }, walked: Walked): void {
  if (token.name === 'row') {
    const next = String(walked.lastRow + 1);
    walked.lastRow = rowNumber(attributesOf(token.tag).get('r') ?? next);
  } else if (token.name === 'c') walked.cell = metCell(token.tag);
  else if (isValueName(token.name) && !token.isEmpty) takeValue(walked);
}

function takeValue(walked: Walked): void {
  const { cell, far } = walked;
  if (!cell) return;
  walked.isValue = true;
  walked.rows = Math.max(walked.rows, cell.row);
  walked.columns = Math.max(walked.columns, cell.column);
  if (cell.row > LAST_ROW || cell.column > LAST_COLUMN) far.push(cell.address);
}

function metCell(tag: string): Met {
  const attributes = attributesOf(tag);
  const address = attributes.get('r') ?? '';
  const { column = '', row = '' } = ADDRESS.exec(address)?.groups ?? {};
  const place = { row: rowNumber(row), column: columnNumber(column) };
  return { address, isShared: attributes.get('t') === 's', ...place };
}

/** @throws {RangeError} if `text` is not a row number. */
function rowNumber(text: string): number {
  if (/^[1-9]\d{0,6}$/u.test(text) && Number(text) <= EXCEL_ROWS) return Number(text);
  throw new RangeError(`there is no row ${text}`);
}
