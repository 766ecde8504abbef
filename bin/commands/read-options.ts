import { parseArgs } from 'node:util';
import { BadInput } from '../../functions/domain/base/problems.ts';
import type { ReadFormat } from './read-output.ts';

export type ReadOptions = {
  readonly file: string;
  readonly year: number | undefined;
  readonly format: ReadFormat;
  readonly against: string | undefined;
};

/** The error about one part of the call. */
export const badCall = (place: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place, message, remedy }]);

/**
 * The options of `ruqi read`.
 *
 * @throws {BadInput} naming the option that is not accepted.
 */
export function readOptionsOf(args: readonly string[]): ReadOptions {
  const { values, positionals } = parsed(args);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw badCall(
      'ruqi read',
      file === undefined ? '没有写明要读哪个文件' : '一次只能读一个文件',
      '例如：ruqi read 计划.docx --year 2022',
    );
  }
  return {
    file,
    year: yearOf(values.year),
    format: formatOf(values.format),
    against: values.against,
  };
}

function parsed(args: readonly string[]): {
  readonly values: { readonly year?: string; readonly format?: string; readonly against?: string };
  readonly positionals: readonly string[];
} {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        year: { type: 'string' },
        format: { type: 'string' },
        against: { type: 'string' },
      },
    });
  } catch (cause) {
    const option = /'(?<name>-[^' ]*)/u.exec(String(cause))?.groups?.['name'] ?? 'ruqi read';
    throw badCall(option, '没有这个选项，或者选项后面缺少内容', '用 ruqi read --help 看可用的选项');
  }
}

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^20\d{2}$/u.test(text))
    throw badCall('--year', `“${text}”不是年份`, '请写四位数的年份，例如 --year 2022');
  return Number(text);
}

function formatOf(text = 'jsonl'): ReadFormat {
  if (text === 'jsonl' || text === 'table' || text === 'md') return text;
  throw badCall('--format', `没有“${text}”这种格式`, '请用 jsonl、table 或 md');
}
