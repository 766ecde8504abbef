import { describe, expect, it } from 'vitest';
import { dateForms } from '../../../functions/reader/dates/date-forms.ts';
import { feastDay } from '../../../functions/reader/dates/feast-words.ts';
import { findDates } from '../../../functions/reader/dates/find-dates.ts';

const EXAMPLES = [
  { rule: 'due.month-end', text: '6月底前完成', means: '2023-06-30' },
  { rule: 'due.month-end', text: '2月底前报送', means: '2023-02-28' },
  { rule: 'due.month-end', text: '十月底前建成', means: '2023-10-31' },
  { rule: 'due.month-end', text: '5月竣工', means: '2023-05-31' },
  { rule: 'due.month-end', text: '8月份投入使用', means: '2023-08-31' },
  { rule: 'due.month-end', text: '明年3月底前完成', means: '2024-03-31' },
  { rule: 'due.month-end', text: '2024年2月底前完成', means: '2024-02-29' },
  { rule: 'due.exact-day', text: '9月10日前完成', means: '2023-09-10' },
  { rule: 'due.exact-day', text: '4月20日（星期四）前', means: '2023-04-20' },
  { rule: 'due.ten-day-period', text: '10月上旬开工', means: '2023-10-10' },
  { rule: 'due.ten-day-period', text: '10月中旬开工', means: '2023-10-20' },
  { rule: 'due.ten-day-period', text: '2月下旬开工', means: '2023-02-28' },
  { rule: 'due.period-end', text: '自6月1日至9月10日开展', means: '2023-09-10' },
  { rule: 'due.period-end', text: '3—5月集中整治', means: '2023-05-31' },
  { rule: 'due.dotted', text: '2024.8', means: '2024-08-31' },
  { rule: 'due.dotted', text: '2024-06-15', means: '2024-06-15' },
  { rule: 'due.quarter-end', text: '一季度末完成', means: '2023-03-31' },
  { rule: 'due.quarter-end', text: '第三季度投产', means: '2023-09-30' },
  { rule: 'due.half-year', text: '上半年开工', means: '2023-06-30' },
  { rule: 'due.half-year', text: '下半年开工', means: '2023-12-31' },
  { rule: 'due.mid-year', text: '年中完成', means: '2023-06-30' },
  { rule: 'due.year-end', text: '年底前完成', means: '2023-12-31' },
  { rule: 'due.year-end', text: '年内建成', means: '2023-12-31' },
  { rule: 'due.year-end', text: '2024年底前建成', means: '2024-12-31' },
  { rule: 'due.year-end', text: '落户并当年竣工', means: '2023-12-31' },
  { rule: 'due.five-year-plan', text: '到“十四五”末', means: '2025-12-31' },
  { rule: 'due.horizon', text: '到2030年', means: '2030-12-31' },
  { rule: 'due.month-end', text: '到2024年9月底达到', means: '2024-09-30' },
  { rule: 'due.other-year', text: '2025年建成投用', means: '2025-12-31' },
  { rule: 'due.festival', text: '春节前完成', means: '2023-01-21' },
  { rule: 'due.festival', text: '“五一”前完成', means: '2023-04-30' },
  { rule: 'due.festival', text: '中秋节前完成', means: '2023-09-28' },
  { rule: 'due.festival', text: '2023年中秋节前完成', means: '2023-09-28' },
  { rule: 'due.festival', text: '国庆前完成', means: '2023-09-30' },
  { rule: 'due.festival', text: '2024年元旦前完成', means: '2023-12-31' },
  { rule: 'due.natural-event', text: '主汛期前完成', means: 'open' },
  { rule: 'due.relative', text: '收到通知后5个工作日内报送', means: 'open' },
  { rule: 'due.plan-period', text: '全年完成', means: 'period' },
  { rule: 'due.recurring', text: '每月5日前报送', means: 'recurring' },
  { rule: 'due.recurring', text: '老人每年体检', means: 'recurring' },
  { rule: 'due.recurring', text: '每季度末通报', means: 'recurring' },
  { rule: 'due.recurring', text: '每季度末月25日前报送', means: 'recurring' },
  { rule: 'due.month-end', text: '七八月份完成', means: '2023-08-31' },
] as const;

