import type { PlanDocument } from '../text/document.ts';
import type { Parts } from './bounded-zip.ts';
import { type Block, buildDocument } from './document-builder.ts';
import { openWorkbook } from './open-workbook.ts';

/**
 * Reads a workbook, every sheet a table. Cells below the first of a merged one are blank here.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} if it is larger than is read.
 * @throws {Error} if it is not a workbook.
 */
export async function readXlsx(parts: Parts, file: string): Promise<PlanDocument> {
  const sheets = await openWorkbook(parts, file);
  return buildDocument(
    sheets.flatMap(({ data }) => sheetBlocks(data)),
    file,
  );
}

type Value = string | number | boolean | Date | null | undefined | object;

/** Rows with one filled cell above the table are its title. */
function sheetBlocks(data: readonly (readonly Value[])[]): readonly Block[] {
  const rows = data.map((row) => row.map((value) => printed(value)));
  const first = rows.findIndex((row) => row.filter((text) => text !== '').length > 1);
  const titles = (first < 0 ? rows : rows.slice(0, first)).flatMap((row) =>
    row.filter((text) => text !== ''),
  );
  const table = first < 0 ? [] : rows.slice(first).filter((row) => row.some((text) => text !== ''));
  const head: Block[] = titles.map((text) => ({ kind: 'paragraph', text }));
  if (table.length === 0) return head;
  return [
    ...head,
    { kind: 'table', rows: table.map((row) => row.map((text) => ({ text, columns: 1, rows: 1 }))) },
  ];
}

function printed(value: Value): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    return `${value.getUTCFullYear()}年${value.getUTCMonth() + 1}月${value.getUTCDate()}日`;
  }
  return typeof value === 'object' ? '' : String(value).replace(/\r\n?/gu, '\n').trim();
}
