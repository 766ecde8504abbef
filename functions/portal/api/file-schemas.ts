import { z } from 'zod';
import { OneLine } from '../../domain/base/parsing.ts';
import type { Portal } from '../http/portal.ts';
import { type GivenFile, plainName, refuseLarge } from '../http/uploads.ts';

/** A file as a call brings it. */
export const FileBody = z.object({
  file: OneLine.min(1).max(200).describe('文件名'),
  content: z.base64('应是 Base64').describe('文件内容，Base64，至多 20 MB；在 AWS 上至多 4 MB'),
});

/** A workbook that was filled in. */
export const WorkbookBody = FileBody.extend({
  onlyGood: z.boolean().default(false).describe('只导入没有问题的行'),
  confirm: z
    .boolean()
    .default(false)
    .describe('与上次或目标相差很大的数已经核对过，没有填错，照样导入'),
});

export const ImportedBody = z.object({
  read: z.int().describe('读入的行数'),
  news: z.int().describe('其中有变化的'),
  problems: z.array(z.object({ place: z.string(), message: z.string(), remedy: z.string() })),
});

/** The file that a call brings. @throws {BadInput} for one that is too large. */
export function givenIn({ file, content }: z.output<typeof FileBody>, portal: Portal): GivenFile {
  const given = { file: plainName(file), bytes: Buffer.from(content, 'base64') };
  refuseLarge(given, portal);
  return given;
}