describe('deadlines of a plan for 2023', () => {
  it.each(EXAMPLES)('$text is $means', ({ rule, text, means }) => {
    const [found] = findDates(text, 2023);

    expect(found?.rule).toBe(rule);
    const meaning = found?.meaning;
    expect(meaning?.sort === 'explicit' ? meaning.day : meaning?.sort).toBe(means);
  });

  it('has an example for every form', () => {
    const shown = new Set<string>(EXAMPLES.map(({ rule }) => rule));
    expect(dateForms.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  it.each([
    '守住底线',
    '3年内完成',
    '前三季度',
    '每人每月800元',
    '较2020年底',
    '3个月',
    '工期18月',
    '2023年中央预算内投资',
    '2023年中国博览会',
    '2026.85亿元',
  ])('%s is no deadline', (text) => {
    expect(findDates(text, 2023)).toEqual([]);
  });

  it.each([
    '4月31日前',
    '四月三十一日',
    '2月30日',
    '2月29日前',
    '2025年2月29日',
    '11月31号之前',
    '13月底',
    '13月',
    '0月底前',
    '13月上旬',
    '6月0日',
    '5月1日至6月31日',
    '3—13月',
    '2023.2.30',
    '2023-13-05',
    '2023/4/31前',
    '五季度末',
    '0000年春节前',
    '9999年中秋前',
  ])('%s is a day that nobody can keep, and is asked about', (printed) => {
    const [found] = findDates(`${printed}完成`, 2023);

    expect(found?.meaning).toEqual({
      sort: 'doubtful',
      question: `写的是“${printed}”，日历上没有这一天，请核对原文，填写办结日期`,
    });
  });

  it.each(['2022年6月30日前', '2022年底前', '2022.6', '2022年三季度', '2023年元旦前'])(
    '%s lies before the plan’s own year, and is asked about',
    (printed) => {
      expect(findDates(printed, 2023)[0]?.meaning).toEqual({
        sort: 'doubtful',
        question: `写的是“${printed}”，早于计划年度（2023年），请核对原文，填写办结日期`,
      });
    },
  );

  it('has a 29 February in leap years', () => {
    expect(findDates('2024年2月29日前', 2023)[0]?.meaning).toMatchObject({ day: '2024-02-29' });
  });

  it('asks about a period that begins on no day, and ends on one', () => {
    expect(findDates('2月30日至3月15日', 2023)[0]?.meaning).toEqual({
      sort: 'explicit',
      day: '2023-03-15',
      doubt: '起始日期在日历上没有，请核对',
    });
  });

  it('asks whether 6月前 means the beginning of June or its end', () => {
    expect(findDates('6月前完成', 2023)[0]?.meaning).toMatchObject({ doubt: expect.any(String) });
  });
});

describe('feasts', () => {
  it.each([
    ['春节', 2022, '2022-02-01'],
    ['春节', 2023, '2023-01-22'],
    ['春节', 2024, '2024-02-10'],
    ['春节', 2025, '2025-01-29'],
    ['春节', 2026, '2026-02-17'],
    ['春节', 2027, '2027-02-06'],
    ['春节', 2030, '2030-02-03'],
    ['元宵', 2024, '2024-02-24'],
    ['端午', 2025, '2025-05-31'],
    ['中秋', 2025, '2025-10-06'],
    ['重阳', 2023, '2023-10-23'],
    ['清明', 2024, '2024-04-04'],
    ['清明', 2027, '2027-04-05'],
    ['元旦', 2022, '2023-01-01'],
  ] as const)('%s of the plan year %i begins on %s', (name, year, day) => {
    expect(feastDay(name, year)).toBe(day);
  });
});
