import { Temporal } from 'temporal-polyfill';
import { weekdayWords } from '../base/words.ts';
import { type EnteredYear, noticeYearOf } from './entered-holidays.ts';
import { lawfulHolidays } from './festivals.ts';

/** What a notice is not expected to say, asked of who enters it. */
export type NoticeQuestion = {
  /** The same for the same text, so that an answer finds its question. */
  readonly key: string;
  /** One sentence without its full stop. */
  readonly message: string;
};

/** The days that a notice names, as they would be stored. */
export type NoticeDays = Pick<EnteredYear, 'year' | 'restDays' | 'makeUpDays'>;

const SATURDAY = 6;

/** `2月8日（星期一）`, with the year where it is another than `year`. */
export function noticeDayWords(day: Temporal.PlainDate, year: number): string {
  const other = day.year === year ? '' : `${day.year}年`;
  return `${other}${day.month}月${day.day}日（${weekdayWords(day)}）`;
}

/** Everything about `notice` that cannot be right, or that its year hardly ever has. */
export function questionsAbout(notice: NoticeDays): readonly NoticeQuestion[] {
  return [
    ...daysOfOtherYears(notice),
    ...workedWeekdays(notice),
    ...plainWeekends(notice),
    ...missingByLaw(notice),
  ];
}

function daysOfOtherYears({ year, restDays, makeUpDays }: NoticeDays): readonly NoticeQuestion[] {
  return [...restDays, ...makeUpDays]
    .filter((text) => noticeYearOf(text) !== year)
    .map((text) => ({
      key: `year-${text}`,
      message: `${words(text, year)}不在${year}年的通知应当安排的日子里`,
    }));
}

const workedWeekdays = ({ year, makeUpDays }: NoticeDays): readonly NoticeQuestion[] =>
  makeUpDays
    .filter((text) => Temporal.PlainDate.from(text).dayOfWeek < SATURDAY)
    .map((text) => ({
      key: `work-${text}`,
      message: `${words(text, year)}写的是上班，但它本来就是工作日`,
    }));

/** Weekend days within a longer holiday are as usual; alone they are off anyway. */
function plainWeekends({ year, restDays }: NoticeDays): readonly NoticeQuestion[] {
  const rest = new Set(restDays);
  const lawful = lawfulHolidays(year);
  const isReason = (day: Temporal.PlainDate): boolean =>
    day.dayOfWeek < SATURDAY || lawful.has(day.toString());
  return restDays
    .filter((text) => !runAround(Temporal.PlainDate.from(text), rest).some(isReason))
    .map((text) => ({
      key: `rest-${text}`,
      message: `${words(text, year)}写的是放假，但它本来就是周末`,
    }));
}

/** The days of `rest` that hang together with `day`, itself among them. */
function runAround(
  day: Temporal.PlainDate,
  rest: ReadonlySet<string>,
): readonly Temporal.PlainDate[] {
  const run = [day];
  for (const days of [-1, 1]) {
    for (let at = day.add({ days }); rest.has(at.toString()); at = at.add({ days })) run.push(at);
  }
  return run;
}

function missingByLaw({ year, restDays }: NoticeDays): readonly NoticeQuestion[] {
  const rest = new Set(restDays);
  return [...lawfulHolidays(year)]
    .filter((text) => !rest.has(text))
    .map((text) => ({
      key: `law-${text}`,
      message: `${words(text, year)}是法定节假日，通知里没有读到放假`,
    }));
}

const words = (text: string, year: number): string =>
  noticeDayWords(Temporal.PlainDate.from(text), year);
