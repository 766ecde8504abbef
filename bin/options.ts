import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { Day, inChinese } from '../functions/domain/base/parsing.ts';
import { BadInput } from '../functions/domain/base/problems.ts';

/** Options of a command by name; each takes a value unless it is a `flag`. */
export type Spec = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

type Values<Of extends Spec> = {
  readonly [Name in keyof Of]?: Of[Name]['type'] extends 'boolean' ? boolean : string;
};

/**
 * The options that `args` give.
 *
 * @throws {BadInput} on an option that is not in `spec`, lacks its value, or stands without a name.
 */
export function readOptions<Of extends Spec>(args: readonly string[], spec: Of): Values<Of> {
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
 * The day that option `name` names.
 *
 * @throws {BadInput} if it is missing or no such day exists.
 */
export function dayOption(name: string, value: string | undefined): Temporal.PlainDate {
  const parsed = Day.safeParse(value ?? '');
  if (parsed.success) return parsed.data;
  const message = value === undefined ? '没有给出日期' : `“${value}”不是存在的日期`;
  throw refused(name, message, `请写成 --${name} 2022-07-15`);
}

/**
 * What option `name` says, as `schema` takes it.
 *
 * @throws {BadInput} if it does not take it.
 */
export function textOption(name: string, value: string, schema: z.ZodType<string>): string {
  const parsed = schema.safeParse(value, { error: inChinese });
  if (parsed.success) return parsed.data;
  const messages = parsed.error.issues.map(({ message }) => message);
  throw refused(name, messages.join('、'), `请改正 --${name}`);
}

/**
 * Whether `--format` asks for JSON Lines instead of text.
 *
 * @throws {BadInput} if it is neither.
 */
export function isJsonLines(format = 'text'): boolean {
  if (format === 'text' || format === 'jsonl') return format === 'jsonl';
  throw refused('format', `不认识格式“${format}”`, '请用 text 或 jsonl');
}

/** That option `name` cannot be taken as it is. */
export const refused = (name: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place: `参数 --${name}`, message, remedy }]);

/**
 * The content of a file that a person named.
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
