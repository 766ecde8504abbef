import { readFile, stat } from 'node:fs/promises';
import { BadInput } from '../../functions/domain/base/problems.ts';
import { LARGEST_FILE } from '../../functions/reader/formats/read-document.ts';
import { badCall } from './read-options.ts';

const FILE_FAULTS: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  ENOENT: ['没有这个文件', '请检查文件名和所在的文件夹'],
  EACCES: ['没有权限打开', '请检查文件的权限'],
  EISDIR: ['这是文件夹，不是文件', '请写明文件夹里的哪个文件'],
};

/**
 * The content of `file`, of at most {@link LARGEST_FILE} bytes.
 *
 * @throws {BadInput} if it cannot be read or is larger.
 */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size <= LARGEST_FILE) return await readFile(file);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const [message, remedy] = FILE_FAULTS[code] ?? ['打不开', '请检查文件后再试'];
    throw new BadInput([{ place: file, message, remedy }], { cause });
  }
  throw badCall(file, '文件超过 50 MB', '请去掉图片和附件，只留计划正文，再读一次');
}
