import { basename } from 'node:path';
import { BadInput } from '../functions/domain/base/problems.ts';
import type { Workbook } from '../functions/flows/files/import-workbooks.ts';
import type { Terminal } from './command.ts';
import { readInput, refused } from './options.ts';
import { writeWhole } from './write-whole.ts';

/** The options of a report that goes to Excel and back. */
export const sheetSpec = {
  export: { type: 'string' },
  import: { type: 'string' },
  'good-rows': { type: 'boolean' },
  as: { type: 'string' },
} as const;

export type SheetOptions = {
  readonly export?: string;
  readonly import?: string;
  readonly 'good-rows'?: boolean;
  readonly as?: string;
  readonly stack?: string;
  readonly park?: string;
  readonly live?: boolean;
  readonly data?: string;
};

/** How they are explained, in Chinese. */
export const sheetUsage = [
  '  --export 文件.xlsx            导出成 Excel，也是填报的样板',
  '  --import 文件.xlsx --as 联系人 从 Excel 导入；有一格不对就什么也不导入，并逐格列出',
  '  --good-rows                   只导入没有问题的行',
].join('\n');

/**
 * Writes a workbook where a person asked for it.
 *
 * @throws {BadInput} if it cannot be written there.
 */
export async function save(path: string, bytes: Uint8Array, { out }: Terminal): Promise<void> {
  try {
    await writeWhole(path, bytes);
  } catch (cause) {
    const remedy = '请核对文件夹，以及有没有写入权限';
    throw new BadInput([{ place: `文件 ${path}`, message: '写不进去', remedy }], { cause });
  }
  out(`已导出到 ${path}。`);
}

/** The workbook that is to be imported. @throws {BadInput} if it cannot be read. */
export const workbookFrom = async (path: string, options: SheetOptions): Promise<Workbook> => ({
  bytes: await readInput(path),
  file: basename(path),
  onlyGood: options['good-rows'] ?? false,
});

/** Who imports. */
export function importer(as: string | undefined): string {
  if (as !== undefined) return as;
  throw refused('as', '没有说明由谁导入', '请写成 --as caijin-owner');
}
