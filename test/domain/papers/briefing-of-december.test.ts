import { describe, expect, it } from 'vitest';
import { taskRowOf } from '../../../functions/domain/papers/board.ts';
import type { BriefingInput } from '../../../functions/domain/papers/briefing-input.ts';
import { paceRows } from '../../../functions/domain/targets/pace-report.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { aTask, at, day, rules } from '../../support/builders.ts';
import { anActual, aTarget } from '../../support/figures.ts';
import { linesOf, quiet } from '../../support/standings.ts';

describe('the sheet of December, on the first working day of January', () => {
  const newYear = day('2023-01-03');
  const over = taskRowOf(
    {
      task: aTask({ id: 'old', title: '建成消防站', due: day('2022-12-31') }),
      version: 1,
    },
    null,
    newYear,
    rules,
  );
  const rows = (...tasks: readonly Task[]): BriefingInput['rows'] => [
    over,
    ...tasks.map((task) => taskRowOf({ task, version: 1 }, null, newYear, rules)),
  ];

  it('is of the year that is over, with what was still open of the years before', () => {
    const all = rows(
      aTask({ id: 'next', plan: 2023, start: newYear, due: day('2023-01-20') }),
      aTask({ id: 'left', plan: 2021, status: 'closed', doneOn: day('2022-03-01') }),
      aTask({ id: 'long ago', plan: 2021, status: 'closed', doneOn: day('2021-12-30') }),
      aTask({ id: 'done', status: 'closed', doneOn: day('2022-12-15') }),
    );
    const lines = linesOf('month', { ...quiet, today: newYear, rows: all, sent: 7 });
    expect(lines.slice(0, 2)).toEqual([
      '督办月报（2022年12月）：2022年时间过去100.0%。',
      '截至1月3日，工作3项（含往年结转1项），已办结2项，红灯1项，黄灯0项，未反馈1项；12月报办结1项，发出提醒7份。',
    ]);
    expect(lines).toContain('· 建成消防站（安环局，已逾期3天）');
    expect(lines.join()).toContain('1月底以前到期1项：');
  });

  it('shows each of its targets by the newest figure, and says through which month', () => {
    const targets = [
      aTarget({ id: 'p22-001', actuals: [anActual(10, '300'), anActual(11, '340')] }),
      aTarget({ id: 'p22-002', name: '税收', goal: aTarget().goal, actuals: [] }),
      aTarget({ id: 'p23-001', plan: 2023, name: '明年的指标' }),
    ];
    const tasks = rows(
      aTask({ id: 'p22-001', kind: 'target', due: null }),
      aTask({ id: 'p22-002', kind: 'target', due: null }),
      aTask({ id: 'p23-001', plan: 2023, kind: 'target', due: null }),
    );
    const paced = paceRows(
      { targets, projects: [], enterprises: [] },
      new Map(),
      at('2023-01-03 09:00'),
      rules,
    );
    const standing = { ...quiet, today: newYear, rows: tasks, targets: paced };
    const lines = linesOf('month', standing);
    expect(lines.filter((line) => /^·.*目标/.test(line))).toEqual([
      '· 技工贸总收入：340亿元（截至11月），目标420亿元，欠10.7个百分点',
      '· 税收：还没有数，目标420亿元',
    ]);
  });
});
