import { describe, expect, it } from 'vitest';
import { changedDays } from '../../../functions/domain/calendar/calendar-source.ts';
import { calendarWith } from '../../../functions/domain/calendar/entered-holidays.ts';
import { questionsAbout } from '../../../functions/domain/calendar/notice-questions.ts';
import { stateCouncilCalendar } from '../../../functions/domain/calendar/working-calendar.ts';
import { noticeYear, readNotice } from '../../../functions/reader/calendar/read-notice.ts';
import { noticeParagraphs } from '../../support/notice-paragraphs.ts';
import { anEnteredYear, wholeNotice } from '../../support/notices.ts';

const years = Object.keys(noticeParagraphs).map(Number);

/** `+` for a day off, `!` for a worked one. */
const daysIn = (text: string, year = 2027): readonly string[] =>
  readNotice(text, year).days.map(
    ({ day, kind }) => `${kind === 'rest' ? '+' : '!'}${day.toString()}`,
  );

const askedOf = (text: string, year = 2027): readonly string[] =>
  readNotice(text, year).questions.map(({ message }) => message);

describe('a notice of the State Council', () => {
  it.each(years)('of %i is read as the package has it, without a question', (year) => {
    const text = wholeNotice(year);
    const { days, questions, unread, contradictory } = readNotice(text, year);
    const entry = anEnteredYear(year, days);
    const read = calendarWith(stateCouncilCalendar, { years: [entry] });
    expect(changedDays(year, stateCouncilCalendar, read)).toEqual([]);
    expect({ questions, unread, contradictory }).toEqual({
      questions: [],
      unread: [],
      contradictory: [],
    });
    expect(questionsAbout(entry)).toEqual([]);
    expect(noticeYear(text)).toBe(year);
  });

  it('is read from one line, too, and with the dashes and marks of any page', () => {
    const paragraphs = noticeParagraphs[2026] ?? [];
    const expected = daysIn(wholeNotice(2026), 2026);
    expect(daysIn(paragraphs.join(''), 2026)).toEqual(expected);
    expect(daysIn(paragraphs.join('\n').replaceAll('至', '－'), 2026)).toEqual(expected);
    expect(daysIn(paragraphs.join('\r\n\r\n').replaceAll('（', '('), 2026)).toEqual(expected);
    const wide = paragraphs
      .join('\n')
      .replaceAll(/\d/g, (digit) => String.fromCodePoint(Number(digit) + 0xff10));
    expect(daysIn(wide, 2026)).toEqual(expected);
  });

  it('is read where its lines are broken in the middle of a date', () => {
    expect(
      daysIn('二、春节：2月5日至11日放假调休，共7天。1月30日（星期六）、2月1\n4日上班。'),
    ).toEqual([
      '!2027-01-30',
      ...['05', '06', '07', '08', '09', '10', '11'].map((each) => `+2027-02-${each}`),
      '!2027-02-14',
    ]);
  });

  it('names the festival of each day as it does', () => {
    const { days } = readNotice(wholeNotice(2025), 2025);
    expect([...new Set(days.map(({ festival }) => festival))]).toEqual([
      '元旦',
      '春节',
      '清明节',
      '劳动节',
      '端午节',
      '国庆节、中秋节',
    ]);
  });

  it('keeps what has no days apart, every sentence in one place', () => {
    const { passedOver } = readNotice(wholeNotice(2024), 2024);
    expect(passedOver).toContain(
      '鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。',
    );
    expect(passedOver).toContain('2023年11月4日');
  });
});

describe('spellings', () => {
  it.each([
    {
      text: '元旦：2026年12月31日至2027年1月2日放假。',
      days: ['+2026-12-31', '+2027-01-01', '+2027-01-02'],
    },
    { text: '元旦：12月31日至1月1日放假，共2天。', days: ['+2026-12-31', '+2027-01-01'] },
    { text: '元旦：1月1日放假1天。', days: ['+2027-01-01'] },
    { text: '元旦：1月1日放假一天，不调休。', days: ['+2027-01-01'] },
    { text: '元旦：1月1日放假，与周末连休，共3天。', days: ['+2027-01-01'] },
    { text: '元旦：放假时间为1月1日。', days: ['+2027-01-01'] },
    { text: '除夕（2月5日）放假。', days: ['+2027-02-05'] },
    { text: '1月2日（星期六），1月3日（星期日）上班。', days: ['!2027-01-02', '!2027-01-03'] },
    { text: '1月2日、3日补班。', days: ['!2027-01-02', '!2027-01-03'] },
    { text: '10月1日—2日放假，4日起正常上班。', days: ['+2027-10-01', '+2027-10-02'] },
    { text: '5月1号到2号放假。', days: ['+2027-05-01', '+2027-05-02'] },
  ])('$text', ({ text, days }) => {
    expect({ read: daysIn(text), asked: askedOf(text) }).toEqual({ read: days, asked: [] });
  });
});

describe('what was not understood is named', () => {
  it.each([
    '1月1日另行通知是否放假。',
    '元旦：1月1日至3日，共3天。',
    '2月30日放假。',
    '春节放假调休。',
    '1月1日不放假。',
    '1月8日至1月2日放假。',
    '1月1日至10月1日放假。',
    '8日放假。',
    '一月一日放假。',
  ])('%s', (text) => {
    const { unread, questions } = readNotice(text, 2027);
    expect(unread).toEqual([text]);
    expect(questions.map(({ message }) => message)).toContain(
      `没有读懂“${text.replace('。', '')}”`,
    );
  });

  it('and is no day off or worked, whatever is said of the next one', () => {
    const text = '1月4日另行通知，1月5日放假。';
    expect(daysIn(text)).toEqual(['+2027-01-05']);
    expect(readNotice(text, 2027).unread).toEqual([text]);
  });

  it('with what was', () => {
    const text = '春节：2月5日至11日放假调休，1月30日（星期六）视情况安排。';
    expect(daysIn(text)).toHaveLength(7);
    expect(readNotice(text, 2027).unread).toEqual([text]);
  });
});

describe('what does not fit together is asked', () => {
  it('another weekday, as in the notice of another year', () => {
    expect(askedOf('2月8日（星期六）上班。')).toEqual(['2月8日（星期一）在通知里写成星期六']);
  });

  it('another number of days', () => {
    expect(askedOf('春节：2月5日至11日放假调休，共8天。')).toEqual([
      '“春节：2月5日至11日放假调休，共8天”写的是8天，读到7天',
    ]);
  });

  it('a day that is off and worked', () => {
    const { contradictory, days } = readNotice('2月5日至7日放假。2月6日上班。', 2027);
    expect(contradictory.map(String)).toEqual(['2027-02-06']);
    expect(days).toHaveLength(2);
  });
});
