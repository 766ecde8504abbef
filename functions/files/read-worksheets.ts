import { BadInput, type Problem } from '../domain/base/problems.ts';
import { unpack } from '../reader/formats/bounded-zip.ts';
import { openWorkbook } from '../reader/formats/open-workbook.ts';
import { letters } from '../reader/tables/table-bounds.ts';
import { type CellNote, cellNotes, type SheetNotes } from './cell-notes.ts';

/** What a cell holds. */
type CellValue = string | number | boolean | Date | null;

/** A cell with where it stands, `资金.xlsx “专项债券”表 第3行 C列（金额(万元)）`. */
export type WorksheetCell = {
  readonly value: CellValue;
  readonly place: string;
  /** What it is besides its value; undefined for an ordinary cell. */
  readonly note?: CellNote | undefined;
};

/** One filled row below the head of a sheet. */
export type WorksheetRow = {
  readonly place: string;
  /** The cell under the head `title`; an empty one where the sheet has no such column. */
  readonly cell: (title: string) => WorksheetCell;
};

export type Worksheet = {
  readonly name: string;
  readonly place: string;
  readonly rows: readonly WorksheetRow[];
};

/** What was read of a workbook, and what is wrong with the rest of it. */
export type SheetReading<Value> = {
  readonly values: readonly Value[];
  readonly problems: readonly Problem[];
};

/**
 * Reads the sheets of a workbook whose head has all `titles`.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} if it is not a workbook, or no row of a sheet has the titles.
 */
export async function readSheets(
  bytes: Uint8Array,
  file: string,
  titles: readonly string[],
): Promise<readonly Worksheet[]> {
  const problems: Problem[] = [];
  const sheets = (await opened(bytes, file)).flatMap(({ sheet: name, data, notes }) => {
    const place = `${file} “${name}”表`;
    const head = data.findIndex((row) => {
      const heads = new Set(row.map(titleOf));
      return titles.every((title) => heads.has(title));
    });
    if (head >= 0) return [{ name, place, rows: rowsBelow({ data, head, place, notes }) }];
    const message = `没有表头，应有这些列：${titles.join('、')}`;
    problems.push({ place, message, remedy: '请用导出的表作样板' });
    return [];
  });
  if (problems.length > 0) throw new BadInput(problems);
  return sheets;
}

type Data = readonly (readonly unknown[])[];

type Opened = {
  readonly sheet: string;
  readonly data: Data;
  readonly notes: SheetNotes;
};

async function opened(bytes: Uint8Array, file: string): Promise<readonly Opened[]> {
  try {
    const parts = await unpack(bytes, file);
    const noted = cellNotes(parts);
    const sheets = await openWorkbook(parts, file);
    return sheets.map((each, at) => ({ ...each, notes: noted[at] ?? new Map() }));
  } catch (cause) {
    if (cause instanceof BadInput) throw cause;
    const remedy = '请另存为 .xlsx 再试';
    throw new BadInput([{ place: file, message: '不是能读的 Excel 文件', remedy }], { cause });
  }
}

/** What is wrong with a formula that the program which wrote the file did not compute. */
export const UNCOMPUTED = {
  message: '这一格是公式，还没有算出结果',
  remedy: '请用 Excel 或 WPS 打开，算出来以后保存，再导入',
} as const;

/** A head as typed: without spaces, with either kind of brackets. */
const titleOf = (value: unknown): string =>
  (typeof value === 'string' ? value : '')
    .replaceAll(/\s/g, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')');

type Below = {
  readonly data: Data;
  readonly head: number;
  readonly place: string;
  readonly notes: SheetNotes;
};

function rowsBelow({ data, head, place: sheet, notes }: Below): readonly WorksheetRow[] {
  const titles = (data[head] ?? []).map(titleOf);
  return data.slice(head + 1).flatMap((row, at) => {
    if (row.every((value) => value === null || value === '')) return [];
    const number = head + at + 2;
    const place = `${sheet} 第${number}行`;
    const cell = (title: string): WorksheetCell => {
      const column = titles.indexOf(title);
      const value = (row[column] ?? null) as CellValue;
      const letter = letters(column);
      return {
        value,
        place: `${place} ${letter}列（${title}）`,
        note: notes.get(`${letter}${number}`),
      };
    };
    return [{ place, cell }];
  });
}
