import { TextDecoder } from 'node:util';
import type { z } from 'zod';
import { inChinese, problemsOf } from '../domain/base/parsing.ts';
import { BadInput, type Problem } from '../domain/base/problems.ts';
import { refuse } from '../domain/base/refuse.ts';

/** Lines that one file may have. A park's year has some hundreds. */
const MAX_LINES = 20_000;

/** A record with its line number, from 1. */
export type JsonLine<Row> = { readonly line: number; readonly row: Row };

/**
 * Reads a JSON Lines file in UTF-8 whose every line is a `schema`. Empty lines are skipped.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} naming every line that is wrong; nothing of the file is taken then.
 */
export function readLines<Row>(
  bytes: Uint8Array,
  schema: z.ZodType<Row>,
  file: string,
): readonly JsonLine<Row>[] {
  const texts = textLines(bytes, file);
  const problems: Problem[] = [];
  const rows = texts.flatMap(({ line, text }) => {
    const read = readLine(text, schema, `${file} 第 ${line} 行`);
    if ('row' in read) return [{ line, row: read.row }];
    problems.push(...read.wrong);
    return [];
  });
  refuse(problems, file);
  if (rows.length > 0) return rows;
  throw new BadInput([{ place: file, message: '文件里没有任何记录', remedy: '请核对文件' }]);
}

type Text = { readonly line: number; readonly text: string };

function textLines(bytes: Uint8Array, file: string): readonly Text[] {
  const lines = [...splitLines(bytes)];
  if (lines.length > MAX_LINES) {
    const message = `共 ${lines.length} 行，超过一次能读入的 ${MAX_LINES} 行`;
    throw new BadInput([{ place: file, message, remedy: '请核对是不是选错了文件，或按年度分开' }]);
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return lines.flatMap((each, at) => {
    const text = decode(decoder, each, `${file} 第 ${at + 1} 行`).trim();
    return text === '' ? [] : [{ line: at + 1, text }];
  });
}

function* splitLines(bytes: Uint8Array): Generator<Uint8Array, void> {
  const NEWLINE = 0x0a;
  let from = 0;
  for (let to = bytes.indexOf(NEWLINE); to >= 0; to = bytes.indexOf(NEWLINE, from)) {
    yield bytes.subarray(from, to);
    from = to + 1;
  }
  if (from < bytes.length) yield bytes.subarray(from);
}

function decode(decoder: TextDecoder, bytes: Uint8Array, place: string): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    const remedy = '请把文件另存为 UTF-8 编码（记事本：另存为，编码选 UTF-8）';
    throw new BadInput([{ place, message: '不是 UTF-8 编码', remedy }], { cause });
  }
}

function readLine<Row>(
  text: string,
  schema: z.ZodType<Row>,
  place: string,
): { readonly row: Row } | { readonly wrong: readonly Problem[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const remedy = '请检查这一行的引号、逗号和括号，一行只能有一条记录';
    return { wrong: [{ place, message: '不是完整的 JSON', remedy }] };
  }
  const parsed = schema.safeParse(value, { error: inChinese });
  return parsed.success ? { row: parsed.data } : { wrong: problemsOf(parsed.error, place) };
}
