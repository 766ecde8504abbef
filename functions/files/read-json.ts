import { TextDecoder } from 'node:util';
import { BadInput } from '../domain/base/problems.ts';

/**
 * The value in a JSON file in UTF-8.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} if it is not one whole JSON value in UTF-8.
 */
export function readJson(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    const remedy = '请检查文件的编码、引号、逗号和括号';
    throw new BadInput([{ place: file, message: '不是 UTF-8 的完整 JSON', remedy }], { cause });
  }
}
