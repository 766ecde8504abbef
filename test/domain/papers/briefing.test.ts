import { describe, expect, it } from 'vitest';
import { taskRowOf } from '../../../functions/domain/papers/board.ts';
import { writeBriefing } from '../../../functions/domain/papers/briefing.ts';
import type { BriefingInput } from '../../../functions/domain/papers/briefing-input.ts';
import { paceRows } from '../../../functions/domain/targets/pace-report.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { aTask, at, day, rules } from '../../support/builders.ts';
import { anActual, aStep, aTarget, bond } from '../../support/figures.ts';
import { linesOf, money, quiet, today } from '../../support/standings.ts';

const rowsOf = (...tasks: readonly Task[]): BriefingInput['rows'] =>
  tasks.map((task) => taskRowOf({ task, version: 1 }, null, today, rules));

const late = (id: string, leadUnit: string, due: string): Task =>
  aTask({ id, leadUnit, due: day(due), title: `${id}号工作` });

describe('a sheet', () => {
  it('counts what was withdrawn apart, also where it was reported done before', () => {
    const rows = rowsOf(
      aTask({ id: 'a', status: 'closed', doneOn: day('2022-06-28') }),
      aTask({ id: 'b', status: 'withdrawn', doneOn: day('2022-06-28') }),
    );
    expect(linesOf('week', { ...quiet, rows })).toContain(
      '工作2项，其中撤销1项，已办结1项，红灯0项，黄灯0项；上周报办结1项，发出提醒0份。',
    );
  });

  it('says on one page how it stands, what burns, what comes and whether the year is on pace', () => {
    const targets = [
      aTarget({ actuals: [anActual(5, '180')] }),
      aTarget({
        id: 'p22-002',
        name: '竣工投产项目',
        goal: aTarget().goal,
        actuals: [anActual(5, '84')],
      }),
    ];
    const standing: BriefingInput = {
      ...quiet,
      rows: rowsOf(
        late('a', '安环局', '2022-06-30'),
        late('b', '招商局', '2022-07-08'),
        late('c', '招商局', '2022-07-10'),
        late('d', '招商局', '2022-07-11'),
        aTask({ id: 'e', status: 'closed', doneOn: day('2022-06-27') }),
        aTask({ id: 'f', status: 'closed', doneOn: day('2022-06-26') }),
      ),
      targets: paceRows(
        { targets, projects: [], enterprises: [] },
        new Map(),
        at('2022-07-10 23:59'),
        rules,
      ),
      money: money({ instruments: [bond], steps: [aStep({ planned: day('2022-07-22') })] }),
      sent: 12,
      unsigned: [
        { post: '安环局责任人', count: 2, since: day('2022-06-30') },
        { post: '招商局责任人', count: 1, since: day('2022-07-01') },
      ],
      overview: 'https://ruqi.example/',
    };
    expect(writeBriefing('week', standing)).toEqual({
      period: 'week',
      lines: [
        '督办周报（7月4日—10日）：2022年时间过去50.6%。',
        '工作6项，已办结2项，红灯1项，黄灯0项，未反馈4项；上周报办结1项，发出提醒12份。',
        '红灯：',
        '· a号工作（安环局，已逾期4天）',
        '本周到期2项：b号工作（招商局，7月8日）；c号工作（招商局，7月10日）。',
        '指标2项，1项达到序时，欠得最多的是竣工投产项目，截至5月欠21.6个百分点。',
        '资金目标30,000万元，已批复0万元、到位0万元；下一环节是政府专项债券申报6,000万元，7月22日（周五），还有18天。',
        '2个岗位有3项没有签收，等得最久的是安环局责任人，从6月30日（周四）起。',
        '总览：https://ruqi.example/',
      ],
    });
  });

  it('of a month is named by the month that is over, and looks ahead to the end of this one', () => {
    const rows = rowsOf(
      late('b', '招商局', '2022-07-31'),
      late('c', '招商局', '2022-08-01'),
      aTask({ id: 'e', status: 'closed', doneOn: day('2022-06-01') }),
      aTask({ id: 'f', status: 'closed', doneOn: day('2022-05-31') }),
      aTask({ id: 'g', status: 'pendingReview', doneOn: day('2022-06-30') }),
    );
    const unsigned = [{ post: '安环局责任人', count: 2, since: day('2022-06-08') }];
    expect(linesOf('month', { ...quiet, rows, sent: 31, unsigned })).toEqual([
      '督办月报（2022年6月）：2022年时间过去49.5%。',
      '截至7月4日，工作5项，已办结2项，红灯0项，黄灯0项，未反馈2项；6月报办结2项，发出提醒31份。',
      '没有红灯。',
      '7月底以前到期1项：b号工作（招商局，7月31日）。',
      '6月发出的提醒，1个岗位有2项没有签收，等得最久的是安环局责任人，从6月8日（周三）起。',
    ]);
    expect(linesOf('month', quiet)).toContain('6月发出的提醒，没有等待签收的。');
  });

  it.each([
    { today: '2024-12-30', name: '2024年12月30日—2025年1月5日', gone: '2024年时间过去99.7%' },
    { today: '2025-01-02', name: '2024年12月30日—2025年1月5日', gone: '2025年时间过去0.5%' },
    { today: '2026-06-29', name: '6月29日—7月5日', gone: '2026年时间过去49.3%' },
    { today: '2027-01-04', name: '1月4日—10日', gone: '2027年时间过去1.0%' },
  ])('of the week of $today is named $name', ({ today: on, name, gone }) => {
    const [headline] = linesOf('week', { ...quiet, today: day(on), year: day(on).year });
    expect(headline).toBe(`督办周报（${name}）：${gone}。`);
  });

  it('says of a date that nobody set that it is an estimate', () => {
    const assumed = { due: day('2022-07-02'), duePrecision: 'assumed-year-end' } as const;
    const rows = rowsOf(
      aTask({ id: 'a', title: '建成甲园', ...assumed }),
      aTask({ id: 'b', title: '建成乙园', ...assumed, due: day('2022-07-08') }),
    );
    const lines = linesOf('week', { ...quiet, rows });
    expect(lines).toContain('· 建成甲园（安环局，已逾期2天，期限未核定，暂按年底估计）');
    expect(lines).toContain('本周到期1项：建成乙园（安环局，7月8日，期限未核定，暂按年底估计）。');
  });

  it('says plainly where there is nothing', () => {
    expect(linesOf('week', quiet)).toEqual([
      '督办周报（7月4日—10日）：2022年时间过去50.6%。',
      '工作0项，已办结0项，红灯0项，黄灯0项；上周报办结0项，发出提醒0份。',
      '没有红灯。',
      '本周没有到期的工作。',
      '没有等待签收的提醒。',
    ]);
  });

  it('names the red ones of the reader’s own units first, and counts what it leaves out', () => {
    const others = Array.from({ length: 5 }, (_, n) =>
      late(`o${n}`, '招商局', `2022-06-0${n + 1}`),
    );
    const rows = rowsOf(...others, late('own', '安环局', '2022-07-01'));
    const lines = linesOf('week', { ...quiet, rows, units: ['安环局'] });
    expect(lines).toContain('其中安环局1项，红灯1项，黄灯0项。');
    expect(lines.filter((line) => line.startsWith('· '))).toEqual([
      '· own号工作（安环局，已逾期3天）',
      '· o0号工作（招商局，已逾期33天）',
      '· o1号工作（招商局，已逾期32天）',
      '· o2号工作（招商局，已逾期31天）',
      '· 另有2项',
    ]);
  });

  it('fits the screen of a phone however much there is to say', () => {
    const many = Array.from({ length: 60 }, (_, n) => late(`t${n}`, '招商局', '2022-07-01'));
    const due = Array.from({ length: 60 }, (_, n) => late(`u${n}`, '招商局', '2022-07-08'));
    const rows = rowsOf(...many, ...due);
    const lines = linesOf('week', { ...quiet, rows, units: ['招商局'] });
    expect(lines.length).toBeLessThanOrEqual(20);
    expect(lines.join('')).not.toMatch(/[!！]/);
  });

  it('shows against the office what waits for it, and counts no such task as due', () => {
    const held = aTask({
      status: 'pendingReview',
      doneOn: day('2022-06-29'),
      due: day('2022-07-05'),
    });
    const forOffice = [day('2022-07-01'), day('2022-06-29')];
    const lines = linesOf('week', { ...quiet, rows: rowsOf(held), forOffice });
    expect(lines).toContain('等待园区办核验、批复或改派2项，等得最久的已等5天。');
    expect(lines).toContain('本周没有到期的工作。');
    expect(lines).toContain('没有红灯。');
  });
});
