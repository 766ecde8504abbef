import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { Day, inChinese } from '../functions/domain/base/parsing.ts';
import { BadInput } from '../functions/domain/base/problems.ts';

/** Options of a command by name; each takes a value unless it is boolean, or several. */
export type OptionSpec = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>
>;

/** The values that {@link readOptions} returns. */
export type OptionValues<Of extends OptionSpec> = {
  readonly [Name in keyof Of]?: Of[Name] extends { readonly multiple: true }
    ? readonly string[]
    : Of[Name]['type'] extends 'boolean'
      ? boolean
      : string;
};

/**
 * Parses the options in `args`.
 *
 * @throws {BadInput} if an option is unknown or lacks its value, or an argument is no option.
 */
export function readOptions<Of extends OptionSpec>(
  args: readonly string[],
  spec: Of,
): OptionValues<Of> {
  try {
    const { values } = parseArgs({ args: [...args], options: spec, strict: true });
    return values;
  } catch (cause) {
    const known = Object.keys(spec).map((name) => `--${name}`);
    throw new BadInput(
      [
        {
          place: `参数 ${args.join(' ')}`,
          message: '有不认识、缺少值或多余的参数',
          remedy: `可用的参数：${known.join('、')}`,
        },
      ],
      { cause },
    );
  }
}

/**
 * The day given by option `name`.
 *
 * @throws {BadInput} if it is missing or not a calendar day.
 */
export function dayOption(name: string, value: string | undefined): Temporal.PlainDate {
  const parsed = Day.safeParse(value ?? '');
  if (parsed.success) return parsed.data;
  const message = value === undefined ? '没有给出日期' : `“${value}”不是存在的日期`;
  throw badOption(name, message, `请写成 --${name} 2022-07-15`);
}

/**
 * The value of option `name`, parsed by `schema`.
 *
 * @throws {BadInput} if it is not valid.
 */
export function textOption(name: string, value: string, schema: z.ZodType<string>): string {
  const parsed = schema.safeParse(value, { error: inChinese });
  if (parsed.success) return parsed.data;
  const messages = parsed.error.issues.map(({ message }) => message);
  throw badOption(name, messages.join('、'), `请改正 --${name}`);
}

/**
 * Whether `--format` asks for JSON Lines instead of text.
 *
 * @throws {BadInput} if it is neither.
 */
export function isJsonLines(format = 'text'): boolean {
  if (format === 'text' || format === 'jsonl') return format === 'jsonl';
  throw badOption('format', `不认识格式“${format}”`, '请用 text 或 jsonl');
}

/** The error about option `name`. */
export const badOption = (name: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place: `参数 --${name}`, message, remedy }]);

/**
 * The content of the file at `path`.
 *
 * @throws {BadInput} if it cannot be read.
 */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const remedy = '请核对路径，以及有没有读取权限';
    throw new BadInput([{ place: `文件 ${path}`, message: '读不到这个文件', remedy }], { cause });
  }
}
