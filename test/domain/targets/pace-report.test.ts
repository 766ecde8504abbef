import { describe, expect, it } from 'vitest';
import type { ParkFigures } from '../../../functions/domain/funding/park-figures.ts';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import type { Rules } from '../../../functions/domain/policy/hours.ts';
import { paceRows } from '../../../functions/domain/targets/pace-report.ts';
import type { PaceRow } from '../../../functions/domain/targets/pace-row.ts';
import {
  paceTable,
  paceSummaryWords as paceWords,
} from '../../../functions/domain/targets/pace-table.ts';
import type { Target } from '../../../functions/domain/targets/target.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { aTask, at, day, rules as quiet } from '../../support/builders.ts';
import { anActual, aTarget, dec } from '../../support/figures.ts';

const rules: Rules = { ...quiet, policies: [{ policy: defaultPolicy, from: day('2022-01-01') }] };
const today = day('2022-06-15');

const promise = (over: Partial<Task> = {}): Task =>
  aTask({
    id: 'p22-001',
    kind: 'target',
    leadUnit: '产业发展局',
    due: day('2022-12-31'),
    ...over,
  });

const figuresOf = (...targets: readonly Target[]): ParkFigures => ({
  targets,
  projects: [],
  enterprises: [],
  instruments: [],
  steps: [],
});

const rowOf = (over: Partial<Target>, on = '2022-06-15', task: Partial<Task> = {}): PaceRow => {
  const tasks = new Map([['p22-001', promise(task)]]);
  const [row] = paceRows(figuresOf(aTarget(over)), tasks, at(`${on} 23:59`), rules);
  if (!row) throw new Error('no row');
  return row;
};

const cellsOf = (over: Partial<Target>): readonly string[] =>
  paceTable([rowOf(over)], today).rows[0] ?? [];

describe('the lamp of a target', () => {
  it.each([
    ['140', 'green', null],
    ['139.9', 'yellow', '完成率达到33.4%'],
    ['105', 'yellow', '完成率达到33.4%'],
    ['104.9', 'red', '完成率达到33.4%'],
  ])('with %s of 420亿元 in 5 months is %s', (value, colour, toGreen) => {
    const { lamp } = rowOf({ actuals: [anActual(5, value)] });
    expect(lamp).toMatchObject({ axis: 'pace', rule: 'pace.ratio_60_80', policyVersion: 1 });
    expect([lamp.colour, lamp.toGreen]).toEqual([colour, toGreen]);
  });

  it('uses the target’s own due month: 1 of 2 by the end of May is yellow where June is due', () => {
    const row = rowOf({ goal: dec('2'), unit: '家', actuals: [anActual(5, '1')] }, '2022-06-15', {
      due: day('2022-06-30'),
    });
    expect(row).toMatchObject({ completion: '50.0%', scheduled: '83.3%', index: '0.60' });
    expect(row.lamp).toMatchObject({
      colour: 'yellow',
      reason: '截至5月完成1家（50.0%），序时进度83.3%',
    });
  });

  const rank = { comparator: 'rank-le' as const, goal: dec('2'), unit: '位' };
  const growth = { comparator: 'growth' as const, goal: dec('7.5'), unit: '%' };
  const limit = { comparator: 'le' as const, goal: dec('100'), unit: '吨' };

  it.each([
    // One place of a rank is its tolerance.
    [rank, '2', 'green', '截至5月第2位，目标前2位'],
    [rank, '3', 'yellow', '截至5月第3位，目标前2位'],
    [rank, '4', 'red', '截至5月第4位，目标前2位'],
    // A fifth of 7.5 % is 1.5, less than two points.
    [growth, '7.5', 'green', '截至5月7.5%，目标7.5%'],
    [growth, '6', 'yellow', '截至5月6%，目标7.5%'],
    [growth, '5.99', 'red', '截至5月5.99%，目标7.5%'],
    [{ ...growth, goal: dec('15') }, '13', 'yellow', '截至5月13%，目标15%'],
    [{ ...growth, goal: dec('15') }, '12.99', 'red', '截至5月12.99%，目标15%'],
    // A limit is kept however fast it is used, and also by less than nothing; 5 % beyond is yellow.
    [limit, '-5', 'green', '截至5月-5吨，不超过100吨'],
    [limit, '99', 'green', '截至5月99吨，不超过100吨'],
    [limit, '105', 'yellow', '截至5月105吨，不超过100吨'],
    [limit, '105.01', 'red', '截至5月105.01吨，不超过100吨'],
    [{ ...limit, tolerance: dec('0') }, '100.01', 'red', '截至5月100.01吨，不超过100吨'],
  ] as const)('of %o with %s is %s', (over, value, colour, reason) => {
    const { lamp } = rowOf({ ...over, actuals: [anActual(5, value)] });
    expect([lamp.colour, lamp.reason]).toEqual([colour, reason]);
  });
});

describe('the table of targets', () => {
  it.each([
    [
      { actuals: [anActual(5, '170.9')] },
      '技工贸总收入|420亿元|5月|170.9亿元|40.6%|41.6%|0.97|欠进度|绿|35.59亿元|410.16亿元|产业发展局',
    ],
    [
      { rhythm: 'quarterly', actuals: [anActual(3, '110')] },
      '技工贸总收入|420亿元|3月|110亿元|26.1%|25.0%|1.04|超进度|绿|每季103.34亿元|440亿元|产业发展局',
    ],
    [
      {
        comparator: 'rank-le',
        goal: dec('2'),
        unit: '位',
        rhythm: 'quarterly',
        actuals: [anActual(3, '2')],
      },
      '技工贸总收入|前2位|3月|第2位|—|—|—|达到目标|绿|—|—|产业发展局',
    ],
    [{}, '技工贸总收入|420亿元|—|—|—|—|—|未报数|未报数|—|—|产业发展局'],
    [
      { goal: dec('100'), actuals: [anActual(5, '100')] },
      '技工贸总收入|100亿元|5月|100亿元|100.0%|41.6%|2.40|超进度|绿|已完成|240亿元|产业发展局',
    ],
    [
      { actuals: [anActual(2, '70')] },
      '技工贸总收入|420亿元|2月|70亿元|16.6%|16.6%|1.00|未报数|未报数|—|—|产业发展局',
    ],
  ] as const)('%#', (over, cells) => {
    expect(cellsOf(over as Partial<Target>).join('|')).toBe(cells);
  });

  it('marks what was projected along a curve', () => {
    const curve = Array.from({ length: 12 }, (_, month) => dec(month < 10 ? '0.05' : '0.25'));
    expect(cellsOf({ curve, actuals: [anActual(5, '105')] })[10]).toBe('420亿元※');
  });

  it('says below which figures must be looked into', () => {
    const actuals = [anActual(4, '140'), anActual(5, '139')];
    const { notes } = paceTable([rowOf({ actuals })], today);
    expect(notes).toContain('技工贸总收入：5月累计139亿元，小于4月的140亿元。');
  });

  it('begins with who is behind', () => {
    const late = rowOf({ name: '税收', actuals: [anActual(5, '100')] });
    const idle = rowOf({ name: '投资', actuals: [anActual(5, '0')] });
    expect(paceWords([late, idle, rowOf({ actuals: [anActual(5, '175')] })])).toBe(
      '3项指标：超进度0项、达进度1项、欠进度1项、未启动1项；红灯2项（税收、投资）、黄灯0项。',
    );
  });
});
