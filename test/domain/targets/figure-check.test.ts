import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import type { Rules } from '../../../functions/domain/policy/hours.ts';
import { faultsOfFigure, openMonths } from '../../../functions/domain/targets/figure-check.ts';
import type { Target } from '../../../functions/domain/targets/target.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { aTask, at, day, rules as quiet } from '../../support/builders.ts';
import { aMeasured, anActual, aTarget, dec } from '../../support/figures.ts';

const rules: Rules = { ...quiet, policies: [{ policy: defaultPolicy, from: day('2022-01-01') }] };
const now = at('2022-07-08 10:00');

const receiving = (target: Partial<Target>, task: Task = aMeasured({ target })) => ({
  target: aTarget(target),
  task,
  now,
  rules,
});

type Given = { readonly month?: number; readonly why?: string; readonly isChecked?: boolean };

const faults = (target: Partial<Target>, value: string, given: Given = {}): readonly string[] => {
  const { month = 6, why = '', isChecked = false } = given;
  const figure = { month, value: dec(value), source: '统计月报', why, isChecked };
  return faultsOfFigure(figure, receiving(target)).map(
    ({ field, message }) => `${field} ${message}`,
  );
};

const known = { actuals: [anActual(5, '170.9')] };

describe('a figure that is far from the last one', () => {
  it.each([
    [known, '208.7', undefined],
    // 1,708.9 is less than ten times 170.9, 17.1 more than a tenth.
    [known, '1708.9', undefined],
    [known, '17.1', undefined],
    [known, '1709', '填的是1709亿元，是5月170.9亿元的10倍，请核对单位和小数点'],
    [known, '9999999', '填的是9999999亿元，是5月170.9亿元的58513.7倍，请核对单位和小数点'],
    [known, '17.09', '填的是17.09亿元，只有5月170.9亿元的10%，请核对单位和小数点'],
    // Nothing at all is believed, and so is what follows it, up to ten times the goal.
    [known, '0', undefined],
    [{ actuals: [anActual(5, '0')] }, '208.7', undefined],
    [{}, '4199', undefined],
    [{}, '4200', '填的是4200亿元，是目标420亿元的10倍，请核对单位和小数点'],
    // A share or rate may differ by 20 points.
    [
      { comparator: 'growth', goal: dec('7.5'), unit: '%', actuals: [anActual(5, '7.1')] },
      '27.1',
      undefined,
    ],
    [
      { comparator: 'growth', goal: dec('7.5'), unit: '%', actuals: [anActual(5, '7.1')] },
      '27.2',
      '填的是27.2%，与5月7.1%相差20.1个百分点，请核对小数点和正负',
    ],
    // A rank may be any.
    [
      { comparator: 'rank-le', goal: dec('2'), unit: '位', actuals: [anActual(5, '2')] },
      '58',
      undefined,
    ],
  ] as const)('of %o: %s', (target, value, question) => {
    const asked = question === undefined ? [] : [`confirm ${question}`];
    expect(faults(target as Partial<Target>, value)).toEqual(asked);
    expect(faults(target as Partial<Target>, value, { isChecked: true })).toEqual([]);
  });

  it('is compared with the month before, and not with the one that it corrects', () => {
    const slip = { actuals: [anActual(4, '134.2'), anActual(5, '1709')] };
    const given = { month: 5, why: '小数点填错' };
    expect(faults(slip, '170.9', given)).toEqual([]);
  });
});

describe('a figure', () => {
  it('is of a month that is over: December is from the first of January', () => {
    const task = aMeasured();
    const on = (local: string): number | undefined =>
      openMonths({ target: aTarget(), task, now: at(local), rules }).at(-1);
    expect(on('2022-12-31 23:59')).toBe(11);
    expect(on('2023-01-01 00:00')).toBe(12);
    expect(faults(known, '220', { month: 7 })).toEqual(['month 7月还没有结束']);
  });

  it('is taken for the running period from the day of asking on, where the words set a day in it', () => {
    const target = { rhythm: 'quarterly' as const };
    const task = aMeasured({ target, task: { recurrence: '每季度末月25日前' } });
    const on = (local: string): readonly number[] =>
      openMonths({ target: aTarget(target), task, now: at(local), rules });
    expect(on('2022-06-21 10:00')).toEqual([3]);
    expect(on('2022-06-22 10:00')).toEqual([3, 6]);
    expect(on('2022-06-30 10:00')).toEqual([3, 6]);
  });

  it('that corrects another says why; one that completes a part of its period need not', () => {
    const part = anActual(6, '200', { asOf: day('2022-06-24'), at: at('2022-06-24 09:00') });
    expect(faults({ actuals: [part] }, '208.7')).toEqual([]);
    const whole = { actuals: [anActual(6, '200', { at: at('2022-07-08 09:00') })] };
    expect(faults(whole, '208.7')).toEqual(['why 6月已填报 200，更正须说明原因']);
    expect(faults(whole, '208.7', { why: '核增' })).toEqual([]);
  });

  it.each([
    ['1.5', ['value 名次应是从 1 起的整数']],
    ['0', ['value 名次应是从 1 起的整数']],
    ['3', []],
  ])('of a rank is a whole number from 1 on: %s', (value, is) => {
    expect(faults({ comparator: 'rank-le', goal: dec('2'), unit: '位' }, value)).toEqual(is);
  });

  it('is none of a month that is not published by itself', () => {
    expect(faults({ unpublished: [1] }, '3', { month: 1 })).toEqual([
      'value 1月的数不单独公布，请填下一个月的',
    ]);
    expect(faults({ rhythm: 'halfYearly' }, '3', { month: 3 })).toEqual([
      'value 按半年填报的指标只填 6、12 月',
    ]);
  });

  it('of a promise without return days is taken once its month is over', () => {
    expect(openMonths(receiving({}, aTask({ kind: 'target' }))).at(-1)).toBe(6);
  });
});
