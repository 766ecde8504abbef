import type { Problem } from '../../domain/base/problems.ts';
import {
  columnNumber,
  LAST_COLUMN,
  LAST_ROW,
  letters,
  MOST_CELLS,
  MOST_SHEETS,
} from '../tables/table-bounds.ts';
import { LONGEST_TEXT } from '../text/document.ts';
import { pattern } from '../text/patterns.ts';
import type { Parts } from './bounded-zip.ts';
import { attributesOf, tokensOf, unescaped, type XmlToken } from './xml-tokens.ts';

/** Rows that a sheet may have. Those without a value take little room, but there may be many sheets. */
const EXCEL_ROWS = 1_048_576;
const MOST_EMPTY_ROWS = 4 * EXCEL_ROWS;

/** Characters of one cell and of one format, as XML may write them: Excel has 32,767 and 255. */
const LONGEST_CELL = 200_000;
const LONGEST_FORMAT = 2000;

/** How far a sheet goes, counted from 1. */
type Extent = {
  /** Of cells that hold something. */
  readonly rows: number;
  readonly columns: number;
  readonly characters: number;
  /** The last row, whether it holds something or not. */
  readonly lastRow: number;
  /** Cells that hold something and lie too far out. */
  readonly far: readonly string[];
};

type Measured = { readonly place: string; readonly extent: Extent };

/**
 * What of a workbook lies farther out, or is more, than is read.
 *
 * @param file - its name, for messages.
 * @throws {RangeError} if it is no workbook.
 */
export function outOfBounds(parts: Parts, file: string): readonly Problem[] {
  const { sheets, styles, strings } = contentsOf(parts);
  if (sheets.length > MOST_SHEETS) {
    const message = `有 ${sheets.length} 张表，最多读 ${MOST_SHEETS} 张`;
    return [{ place: file, message, remedy: '请只留要读的表，再试一次' }];
  }
  checkFormats(textOf(parts, styles));
  const lengths = stringLengths(textOf(parts, strings));
  const measured = sheets.map(({ name, path }) => ({
    place: `${file} “${name}”表`,
    extent: extentOf(textOf(parts, path), lengths),
  }));
  const far = measured.flatMap(farOut);
  return far.length > 0 ? far : tooMuch(measured);
}

function farOut({ place, extent: { far } }: Measured): readonly Problem[] {
  const [first, ...others] = far;
  if (first === undefined) return [];
  const also = others.length > 0 ? `（这样的还有 ${others.length} 格）` : '';
  const message = `这一格离得太远，最多读到第 ${LAST_ROW} 行、${letters(LAST_COLUMN - 1)} 列${also}`;
  return [{ place: `${place} ${first}`, message, remedy: '请删去它，或移到表格旁边，再试一次' }];
}

function tooMuch(sheets: readonly Measured[]): readonly Problem[] {
  const wrong = (
    sizeOf: (extent: Extent) => number,
    most: number,
    say: (extent: Extent) => string,
  ): readonly Problem[] => {
    const total = sheets.reduce((sum, { extent }) => sum + sizeOf(extent), 0);
    const [largest] = sheets.toSorted((a, b) => sizeOf(b.extent) - sizeOf(a.extent));
    if (total <= most || !largest) return [];
    const remedy = '请删去空白和无关的行列，或分成几个文件，再试一次';
    return [{ place: largest.place, message: say(largest.extent), remedy }];
  };
  return [
    ...wrong(
      ({ rows, columns }) => rows * columns,
      MOST_CELLS,
      ({ rows, columns }) => `共 ${rows} 行、${columns} 列，各表合计超过能读的 ${MOST_CELLS} 格`,
    ),
    ...wrong(
      ({ lastRow }) => lastRow,
      MOST_EMPTY_ROWS,
      ({ lastRow }) => `到第 ${lastRow} 行才完，空行太多`,
    ),
    ...wrong(
      ({ characters }) => characters,
      LONGEST_TEXT,
      ({ characters }) => `共 ${characters} 个字，各表合计超过能读的 ${LONGEST_TEXT} 个字`,
    ),
  ];
}

type Contents = {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly styles: string;
  readonly strings: string;
};

const RELATION = pattern`
  ^http://(?:schemas\.openxmlformats\.org/officeDocument/2006|purl\.oclc\.org/ooxml/officeDocument)
  /relationships/(?<kind>worksheet|styles|sharedStrings)$
`;

/** A part that the workbook refers to. */
type Relation = { readonly kind: string; readonly id: string; readonly path: string };

function relationsOf(parts: Parts): readonly Relation[] {
  const tags = tagsIn(textOf(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship');
  return [...tags].map((tag) => {
    const relation = attributesOf(tag);
    const target = relation.get('Target') ?? '';
    return {
      kind: RELATION.exec(relation.get('Type') ?? '')?.groups?.['kind'] ?? '',
      id: relation.get('Id') ?? '',
      path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    };
  });
}

/** Which part is what, as the package that reads the cells finds them. */
function contentsOf(parts: Parts): Contents {
  const relations = relationsOf(parts);
  const lastOf = (wanted: string): string | undefined =>
    relations.findLast(({ kind }) => kind === wanted)?.path;
  const worksheets = relations.filter(({ kind }) => kind === 'worksheet');
  const paths = new Map(worksheets.map(({ id, path }) => [id, path]));
  const sheets = tagsIn(textOf(parts, 'xl/workbook.xml'), 'sheet').flatMap((tag) => {
    const sheet = attributesOf(tag);
    const path = paths.get(sheet.get('id') ?? '');
    return path === undefined ? [] : [{ name: unescaped(sheet.get('name') ?? ''), path }];
  });
  return {
    sheets: [...sheets],
    styles: lastOf('styles') ?? 'xl/styles.xml',
    strings: lastOf('sharedStrings') ?? 'xl/sharedStrings.xml',
  };
}

/** A part as text; empty where the workbook has none. */
const textOf = (parts: Parts, path: string): string => new TextDecoder().decode(parts.get(path));

/** @yields the opening tags of all elements called `name`. */
function* tagsIn(xml: string, name: string): Generator<string, void> {
  for (const token of tokensOf(xml)) {
    if (token.kind === 'open' && token.name === name) yield token.tag;
  }
}

/** @throws {RangeError} for a format that is none: telling whether it is one of dates takes its square. */
function checkFormats(styles: string): void {
  if (tagsIn(styles, 'numFmt').some((tag) => tag.length > LONGEST_FORMAT)) {
    throw new RangeError('a format is too long');
  }
}

/** How long each of the strings is that cells refer to by number. */
function stringLengths(xml: string): readonly number[] {
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

/** A cell as it is met in the XML. */
type Met = { readonly address: string; readonly isShared: boolean; row: number; column: number };

/** What was met of a sheet so far. Changes while it is walked. */
type Walked = {
  rows: number;
  columns: number;
  characters: number;
  lastRow: number;
  cell: Met | undefined;
  isValue: boolean;
  readonly far: string[];
};

function extentOf(xml: string, lengths: readonly number[]): Extent {
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

/** @throws {RangeError} for what is no row of a sheet. */
function rowNumber(text: string): number {
  if (/^[1-9]\d{0,6}$/u.test(text) && Number(text) <= EXCEL_ROWS) return Number(text);
  throw new RangeError(`there is no row ${text}`);
}
