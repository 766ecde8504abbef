import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import zhCN from 'zod/v4/locales/zh-CN.js';

const { localeError } = zhCN();

/** What zod says of a wrong value, in Chinese: for `safeParse(value, { error: inChinese })`. */
export const inChinese: z.core.$ZodErrorMap = (issue) =>
  issue.input === undefined ? '缺少这一项' : localeError(issue);

/** A day written `YYYY-MM-DD`; one that the calendar does not have is refused. */
export const Day = z.string().transform((text, context): Temporal.PlainDate => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayOf(text) : undefined;
  if (day) return day;
  context.addIssue({ code: 'custom', message: `“${text}”不是存在的日期，应写成 2022-06-30` });
  return z.NEVER;
});

function dayOf(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** An instant with its offset, `2022-06-15T08:00:00+08:00` or in UTC. */
export const Moment = z.string().transform((text, context): Temporal.Instant => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    context.addIssue({
      code: 'custom',
      message: `“${text}”不是带时区的时刻，应写成 2022-06-15T08:00:00+08:00`,
    });
    return z.NEVER;
  }
});
