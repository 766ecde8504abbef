import { Temporal } from 'temporal-polyfill';
import { weekdayWords } from '../../domain/base/words.ts';
import { type NoticeQuestion, noticeDayWords } from '../../domain/calendar/notice-questions.ts';
import { noticeSentences, plainMarks } from './notice-sentences.ts';
import { noticeTokens } from './notice-tokens.ts';
import { type DayFact, readNoticeSentence, type SentenceReading } from './read-sentence.ts';

/** A day of a notice, and the festival that its paragraph is about. */
export type NoticeDay = {
  readonly day: Temporal.PlainDate;
  readonly kind: 'rest' | 'makeUp';
  /** As the notice names it; empty where it names none. */
  readonly festival: string;
};

/** What a notice says. */
export type NoticeReading = {
  /** In order, each day once. */
  readonly days: readonly NoticeDay[];
  /** Days that it calls both off and worked; they are not among the others. */
  readonly contradictory: readonly Temporal.PlainDate[];
  /** What does not fit together within the text, and sentences that were not understood. */
  readonly questions: readonly NoticeQuestion[];
  /** Sentences about days that were not, or not wholly, understood. */
  readonly unread: readonly string[];
  /** Sentences that name no day, or only encourage. */
  readonly passedOver: readonly string[];
};

const FESTIVAL =
  /^(?:[一二三四五六七八九十]+、|[(][一二三四五六七八九十\d]+[)]|\d{1,2}[.、])?([^\d:,。;]{0,6}?(?:元旦|春节|清明|劳动|五一|端午|中秋|国庆|十一|抗战|胜利)[^\d:,。;]{0,14}?)(?::|(?=\d))/u;

/** What was announced later, and pasted below the notice. */
const ANOTHER_NOTICE = /^(?:\d{4}年|延长|经国务院批准)/u;

/** What leads up to the days, or follows them. */
const FORMAL = /(?:通知如下|安排如下|安排的通知)[:。]?$|各地区|各省|^节假日期间/u;

/** What only encourages arranges nothing, and what follows it neither. */
const ENCOURAGING = /(?:^|[,;])[^,;]*鼓励.*$/u;

/** Words that are about days off even where no day stands. */
const ABOUT_DAYS = /放假|上班|补休|补班|调休|公休/u;

/** The year that `text` says it is the notice of; undefined where it says none. */
export function noticeYear(text: string): number | undefined {
  const said = /(\d{4})年[^。\d]{0,16}?(?:节假日|放假|假期|元旦)/u.exec(text.replace(/\s+/gu, ''));
  return said ? Number(said[1]) : undefined;
}

/** Reads the notice of `year`, pasted as `text`. Total: what it does not understand it names. */
export function readNotice(text: string, year: number): NoticeReading {
  const walk: Walk = {
    year,
    facts: [],
    asked: [],
    unread: [],
    passedOver: [],
    festival: '',
    last: null,
  };
  for (const sentence of noticeSentences(text)) takeSentence(walk, sentence);
  const { facts, asked, unread, passedOver } = walk;
  const questions = [...asked, ...unread.map(unreadQuestion)];
  return { ...settled(facts), questions, unread, passedOver };
}

type NamedFact = DayFact & { readonly festival: string };

type Walk = {
  readonly year: number;
  readonly facts: NamedFact[];
  readonly asked: NoticeQuestion[];
  readonly unread: string[];
  readonly passedOver: string[];
  /** What the paragraph is about. */
  festival: string;
  last: Temporal.PlainDate | null;
};

function takeSentence(walk: Walk, shown: string): void {
  const sentence = plainMarks(shown);
  const body = afterHeading(walk, sentence).replace(ENCOURAGING, '');
  if (isFormal(sentence)) {
    walk.passedOver.push(shown);
    return;
  }
  const { year, facts, festival, last } = walk;
  const context = { year, isNewYear: festival.includes('元旦'), last };
  const soFar = facts.filter(({ kind }) => kind === 'rest').map(({ day }) => day);
  const reading = readNoticeSentence(body, context, soFar);
  walk.last = reading.last;
  facts.push(...reading.facts.map((fact) => ({ ...fact, festival })));
  walk.asked.push(...questionsOf(reading, shown, year));
  const judged = judge(reading, body);
  if (judged !== 'read') walk[judged].push(shown);
}

/** What follows the heading of a paragraph, which says what it is about. */
function afterHeading(walk: Walk, sentence: string): string {
  const [heading = '', named] = FESTIVAL.exec(sentence) ?? [];
  if (named !== undefined) {
    walk.festival = named.replace(/["“”‘’']/gu, '');
    walk.last = null;
  } else if (ANOTHER_NOTICE.test(sentence)) walk.festival = '';
  return sentence.slice(heading.length);
}

/** The signature has a date, and nothing that is said of it. */
const SIGNATURE = /^[^\d]{0,20}\d{4}年\d{1,2}月\d{1,2}日[^\d]{0,8}$/u;

const isFormal = (sentence: string): boolean =>
  (FORMAL.test(sentence) && noticeTokens(sentence).every(({ kind }) => kind !== 'day')) ||
  (SIGNATURE.test(sentence) && !ABOUT_DAYS.test(sentence));

function judge(reading: SentenceReading, body: string): 'read' | 'unread' | 'passedOver' {
  if (!reading.isWhole) return 'unread';
  if (reading.facts.length > 0) return 'read';
  const isSilent = /^不调休|^不再调休|^与周末连休/u.test(body);
  return ABOUT_DAYS.test(body) && !isSilent ? 'unread' : 'passedOver';
}

/** Characters of a sentence that tell it from the others. */
const TELLING = 16;

const unreadQuestion = (sentence: string): NoticeQuestion => ({
  key: `unread-${sentence.slice(0, TELLING)}`,
  message: `没有读懂“${sentence.replace(/。$/u, '')}”`,
});

function questionsOf(
  { wrongWeekdays, wrongCounts }: SentenceReading,
  sentence: string,
  year: number,
): readonly NoticeQuestion[] {
  const weekdays = wrongWeekdays.map(({ day, written }) => {
    const said = weekdayWords(day.add({ days: written - day.dayOfWeek }));
    return {
      key: `weekday-${day.toString()}`,
      message: `${noticeDayWords(day, year)}在通知里写成${said}`,
    };
  });
  const counts = sentence.includes('连休') ? [] : wrongCounts;
  return [
    ...weekdays,
    ...counts.map(({ written, listed }) => ({
      key: `count-${sentence.slice(0, TELLING)}`,
      message: `“${sentence.replace(/。$/u, '')}”写的是${written}天，读到${listed}天`,
    })),
  ];
}

/** What remains of all that was said of each day. */
function settled(facts: readonly NamedFact[]): Pick<NoticeReading, 'days' | 'contradictory'> {
  const byDay = Map.groupBy(facts, ({ day }) => day.toString());
  const days: NoticeDay[] = [];
  const contradictory: Temporal.PlainDate[] = [];
  for (const said of byDay.values()) {
    const [{ day, festival }] = said as [(typeof said)[number]];
    const kinds = new Set(said.map(({ kind }) => kind));
    const isOff = kinds.has('rest') || kinds.has('extended');
    if (kinds.has('work') && isOff && !kinds.has('extended')) contradictory.push(day);
    else days.push({ day, festival, kind: isOff ? 'rest' : 'makeUp' });
  }
  return {
    days: days.toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day)),
    contradictory,
  };
}
