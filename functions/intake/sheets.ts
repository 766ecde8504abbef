import { BadInput, type Problem } from '../domain/problem.ts';
import { unpack } from './bounded-zip.ts';
import { openWorkbook } from './open-workbook.ts';
import { letters } from './table-bounds.ts';

/** What a cell holds. */
type CellValue = string | number | boolean | Date | null;

/** A cell with where it stands, `资金.xlsx “专项债券”表 第3行 C列（金额(万元)）`. */
export type Cell = { readonly value: CellValue; readonly place: string };

/** One filled row below the head of a sheet. */
export type Row = {
  readonly place: string;
  /** The cell under the head `title`; an empty one where the sheet has no such column. */
  readonly cell: (title: string) => Cell;
};

export type Sheet = {
  readonly name: string;
  readonly place: string;
  readonly rows: readonly Row[];
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
 * @throws {BadInput} if it is no workbook, or no row of a sheet has the titles.
 */
export async function readSheets(
  bytes: Uint8Array,
  file: string,
  titles: readonly string[],
): Promise<readonly Sheet[]> {
  const problems: Problem[] = [];
  const sheets = (await opened(bytes, file)).flatMap(({ sheet: name, data }) => {
    const place = `${file} “${name}”表`;
    const head = data.findIndex((row) => {
      const heads = new Set(row.map(titleOf));
      return titles.every((title) => heads.has(title));
    });
    if (head >= 0) return [{ name, place, rows: rowsBelow(data, head, place) }];
    const message = `没有表头，应有这些列：${titles.join('、')}`;
    problems.push({ place, message, remedy: '请用导出的表作样板' });
    return [];
  });
  if (problems.length > 0) throw new BadInput(problems);
  return sheets;
}

type Data = readonly (readonly unknown[])[];

async function opened(
  bytes: Uint8Array,
  file: string,
): Promise<readonly { readonly sheet: string; readonly data: Data }[]> {
  try {
    return await openWorkbook(await unpack(bytes, file), file);
  } catch (cause) {
    if (cause instanceof BadInput) throw cause;
    const remedy = '请另存为 .xlsx 再试';
    throw new BadInput([{ place: file, message: '不是能读的 Excel 文件', remedy }], { cause });
  }
}

/** A head as typed: without spaces, with either kind of brackets. */
const titleOf = (value: unknown): string =>
  (typeof value === 'string' ? value : '')
    .replaceAll(/\s/g, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')');

function rowsBelow(data: Data, head: number, sheet: string): readonly Row[] {
  const titles = (data[head] ?? []).map(titleOf);
  return data.slice(head + 1).flatMap((row, at) => {
    if (row.every((value) => value === null || value === '')) return [];
    const place = `${sheet} 第${head + at + 2}行`;
    const cell = (title: string): Cell => {
      const column = titles.indexOf(title);
      const value = (row[column] ?? null) as CellValue;
      return { value, place: `${place} ${letters(column)}列（${title}）` };
    };
    return [{ place, cell }];
  });
}
