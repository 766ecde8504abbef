import { z } from 'zod';
import { OneLine, PassageText } from '../../domain/base/parsing.ts';
import {
  EnteredYear,
  HolidayYear,
  LONGEST_NOTICE,
} from '../../domain/calendar/entered-holidays.ts';
import type { CalendarYear } from '../../flows/calendar/calendar-years.ts';
import type { NoticeReview } from '../../flows/calendar/review-notice.ts';

const NoticeText = PassageText.max(LONGEST_NOTICE, `至多 ${LONGEST_NOTICE} 个字符`).describe(
  '国务院办公厅关于部分节假日安排的通知，连标题的全文',
);

export const NoticeWish = z.object({
  text: NoticeText,
  year: HolidayYear.nullable().default(null).describe('通知里没有写年份时填写'),
});

export const HolidayWish = z.object({
  text: NoticeText,
  accepted: z.array(OneLine).default([]).describe('确认过的问题的 key，见 POST /holidays/reading'),
});

const Days = z.array(z.iso.date());

export const HolidaysBody = z.object({
  years: z.array(
    z.object({
      year: HolidayYear,
      source: z
        .enum(['entered', 'builtIn', 'lawOnly'])
        .describe('entered 录入的，builtIn 内置的，lawOnly 只有周末和法定节假日'),
      restDays: Days.describe('放假的日子'),
      makeUpDays: Days.describe('调休上班的日子'),
      entered: z
        .object({ at: z.iso.datetime(), by: EnteredYear.shape.enteredBy, text: z.string() })
        .nullable(),
    }),
  ),
});

/** The years of the calendar as the API shows them. */
export const holidaysBody = (years: readonly CalendarYear[]): z.infer<typeof HolidaysBody> => ({
  years: years.map(({ year, source, restDays, makeUpDays, entry }) => ({
    year,
    source,
    restDays: [...restDays],
    makeUpDays: [...makeUpDays],
    entered: entry
      ? { at: entry.enteredAt.toString(), by: entry.enteredBy, text: entry.text }
      : null,
  })),
});

export const NoticeBody = z.object({
  year: HolidayYear,
  days: z.array(
    z.object({
      day: z.iso.date(),
      kind: z.enum(['rest', 'makeUp']).describe('rest 放假，makeUp 上班'),
      festival: z.string(),
      changed: z.boolean().describe('与现行安排不同'),
    }),
  ),
  others: z
    .array(z.object({ day: z.iso.date(), worked: z.boolean() }))
    .describe('通知没有写到、但会因此改变的日子'),
  questions: z
    .array(z.object({ key: z.string(), message: z.string() }))
    .describe('录入以前要逐条确认的问题'),
  unread: z.array(z.string()).describe('没有读懂的句子'),
  passedOver: z.array(z.string()).describe('没有写日子的句子'),
});

/** A review as the API shows it. */
export const noticeBody = ({
  year,
  days,
  others,
  questions,
  unread,
  passedOver,
}: NoticeReview): z.infer<typeof NoticeBody> => ({
  year,
  days: days.map(({ day, kind, festival, isChanged }) => ({
    day: day.toString(),
    kind,
    festival,
    changed: isChanged,
  })),
  others: others.map(({ day, isWorked }) => ({ day: day.toString(), worked: isWorked })),
  questions: [...questions],
  unread: [...unread],
  passedOver: [...passedOver],
});
