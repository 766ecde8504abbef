import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';

type Value = string | number | Date | null;
type Cells = Readonly<Record<string, Value>>;

/** A workbook as people edit it: its sheets with their rows, the head first. */
export type EditedSheet = { readonly sheet: string; readonly data: Value[][] };

/** The sheets of a workbook, ready to be edited. */
export const sheetsOf = async (bytes: Uint8Array): Promise<EditedSheet[]> =>
  (await readXlsxFile(Buffer.from(bytes))) as unknown as EditedSheet[];

/** The workbook of `sheets` after somebody edited them. */
export function workbookOf(sheets: readonly EditedSheet[]): Promise<Uint8Array> {
  const cells = sheets.map(({ sheet, data }) => ({
    sheet,
    data: data.map((row) =>
      row.map((value) =>
        value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : value,
      ),
    ),
  }));
  return writeXlsxFile(cells as never).toBuffer();
}

/**
 * `bytes` with the cells of each row that `change` names by their titles.
 *
 * @param change - is given each row below the head by the titles of its columns.
 */
export async function withCells(
  bytes: Uint8Array,
  change: (row: (title: string) => Value) => Cells,
): Promise<Uint8Array> {
  const sheets = await sheetsOf(bytes);
  for (const { data } of sheets) {
    const [head = [], ...rows] = data;
    for (const row of rows) {
      const cells = change((title) => row[head.indexOf(title)] ?? null);
      for (const [title, value] of Object.entries(cells)) row[head.indexOf(title)] = value;
    }
  }
  return workbookOf(sheets);
}
