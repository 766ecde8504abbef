import { basename } from 'node:path';
import { BadInput } from '../functions/domain/base/problems.ts';
import type { Workbook } from '../functions/flows/files/import-workbooks.ts';
import type { Terminal } from './command.ts';
import { badOption, type OptionValues, readInput } from './options.ts';
import type { parkOptions } from './park-access.ts';
import { writeWhole } from './write-whole.ts';

/** Options of a report that can be exported to Excel and imported again. */
export const workbookOptions = {
  export: { type: 'string' },
  import: { type: 'string' },
  'good-rows': { type: 'boolean' },
  as: { type: 'string' },
} as const;

export type WorkbookOptions = OptionValues<typeof workbookOptions & typeof parkOptions>;

/** Help text of {@link workbookOptions}, in Chinese. */
export const workbookUsage = [
  '  --export 文件.xlsx            导出成 Excel，也是填报的样板',
  '  --import 文件.xlsx --as 联系人 从 Excel 导入；有一格不对就什么也不导入，并逐格列出',
  '  --good-rows                   只导入没有问题的行',
].join('\n');

/**
 * Writes a workbook to `path`.
 *
 * @throws {BadInput} if it cannot be written there.
 */
export async function saveWorkbook(
  path: string,
  bytes: Uint8Array,
  { out }: Terminal,
): Promise<void> {
  try {
    await writeWhole(path, bytes);
  } catch (cause) {
    const remedy = '请核对文件夹，以及有没有写入权限';
    throw new BadInput([{ place: `文件 ${path}`, message: '写不进去', remedy }], { cause });
  }
  out(`已导出到 ${path}。`);
}

/** Reads the workbook to import. @throws {BadInput} if it cannot be read. */
export const workbookFrom = async (path: string, options: WorkbookOptions): Promise<Workbook> => ({
  bytes: await readInput(path),
  file: basename(path),
  onlyGood: options['good-rows'] ?? false,
});

/** The contact that imports. @throws {BadInput} if none is given. */
export function importer(as: string | undefined): string {
  if (as !== undefined) return as;
  throw badOption('as', '没有说明由谁导入', '请写成 --as caijin-owner');
}
