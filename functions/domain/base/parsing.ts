import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import zhCN from 'zod/v4/locales/zh-CN.js';
import { oneLine, withoutHidden } from './one-line.ts';
import type { Problem } from './problems.ts';

const { localeError } = zhCN();

/** JSON types in Chinese, for error messages. */
const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一条记录',
};

/** Chinese error messages for zod: `safeParse(value, { error: inChinese })`. */
export const inChinese: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined) return '缺少这一项';
  if (issue.code === 'invalid_type') return `应是${typeNames[issue.expected] ?? issue.expected}`;
  return localeError(issue);
};

/** One problem for each invalid field of a value read from `place`. */
export const problemsOf = (error: z.ZodError, place: string): readonly Problem[] =>
  error.issues.flatMap(faultsIn).map(({ field, message }) => ({
    place: field === '' ? place : `${place} ${field}`,
    message,
    remedy: '请改正这一项后再试',
  }));

/** Error messages by field. Errors of the whole object have an empty field name. */
export const faultsIn = (
  issue: z.core.$ZodIssue,
): readonly { readonly field: string; readonly message: string }[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), message: '没有这个字段' }))
    : [{ field: issue.path.join('.'), message: issue.message }];

/**
 * `schema` that rejects unknown fields at every depth; otherwise a misspelled field would be
 * dropped silently. Stored records are read without it, because other versions may have written
 * more.
 */
export const exact = <Schema extends z.ZodType>(schema: Schema): Schema =>
  schema.clone(exactDef(schema));

function exactDef(schema: z.ZodType): z.core.$ZodTypeDef {
  const { def } = schema;
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries<z.ZodType>(schema.shape);
    const shape = Object.fromEntries(fields.map(([name, field]) => [name, exact(field)]));
    return Object.assign({ ...def }, { shape, catchall: z.never() });
  }
  return Object.assign(
    { ...def },
    schema instanceof z.ZodArray && { element: exact(schema.element as z.ZodType) },
    schema instanceof z.ZodUnion && {
      options: (schema.options as readonly z.ZodType[]).map(exact),
    },
    'innerType' in def && { innerType: exact(def.innerType as z.ZodType) },
  );
}

/**
 * Single-line text without invisible characters. All external text passes through this, so that it
 * cannot imitate output of the program.
 */
export const OneLine = z.string().overwrite(oneLine);

/** An excerpt of a document, with its line breaks. */
export const PassageText = z.string().overwrite(withoutHidden);

/** A display name. */
export const Label = OneLine.min(1, '不能为空').max(40, '至多 40 个字');

/** Title of a promise. */
export const Title = OneLine.min(1, '不能为空').max(200, '至多 200 个字');

/** A free-text reason or note; may be empty. */
export const Remark = OneLine.max(500, '至多 500 个字');

/** An HTTP(S) link to evidence, never a scheme that a browser would execute; may be empty. */
export const Evidence = OneLine.max(2000, '至多 2000 个字符').regex(
  /^(https?:\/\/\S+)?$/i,
  '应是 http 或 https 开头的网址',
);

/** A day written `YYYY-MM-DD`. Rejects days that do not exist. */
export const Day = z.codec(z.string(), z.instanceof(Temporal.PlainDate), {
  decode: (text, context) => {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayOf(text) : undefined;
    if (day) return day;
    const message = `“${text}”不是存在的日期，应写成 2022-06-30`;
    context.issues.push({ code: 'custom', input: text, message });
    return z.NEVER;
  },
  encode: (day) => day.toString(),
});

/**
 * An instant with offset, `2022-06-15T08:00:00+08:00`. Encoded in UTC with seconds, so that strings
 * sort by time.
 */
export const Moment = z.codec(z.string(), z.instanceof(Temporal.Instant), {
  decode: (text, context) => {
    try {
      return Temporal.Instant.from(text);
    } catch {
      const message = `“${text}”不是带时区的时刻，应写成 2022-06-15T08:00:00+08:00`;
      context.issues.push({ code: 'custom', input: text, message });
      return z.NEVER;
    }
  },
  encode: (instant) => instant.toString({ smallestUnit: 'second' }),
});

function dayOf(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
