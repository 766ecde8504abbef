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

  it('is of the year that is over, and counts what is open of the years before apart', () => {
    const left = rows(
      aTask({ id: 'left', plan: 2021, due: day('2021-10-31') }),
      aTask({ id: 'held', plan: 2021, due: day('2023-01-20') }),
    ).slice(1);
    const standing = {
      ...quiet,
      today: newYear,
      rows: rows(aTask({ id: 'done', status: 'closed', doneOn: day('2022-12-15') })),
      earlier: { rows: left, forOffice: 1, unsigned: 2 },
      sent: 7,
    };
    const lines = linesOf('month', standing);
    expect(lines.slice(0, 3)).toEqual([
      '督办月报（2022年12月）：2022年时间过去100.0%。',
      '截至1月3日，工作2项，已办结1项，红灯1项，黄灯0项，未反馈1项；12月报办结1项，发出提醒7份。',
      '往年未办结2项，红灯1项，黄灯0项，等待园区办办理1项，没有签收2项，不计入其他各数。',
    ]);
    expect(lines).toContain('· 建成消防站（安环局，已逾期3天）');
    expect(lines).toContain('2022年的工作1月底以前没有到期的。');
    expect(lines).toContain('12月发出的提醒，2022年的工作没有等待签收的。');
  });

  it('says of a year without a plan that nothing of it is registered yet', () => {
    const [headline] = linesOf('week', { ...quiet, today: newYear, rows: rows() });
    expect(headline).toBe('督办周报（1月2日—8日）：2022年时间过去100.0%，2023年还没有登记工作。');
  });

  it('shows each of its targets by the newest figure, and says through which month', () => {
    const targets = [
      aTarget({ id: 'p22-001', actuals: [anActual(10, '300'), anActual(11, '340')] }),
      aTarget({ id: 'p22-002', name: '税收', goal: aTarget().goal, actuals: [] }),
    ];
    const tasks = rows(
      aTask({ id: 'p22-001', kind: 'target', due: null }),
      aTask({ id: 'p22-002', kind: 'target', due: null }),
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
