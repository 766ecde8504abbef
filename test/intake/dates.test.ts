import { describe, expect, it } from 'vitest';
import { dateForms } from '../../functions/intake/date-forms.ts';
import { findDates } from '../../functions/intake/dates.ts';
import { feastDay } from '../../functions/intake/festivals.ts';

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
  { rule: 'due.festival', text: '国庆前完成', means: '2023-09-30' },
  { rule: 'due.festival', text: '2023年元旦前完成', means: '2022-12-31' },
  { rule: 'due.natural-event', text: '主汛期前完成', means: 'open' },
  { rule: 'due.relative', text: '收到通知后5个工作日内报送', means: 'open' },
  { rule: 'due.plan-period', text: '全年完成', means: 'period' },
  { rule: 'due.recurring', text: '每月5日前报送', means: 'recurring' },
  { rule: 'due.recurring', text: '老人每年体检', means: 'recurring' },
  { rule: 'due.recurring', text: '每季度末通报', means: 'recurring' },
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
    '11月31日',
    '13月底',
    '较2020年底',
    '3个月',
  ])('%s is no deadline', (text) => {
    expect(findDates(text, 2023)).toEqual([]);
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
