import { describe, expect, it } from 'vitest';
import { paceSentence } from '../../../functions/domain/papers/standing-words.ts';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import type { Rules } from '../../../functions/domain/policy/hours.ts';
import { paceRows } from '../../../functions/domain/targets/pace-report.ts';
import type { PaceRow } from '../../../functions/domain/targets/pace-row.ts';
import { paceSummary } from '../../../functions/domain/targets/pace-summary.ts';
import { paceSummaryWords as paceWords } from '../../../functions/domain/targets/pace-table.ts';
import type { Target } from '../../../functions/domain/targets/target.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { aTask, at, day, rules as quiet } from '../../support/builders.ts';
import { anActual, aTarget } from '../../support/figures.ts';

const rules: Rules = { ...quiet, policies: [{ policy: defaultPolicy, from: day('2022-01-01') }] };

const rowOf = (over: Partial<Target>, on: string, task: Partial<Task> = {}): PaceRow => {
  const promise = aTask({ id: 'p22-001', kind: 'target', due: day('2022-12-31'), ...task });
  const figures = {
    targets: [aTarget(over)],
    projects: [],
    enterprises: [],
    instruments: [],
    steps: [],
  };
  const [row] = paceRows(figures, new Map([['p22-001', promise]]), at(`${on} 23:59`), rules);
  if (!row) throw new Error('no row');
  return row;
};

describe('a figure that is older than the one that is owed', () => {
  const may = { actuals: [anActual(5, '208.3')] };

  it('is never better than it was: 49.6 % of May is no green in December', () => {
    expect(rowOf(may, '2022-07-25')).toMatchObject({ reported: 'current', state: 'ahead' });
    const row = rowOf(may, '2022-12-30');
    expect(row).toMatchObject({
      completion: '49.5%',
      asOf: '5月',
      reported: 'stale',
      owed: 11,
      state: 'unreported',
      required: null,
      projected: null,
    });
    expect(row.lamp).toMatchObject({
      colour: 'unreported',
      rule: 'pace.unreported',
      reason: '截至5月完成208.3亿元（49.5%），序时进度41.6%，未报数：应报11月的数',
    });
  });

  it('stays red, with both said', () => {
    const { lamp } = rowOf({ actuals: [anActual(5, '100')] }, '2022-07-26');
    expect(lamp).toMatchObject({
      colour: 'red',
      reason: '截至5月完成100亿元（23.8%），序时进度41.6%，未报数：应报6月的数',
    });
  });

  it('of a series is that of the month before the gap', () => {
    const series = [1, 2, 4, 5].map((month) => anActual(month, '35'));
    expect(rowOf({ basis: 'perPeriod', actuals: series }, '2022-06-25')).toMatchObject({
      through: 2,
      reported: 'stale',
      owed: 5,
    });
  });

  it('is that of the list’s last return, whatever was added since', () => {
    const counted = { countedFrom: { list: 'projects', figure: 'signed' } as const, ...may };
    expect(rowOf(counted, '2022-07-26')).toMatchObject({ asOf: '5月', reported: 'stale', owed: 6 });
  });

  it('counts as on pace nowhere, and says so', () => {
    const rows = [rowOf(may, '2022-07-26'), rowOf({ actuals: [anActual(6, '215')] }, '2022-07-26')];
    expect(paceSummary(rows)).toMatchObject({ all: 2, kept: 1, unreported: 1 });
    expect(paceSentence(rows)).toBe('指标2项，1项达到序时，未报数1项。');
    expect(paceWords(rows)).toContain('超进度1项、达进度0项、欠进度0项、未启动0项、未报数1项');
  });

  it('is said of what nobody ever returned, but not before the first return day', () => {
    const never = rowOf({}, '2022-06-25');
    expect(never).toMatchObject({ reported: 'never', state: 'unreported', achieved: null });
    expect(never.lamp).toMatchObject({ colour: 'unreported', reason: '从未报数' });
    const handed = { assignment: { number: 1, at: at('2022-06-15 08:00') } };
    const early = rowOf({}, '2022-07-25', handed);
    expect(early).toMatchObject({ reported: 'notYet', state: 'notYet', owed: null });
    expect(early.lamp).toMatchObject({ colour: 'none', reason: '还没到第一次反馈日' });
    expect(rowOf({}, '2022-07-26', handed).lamp.reason).toBe('从未报数');
  });

  it('gets no newer by being handed to another post', () => {
    const handed = { number: 2, at: at('2022-11-20 08:00') };
    expect(rowOf(may, '2022-12-01', { assignment: handed }).reported).toBe('stale');
    // Entered as in hand, and handed over for the first time since.
    expect(rowOf(may, '2022-12-01', { assignment: { ...handed, number: 1 } }).reported).toBe(
      'stale',
    );
  });

  it('is not asked of one that is closed', () => {
    expect(rowOf(may, '2022-12-30', { status: 'closed' }).reported).toBe('current');
  });
});

describe('a figure of a part of its period', () => {
  it('is measured by the whole period, and says its day', () => {
    const part = anActual(3, '105', { asOf: day('2022-03-24'), at: at('2022-03-24 09:00') });
    const row = rowOf({ rhythm: 'quarterly', actuals: [part] }, '2022-03-26', {
      recurrence: '每季度末月25日前',
    });
    expect(row).toMatchObject({ asOf: '3月24日', scheduled: '25.0%', reported: 'current' });
    expect(row.lamp.reason).toBe('截至3月24日完成105亿元（25.0%），序时进度25.0%');
  });
});
