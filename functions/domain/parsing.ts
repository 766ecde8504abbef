import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import zhCN from 'zod/v4/locales/zh-CN.js';

const { localeError } = zhCN();

/** What zod says of a wrong value, in Chinese: for `safeParse(value, { error: inChinese })`. */
export const inChinese: z.core.$ZodErrorMap = (issue) =>
  issue.input === undefined ? '缺少这一项' : localeError(issue);

/** A day written `YYYY-MM-DD`; one that the calendar does not have is refused. */
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
 * An instant with its offset, `2022-06-15T08:00:00+08:00`; written in UTC to the second, so that
 * the order of the texts is the order of time.
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
