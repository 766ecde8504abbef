import type { Temporal } from 'temporal-polyfill';
import { withoutHidden } from '../../domain/base/one-line.ts';
import { BadInput, type Problem } from '../../domain/base/problems.ts';
import { type ChangedDay, changedDays } from '../../domain/calendar/calendar-source.ts';
import {
  calendarWith,
  type EnteredYear,
  HolidayYear,
  LONGEST_NOTICE,
  noHolidays,
  withYear,
} from '../../domain/calendar/entered-holidays.ts';
import {
  type NoticeDays,
  type NoticeQuestion,
  noticeDayWords,
  questionsAbout,
} from '../../domain/calendar/notice-questions.ts';
import { coversYear } from '../../domain/calendar/working-calendar.ts';
import { localDay } from '../../domain/policy/hours.ts';
import {
  type NoticeDay,
  type NoticeReading,
  noticeYear,
  readNotice,
} from '../../reader/calendar/read-notice.ts';
import type { ParkContext } from '../context/park-context.ts';
import { enteredIn } from './calendar-years.ts';

/** A notice that somebody pasted. */
export type PastedNotice = {
  readonly text: string;
  /** The year that it is for; where it is missing, the notice must say it. */
  readonly year: number | null;
};

/** A day that a notice names, compared with the calendar in force. */
type ReviewedDay = NoticeDay & {
  /** Whether the day is worked by one of both only. */
  readonly isChanged: boolean;
};

/** What a notice would make of the calendar, to be looked through before it is entered. */
export type NoticeReview = Pick<NoticeReading, 'unread' | 'passedOver'> & {
  readonly year: number;
  readonly text: string;
  /** Every day that the notice names, in order. */
  readonly days: readonly ReviewedDay[];
  /** Days that it does not name, and that are worked, or off, otherwise than now. */
  readonly others: readonly ChangedDay[];
  /** To be answered before it is entered. */
  readonly questions: readonly NoticeQuestion[];
  /** Whether a day up to today would change; what was sent by then stays. */
  readonly changesPast: boolean;
};

/**
 * Reads a notice and compares it with the park's calendar in force. Stores nothing.
 *
 * @throws {BadInput} if it is empty or too long, of no year or two, names no day or not the National
 *   Day, or calls a day both off and worked.
 */
export function reviewNotice(
  run: ParkContext,
  { text: pasted, year: wanted }: PastedNotice,
): NoticeReview {
  const text = withoutHidden(pasted).replaceAll('\r\n', '\n');
  refuseText(text);
  const year = yearOfNotice(text, wanted);
  const reading = readNotice(text, year);
  const named = { year, ...storedDays(reading.days) };
  refuseUnusable(reading, named);
  const changed = changesBy(run, named);
  const isNamed = new Set(reading.days.map(({ day }) => day.toString()));
  const isChanged = new Set(changed.map(({ day }) => day.toString()));
  const today = localDay(run.now, run.rules).toString();
  return {
    year,
    text,
    days: reading.days.map((each) => ({ ...each, isChanged: isChanged.has(each.day.toString()) })),
    others: changed.filter(({ day }) => !isNamed.has(day.toString())),
    questions: onceEach([...reading.questions, ...questionsAbout(named)]),
    unread: reading.unread,
    passedOver: reading.passedOver,
    changesPast: changed.some(({ day }) => day.toString() <= today),
  };
}

/** The days of a review as an entry keeps them. */
export function storedDays(days: readonly NoticeDay[]): Omit<NoticeDays, 'year'> {
  const of = (wanted: NoticeDay['kind']): readonly string[] =>
    days.filter(({ kind }) => kind === wanted).map(({ day }) => day.toString());
  return { restDays: of('rest'), makeUpDays: of('makeUp') };
}

function changesBy(run: ParkContext, named: NoticeDays): readonly ChangedDay[] {
  const holidays = enteredIn(run)?.value ?? noHolidays(run.park.id);
  const entry: EnteredYear = { ...named, text: '', enteredAt: run.now, enteredBy: '' };
  const after = calendarWith(run.ports.calendar, withYear(holidays, entry));
  return changedDays(named.year, run.rules.calendar, after);
}

function refuseText(text: string): void {
  if (text.trim() === '') refuse('没有内容', '请粘贴国务院办公厅关于节假日安排的通知全文');
  if (text.length > LONGEST_NOTICE) {
    refuse(`超过 ${LONGEST_NOTICE} 个字符`, '请只粘贴通知的正文');
  }
}

function yearOfNotice(text: string, wanted: number | null): number {
  const said = noticeYear(text) ?? null;
  const year = wanted ?? said;
  if (year === null) return refuse('没有写明是哪一年的安排', '请连标题一起粘贴，或填写年份');
  if (said !== null && said !== year) {
    return refuse(`通知写的是${said}年，年份填的是${year}年`, '请核对年份');
  }
  const parsed = HolidayYear.safeParse(year);
  if (!parsed.success) return refuse(`不能录入${year}年的安排`, '请核对年份');
  return year;
}

function refuseUnusable({ days, contradictory }: NoticeReading, named: NoticeDays): void {
  const { year } = named;
  if (days.length === 0) refuse('没有读到放假或上班的日子', '请粘贴通知的正文，写法如“1月1日放假”');
  if (contradictory.length > 0) {
    const which = contradictory.map((day: Temporal.PlainDate) => noticeDayWords(day, year));
    refuse(`${which.join('、')}既写了放假，又写了上班`, '请对照通知原文改正');
  }
  const known = { restDays: new Set(named.restDays), makeUpDays: new Set<string>() };
  if (!coversYear(year, known)) {
    refuse(`没有读到${year}年10月1日放假`, '请粘贴通知全文；国庆节的安排不能缺');
  }
}

/** A sentence that is pasted twice is asked about once; two that begin alike have a key each. */
function onceEach(questions: readonly NoticeQuestion[]): readonly NoticeQuestion[] {
  const asked = new Map(questions.map((each) => [each.message, each]));
  const byKey = Map.groupBy(asked.values(), ({ key }) => key);
  return [...byKey.values()].flatMap((alike) =>
    alike.map(({ key, message }, at) => ({ key: at === 0 ? key : `${key}-${at + 1}`, message })),
  );
}

function refuse(message: string, remedy: string): never {
  const problem: Problem = { place: '放假通知', message, remedy };
  throw new BadInput([problem]);
}
