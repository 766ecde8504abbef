import { describe, expect, it } from 'vitest';
import type { Figures } from '../../functions/domain/figures.ts';
import { type PaceRow, paceRows } from '../../functions/domain/pace-report.ts';
import { paceSummary, paceTable } from '../../functions/domain/pace-table.ts';
import type { Target } from '../../functions/domain/target.ts';
import { aTask, day, rules } from '../support/builders.ts';
import { anActual, aTarget, dec } from '../support/figures.ts';

const today = day('2022-06-15');
const tasks = new Map([['p22-001', aTask({ id: 'p22-001', leadUnit: '产业发展局' })]]);
const figuresOf = (...targets: readonly Target[]): Figures => ({
  targets,
  projects: [],
  enterprises: [],
  instruments: [],
  steps: [],
});

const rowOf = (over: Partial<Target>): PaceRow => {
  const [row] = paceRows(figuresOf(aTarget(over)), tasks, today, rules);
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

  it('is none while nothing is known', () => {
    expect(rowOf({}).lamp.colour).toBe('none');
  });

  it.each([
    [{ comparator: 'rank-le', goal: dec('2'), unit: '位' }, '3', 'yellow', '第3位，目标前2位'],
    [{ comparator: 'growth', goal: dec('7.5'), unit: '%' }, '7.1', 'green', '7.1%，目标7.5%'],
    [{ comparator: 'le', goal: dec('100') }, '50', 'green', '已用50.0%，序时进度41.6%'],
    [{ comparator: 'le', goal: dec('100') }, '60', 'yellow', '已用60.0%，序时进度41.6%'],
  ] as const)('says in its own words of %o', (over, value, colour, reason) => {
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
      { comparator: 'rank-le', goal: dec('2'), unit: '位', actuals: [anActual(3, '2')] },
      '技工贸总收入|前2位|3月|第2位|—|—|—|达到目标|绿|—|—|产业发展局',
    ],
    [{}, '技工贸总收入|420亿元|—|—|—|—|—|未启动|无|—|—|产业发展局'],
    [
      { goal: dec('100'), actuals: [anActual(5, '100')] },
      '技工贸总收入|100亿元|5月|100亿元|100.0%|41.6%|2.40|超进度|绿|已完成|240亿元|产业发展局',
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
    expect(paceSummary([late, idle, rowOf({ actuals: [anActual(5, '175')] })])).toBe(
      '3项指标：超进度0项、达进度1项、欠进度1项、未启动1项；红灯2项（税收、投资）、黄灯0项。',
    );
  });
});
