import { describe, expect, it } from 'vitest';
import { paceRow } from '../../../functions/domain/targets/pace-report.ts';
import type { Target } from '../../../functions/domain/targets/target.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import {
  hasLastPeriod,
  type TargetStanding,
  targetResults,
} from '../../../functions/domain/years/target-results.ts';
import { aTask, at, day, rules } from '../../support/builders.ts';
import { anActual, aTarget, dec } from '../../support/figures.ts';

const promise = (over: Partial<Task> = {}): Task =>
  aTask({
    id: 'p22-001',
    title: '技工贸总收入达到420亿元',
    kind: 'target',
    due: day('2022-12-31'),
    metric: { name: '技工贸总收入', unit: '亿元', value: 420, comparator: 'ge' },
    ...over,
  });

const standing = (over: Partial<Target>, task = promise()): TargetStanding => {
  const target = aTarget(over);
  const lists = { projects: [], enterprises: [] };
  return { target, row: paceRow({ target, lists }, task, at('2023-01-31 12:00'), rules) };
};

const resultOf = (over: Partial<Target>, task = promise()): object | undefined =>
  targetResults([task], new Map([['p22-001', standing(over, task)]]))[0];

describe('a target in the account', () => {
  it('is met or missed by the figure of its last period', () => {
    expect(resultOf({ actuals: [anActual(12, '420')] })).toMatchObject({
      result: 'met',
      value: '420亿元',
      asOf: '12月',
    });
    expect(resultOf({ actuals: [anActual(12, '419.9')] })).toMatchObject({ result: 'missed' });
  });

  it('is neither where it stands at November, even if the goal is reached', () => {
    expect(resultOf({ actuals: [anActual(11, '386.4')] })).toEqual({
      id: 'p22-001',
      name: '技工贸总收入',
      unit: '安环局',
      result: 'partial',
      goal: '420亿元',
      value: '386.4亿元',
      asOf: '11月',
    });
    expect(resultOf({ actuals: [anActual(11, '430')] })).toMatchObject({ result: 'partial' });
  });

  it('is neither where December is covered in part', () => {
    const december = anActual(12, '430', { asOf: day('2022-12-20') });
    expect(resultOf({ actuals: [december] })).toMatchObject({
      result: 'partial',
      asOf: '12月20日',
    });
  });

  it('is met as it stands once the office verified it as done', () => {
    const verified = promise({ status: 'closed', doneOn: day('2022-11-30') });
    expect(resultOf({ actuals: [anActual(11, '430')] }, verified)).toMatchObject({ result: 'met' });
    const deemed = { ...verified, deemedDone: { at: at('2023-01-05 09:00'), why: '已投用' } };
    expect(resultOf({ actuals: [anActual(11, '430')] }, deemed)).toMatchObject({
      result: 'partial',
    });
  });

  it('has no result without a figure, and is left out where it was withdrawn', () => {
    expect(resultOf({})).toMatchObject({ result: 'none', value: null, asOf: null });
    expect(resultOf({}, promise({ status: 'withdrawn' }))).toBeUndefined();
  });

  it('knows the last period of each rhythm, and of a year without a December figure', () => {
    const quarterly = { rhythm: 'quarterly' } as const;
    expect(hasLastPeriod(standing({ ...quarterly, actuals: [anActual(9, '1')] }))).toBe(false);
    expect(hasLastPeriod(standing({ ...quarterly, actuals: [anActual(12, '1')] }))).toBe(true);
    const early = { unpublished: [12], actuals: [anActual(11, '1')] };
    expect(hasLastPeriod(standing({ ...early, goal: dec('1') }))).toBe(true);
  });
});
