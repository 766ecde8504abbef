import { describe, expect, it } from 'vitest';
import { calendarAheadWords } from '../../../functions/domain/messages/calendar-ahead.ts';
import {
  dailyWords,
  datesToSetWords,
  undeliveredWords,
} from '../../../functions/domain/messages/remarks.ts';
import { localDay } from '../../../functions/domain/policy/hours.ts';
import { aTask, at, day, rules } from '../../support/builders.ts';

describe('what the office reads of the park itself', () => {
  const figures = {
    matter: 'daily',
    of: '2022-06-16',
    ranOn: '2022-06-16',
    since: '2022-06-15',
    watched: 97,
    repaired: 0,
    damaged: 0,
    gap: null,
  } as const;

  const refused = { post: '安环局责任人', mayHaveArrived: false, tasks: [aTask()] };
  const counts = { sent: 5, madeUp: 0 };

  it('opens with what was watched, sent and repaired', () => {
    expect(dailyWords(figures, counts, at('2022-06-16 08:00'), rules)).toBe(
      '督办运行正常：在督97项，6月15日（周三）以来发出提醒5份，自查修复0处。',
    );
  });

  it('does not call it normal when records cannot be read', () => {
    const words = dailyWords({ ...figures, damaged: 2 }, counts, at('2022-06-16 08:00'), rules);
    expect(words).not.toContain('正常');
    expect(words).toContain('有2条记录无法读取，请联系系统管理员。');
  });

  it.each([
    {
      ranOn: '2022-06-20',
      madeUp: 3,
      says: '督办已恢复运行：在督97项，6月15日（周三）以来发出提醒5份，自查修复0处。6月16日（周四）、6月17日（周五）没有运行，漏发的提醒现已补发，涉及3项工作。',
    },
    {
      ranOn: '2022-06-17',
      madeUp: 0,
      says: '督办已恢复运行：在督97项，6月15日（周三）以来发出提醒5份，自查修复0处。6月16日（周四）没有运行，没有漏发的提醒。',
    },
    {
      ranOn: '2022-07-14',
      madeUp: 9,
      says: '督办已恢复运行：在督97项，6月15日（周三）以来发出提醒5份，自查修复0处。6月16日（周四）至7月13日（周三）的20个工作日没有运行，漏发的提醒现已补发，涉及9项工作。',
    },
  ])('names the working days without a run before $ranOn, and what is made up for', (row) => {
    const { ranOn, madeUp, says } = row;
    const words = dailyWords(
      { ...figures, ranOn },
      { sent: 5, madeUp },
      at(`${ranOn} 08:00`),
      rules,
    );
    expect(words).toBe(says);
  });

  it.each([
    {
      gap: { clockWasOn: null, choice: 'all', by: '园区办', passed: 0 },
      madeUp: 3,
      says: '6月16日（周四）、6月17日（周五）没有运行，园区办选择“全部补发”，补发的涉及3项工作。',
    },
    {
      gap: { clockWasOn: null, choice: 'all', by: null, passed: 0 },
      madeUp: 0,
      says: '6月16日（周四）、6月17日（周五）没有运行，没有人按时选择，按“全部补发”处理，没有漏发的提醒。',
    },
    {
      gap: { clockWasOn: null, choice: 'today', by: '本机终端', passed: 4 },
      madeUp: 1,
      says: '6月16日（周四）、6月17日（周五）没有运行，本机终端选择“只发今天的”，4个提醒时点不再补发，补发的涉及1项工作。',
    },
    {
      gap: { clockWasOn: '2022-09-01', choice: 'today', by: '园区办', passed: 4 },
      since: '2022-06-17',
      madeUp: 0,
      says: '电脑的时钟倒回了，此前记在9月1日（周四），园区办选择“只发今天的”，4个提醒时点不再补发。',
    },
  ] as const)('says who chose what is sent of them, and what is not: $says', (row) => {
    const told = { ...figures, ranOn: '2022-06-20', gap: row.gap };
    const since = 'since' in row ? row.since : figures.since;
    const words = dailyWords(
      { ...told, since },
      { sent: 5, madeUp: row.madeUp },
      at('2022-06-20 08:00'),
      rules,
    );
    expect(words).toMatch(/^督办已恢复运行：/);
    expect(words.endsWith(`自查修复0处。${row.says}`)).toBe(true);
  });

  it('names them also where the very first run was missed', () => {
    const first = { ...figures, since: null, ranOn: '2022-06-17' };
    expect(dailyWords(first, counts, at('2022-06-17 08:00'), rules)).toBe(
      '督办今天开始：在督97项，自查修复0处。6月16日（周四）没有运行，没有漏发的提醒。',
    );
  });

  it.each([
    { now: '2033-11-16 08:00', told: false },
    { now: '2033-11-17 08:00', told: true },
    { now: '2034-02-01 08:00', told: true },
  ])('on $now asks for the holidays of 2034: $told', ({ now, told }) => {
    const known = { restDays: new Set(['2033-10-01']), makeUpDays: new Set<string>() };
    const until2033 = { ...rules, calendar: known };
    const today = localDay(at(now), until2033);
    const words = calendarAheadWords(today, until2033, 'https://ruqi.example');
    expect(words.includes('国务院2034年放假安排还没有录入')).toBe(told);
    expect(words.includes('（https://ruqi.example/settings/calendar）')).toBe(told);
    expect(calendarAheadWords(today, until2033, null)).not.toContain('http');
  });

  it('asks for the dates that a plan lacks', () => {
    expect(datesToSetWords({ matter: 'datesToSet', of: '2022', count: 63 })).toContain(
      '2022年计划有63项没有写明期限，暂按年底估计，请逐项核定。',
    );
  });

  it('names what to call about when a digest cannot be delivered', () => {
    expect(undeliveredWords(refused, day('2022-06-15'))).toBe(
      '给安环局责任人的提醒5次没有发送成功，请电话通知：建成环境污染第三方治理工作平台（期限6月30日（周四））。',
    );
  });

  it('never says of what may have arrived that it was not sent', () => {
    expect(undeliveredWords({ ...refused, mayHaveArrived: true }, day('2022-06-15'))).toBe(
      '给安环局责任人的提醒发出后没有回音，可能已收到，请电话确认：建成环境污染第三方治理工作平台（期限6月30日（周四））。',
    );
  });

  it('names twenty tasks and counts the rest, and none where a leader only missed a sheet', () => {
    const tasks = Array.from({ length: 1000 }, (_, number) =>
      aTask({ id: `t-${number}`, title: `第${number}项` }),
    );
    const words = undeliveredWords({ ...refused, tasks }, day('2022-06-15'));
    expect(words).toContain('；第19项（期限6月30日（周四））；另有980项没有列出。');
    expect(undeliveredWords({ ...refused, tasks: [] }, day('2022-06-15'))).toBe(
      '给安环局责任人的提醒5次没有发送成功，请电话通知。',
    );
  });
});
