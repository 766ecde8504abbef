import readXlsxFile, { type SheetData } from 'read-excel-file/node';
import { BadInput } from '../../domain/base/problems.ts';
import { type Parts, pack } from './bounded-zip.ts';
import { outOfBounds } from './workbook-bounds.ts';

/** A sheet with the values of its cells, every row as wide as the widest. */
type Sheet = { readonly sheet: string; readonly data: SheetData };

/**
 * Opens a workbook. The package that reads its cells makes room for every row and column up to the
 * last one, so that what lies too far out is refused before.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} if it is larger than is read, naming sheet and cell.
 * @throws {Error} if it is not a workbook.
 */
export async function openWorkbook(parts: Parts, file: string): Promise<readonly Sheet[]> {
  const problems = outOfBounds(parts, file);
  if (problems.length > 0) throw new BadInput(problems);
  return await readXlsxFile(pack(parts));
}
