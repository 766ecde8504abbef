import { fc, test } from '@fast-check/vitest';
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { noticeYear, readNotice } from '../../../functions/reader/calendar/read-notice.ts';
import { wholeNotice } from '../../support/notices.ts';

/** One festival of a table: its days off, and the days that are worked for it. */
type Holiday = {
  readonly name: string;
  readonly from: Temporal.PlainDate;
  readonly length: number;
  readonly worked: readonly Temporal.PlainDate[];
};

/** How a notice writes a table. */
type Style = {
  readonly dash: string;
  readonly verb: string;
  readonly weekday: '' | '星期' | '周';
  readonly isMonthRepeated: boolean;
  readonly isYearWritten: boolean;
  readonly isCounted: boolean;
  readonly between: string;
  readonly isWide: boolean;
};

const NAMES = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];
const FIRST_MONTHS = [1, 2, 4, 5, 6, 9, 10];

const holiday = (year: number, at: number): fc.Arbitrary<Holiday> =>
  fc
    .record({
      offset: fc.integer({ min: at === 0 ? -3 : 0, max: 8 }),
      length: fc.integer({ min: 1, max: 9 }),
      worked: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
    })
    .map(({ offset, length, worked }) => {
      const month = FIRST_MONTHS[at] ?? 1;
      const from = Temporal.PlainDate.from({ year, month, day: 1 }).add({ days: offset });
      const days = worked
        .toSorted((a, b) => a - b)
        .map((after) => from.add({ days: length + after }));
      return { name: NAMES[at] ?? '', from, length, worked: days };
    });

const table = fc.integer({ min: 2008, max: 2060 }).chain((year) =>
  fc.record({
    year: fc.constant(year),
    holidays: fc.tuple(...NAMES.map((_, at) => holiday(year, at))),
  }),
);

const style: fc.Arbitrary<Style> = fc.record({
  dash: fc.constantFrom('至', '—', '－', '-', '～', '———', '到'),
  verb: fc.constantFrom('放假', '放假调休', '放假公休', '调休放假'),
  weekday: fc.constantFrom('', '星期', '周'),
  isMonthRepeated: fc.boolean(),
  isYearWritten: fc.boolean(),
  isCounted: fc.boolean(),
  between: fc.constantFrom('、', '，'),
  isWide: fc.boolean(),
});

/** `day`, with what the day before it does not say already. */
function dayText(day: Temporal.PlainDate, last: Temporal.PlainDate | null, how: Style): string {
  const weekday = '一二三四五六日'[day.dayOfWeek - 1] ?? '';
  const note = how.weekday === '' ? '' : `（${how.weekday}${weekday}）`;
  return `${monthText(day, last, how)}${day.day}日${note}`;
}

function monthText(day: Temporal.PlainDate, last: Temporal.PlainDate | null, how: Style): string {
  if (last === null) return `${how.isYearWritten ? `${day.year}年` : ''}${day.month}月`;
  if (last.year !== day.year) return `${day.year}年${day.month}月`;
  return last.month === day.month && !how.isMonthRepeated ? '' : `${day.month}月`;
}

function paragraph({ name, from, length, worked }: Holiday, at: number, how: Style): string {
  const to = from.add({ days: length - 1 });
  const end = length === 1 ? '' : `${how.dash}${dayText(to, from, how)}`;
  const count = how.isCounted ? `，共${length}天` : '';
  const rest = `${dayText(from, null, how)}${end}${how.verb}${count}。`;
  const work = worked.map((day, place) => dayText(day, worked[place - 1] ?? null, how));
  const number = '一二三四五六七'[at] ?? '';
  const sentence = work.length === 0 ? '' : `${work.join(how.between)}上班。`;
  return `${number}、${name}：${rest}${sentence}`;
}

const wide = (text: string): string =>
  text.replaceAll(/[\d()-]/g, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) + 0xfee0));

test.prop([table, style])('a table that is written as a notice is read back', (known, how) => {
  const { year, holidays } = known;
  const written = holidays.map((each, at) => paragraph(each, at, how));
  const text = wholeNotice(year, how.isWide ? written.map(wide) : written);
  const rest = holidays.flatMap(({ from, length }) =>
    Array.from({ length }, (_, days) => `rest ${from.add({ days }).toString()}`),
  );
  const worked = holidays.flatMap(({ worked: days }) =>
    days.map((day) => `makeUp ${day.toString()}`),
  );
  const reading = readNotice(text, year);
  expect(reading.days.map(({ kind, day }) => `${kind} ${day.toString()}`).toSorted()).toEqual(
    [...rest, ...worked].toSorted(),
  );
  expect(reading).toMatchObject({ questions: [], unread: [], contradictory: [] });
  expect(noticeYear(text)).toBe(year);
});
