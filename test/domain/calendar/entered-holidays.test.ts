import { describe, expect, it } from 'vitest';
import { changedDays, sourceOfYear } from '../../../functions/domain/calendar/calendar-source.ts';
import {
  calendarWith,
  type EnteredHolidays,
  noHolidays,
  noticeYearOf,
  withoutYear,
  withYear,
} from '../../../functions/domain/calendar/entered-holidays.ts';
import { holidayWords } from '../../../functions/domain/calendar/holiday-words.ts';
import { questionsAbout } from '../../../functions/domain/calendar/notice-questions.ts';
import {
  stateCouncilCalendar as base,
  coversYear,
  isWorkingDay,
} from '../../../functions/domain/calendar/working-calendar.ts';
import { readNotice } from '../../../functions/reader/calendar/read-notice.ts';
import { day } from '../../support/builders.ts';
import { anEnteredYear, wholeNotice } from '../../support/notices.ts';

/** The entry of `year` as the notices of the State Council have it, shifted into the place of another. */
const entryOf = (year: number) => anEnteredYear(year, readNotice(wholeNotice(year), year).days);

const entered = (...years: readonly number[]): EnteredHolidays => ({
  park: 'linxiang',
  years: years.map(entryOf),
});

const of2027 = {
  ...entryOf(2026),
  year: 2027,
  restDays: ['2027-01-01', '2027-10-01', '2027-10-04'],
  makeUpDays: ['2027-01-09'],
};

describe('the holidays that the office entered', () => {
  it('lie over the table of the package, year by year', () => {
    const calendar = calendarWith(base, { years: [of2027] });
    expect(isWorkingDay(day('2027-01-09'), calendar)).toBe(true);
    expect(isWorkingDay(day('2027-10-04'), calendar)).toBe(false);
    expect(coversYear(2027, calendar)).toBe(true);
    expect(changedDays(2026, base, calendar).map(String)).toEqual([]);
  });

  it('take a day that the package has out of it, if their notice does not name it', () => {
    const entry = { ...entryOf(2026), restDays: ['2026-10-01'], makeUpDays: [] };
    const calendar = calendarWith(base, { years: [entry] });
    expect(isWorkingDay(day('2026-10-02'), calendar)).toBe(true);
    expect(isWorkingDay(day('2026-01-04'), calendar)).toBe(false);
  });

  it('leave what the notice of the next year says of December', () => {
    const calendar = calendarWith(base, entered(2018));
    expect(isWorkingDay(day('2018-12-29'), calendar)).toBe(true);
    expect(isWorkingDay(day('2018-12-31'), calendar)).toBe(false);
    expect(noticeYearOf('2018-12-31')).toBe(2019);
    expect(noticeYearOf('2018-11-30')).toBe(2018);
  });

  it('are none, and change nothing, before anything is entered', () => {
    expect(calendarWith(base, noHolidays('linxiang'))).toBe(base);
  });

  it('are one entry a year, in order; entered again is put in its place, removed is gone', () => {
    const both = withYear(entered(2026), entryOf(2025));
    expect(both.years.map(({ year }) => year)).toEqual([2025, 2026]);
    const again = withYear(both, { ...entryOf(2025), text: 'again' });
    expect(again.years.map(({ year, text }) => `${year}${text}`)).toEqual(['2025again', '2026']);
    expect(withoutYear(again, 2026).years.map(({ year }) => year)).toEqual([2025]);
  });

  it('name the source of each year', () => {
    const sources = [2025, 2026, 2060].map((year) => sourceOfYear(year, entered(2026), base));
    expect(sources).toEqual(['builtIn', 'entered', 'lawOnly']);
  });

  it('are written as a notice writes them', () => {
    expect(holidayWords({ ...of2027, restDays: ['2026-12-31', '2027-01-01', '2027-01-02'] })).toBe(
      '放假2026年12月31日至2027年1月2日；上班1月9日',
    );
    expect(
      holidayWords({
        year: 2027,
        restDays: ['2027-01-31', '2027-02-01', '2027-05-01'],
        makeUpDays: [],
      }),
    ).toBe('放假1月31日至2月1日、5月1日；没有调休上班');
  });
});

describe('what a notice is not expected to say', () => {
  const whole = entryOf(2026);
  const asked = (over: Partial<typeof whole>): readonly string[] =>
    questionsAbout({ ...whole, ...over }).map(({ message }) => message);

  it('is nothing in a real one', () => {
    expect(asked({})).toEqual([]);
  });

  it('is a worked day that is a working day anyway', () => {
    expect(asked({ makeUpDays: [...whole.makeUpDays, '2026-10-12'] })).toEqual([
      '10月12日（星期一）写的是上班，但它本来就是工作日',
    ]);
  });

  it('is a weekend off that hangs together with no holiday', () => {
    expect(asked({ restDays: [...whole.restDays, '2026-07-04', '2026-07-05'] })).toEqual([
      '7月4日（星期六）写的是放假，但它本来就是周末',
      '7月5日（星期日）写的是放假，但它本来就是周末',
    ]);
  });

  it('is a day that the notice of another year arranges', () => {
    expect(asked({ restDays: [...whole.restDays, '2027-01-01'] })).toEqual([
      '2027年1月1日（星期五）不在2026年的通知应当安排的日子里',
    ]);
  });

  it('is a day off by law that it leaves out', () => {
    const restDays = whole.restDays.filter((each) => each !== '2026-05-02');
    expect(asked({ restDays })).toEqual(['5月2日（星期六）是法定节假日，通知里没有读到放假']);
  });
});
