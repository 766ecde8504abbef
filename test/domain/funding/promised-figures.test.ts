import { describe, expect, it } from 'vitest';
import { inFen } from '../../../functions/domain/base/money.ts';
import {
  promisedInstrument,
  promisedTarget,
} from '../../../functions/domain/funding/promised-figures.ts';
import { aTask } from '../../support/builders.ts';

const metric = { name: '实缴税收', unit: '亿元', value: 4, comparator: 'ge' } as const;

describe('the number that a task promises', () => {
  it('is returned monthly, from January on', () => {
    const target = promisedTarget(aTask({ kind: 'target', metric, title: '实缴税收4亿元以上' }));
    expect(target).toMatchObject({
      name: '实缴税收4亿元以上',
      rhythm: 'monthly',
      basis: 'cumulative',
    });
    expect(target?.goal.valueOf()).toBe(4);
  });

  it.each([
    { recurrence: '每季度末月25日前', rhythm: 'quarterly' },
    { recurrence: '每半年通报一次', rhythm: 'halfYearly' },
    { recurrence: '每月5日前', rhythm: 'monthly' },
    { recurrence: '每周', rhythm: 'monthly' },
  ])('is returned in the rhythm of the plan’s own words: $recurrence', ({ recurrence, rhythm }) => {
    expect(promisedTarget(aTask({ kind: 'target', metric, recurrence }))?.rhythm).toBe(rhythm);
  });

  it('has no January where statistics publish it with February', () => {
    const monthsOff = (title: string) =>
      promisedTarget(aTask({ kind: 'target', metric, title }))?.unpublished;
    expect(monthsOff('完成固定资产投资80亿元')).toEqual([1]);
    expect(monthsOff('规模工业增加值增长7.5%')).toEqual([1]);
    expect(monthsOff('实缴税收4亿元')).toEqual([]);
  });

  it('is none of a milestone, of a task without a number, or of nothing to reach', () => {
    expect(promisedTarget(aTask({ metric }))).toBeUndefined();
    expect(promisedTarget(aTask({ kind: 'target' }))).toBeUndefined();
    const zero = aTask({ kind: 'target', metric: { ...metric, value: 0 } });
    expect(promisedTarget(zero)).toBeUndefined();
  });
});

describe('the money that a task promises', () => {
  const fen = inFen(30_000_000_000);
  it.each([
    { title: '争取发行政府专项债券3亿元', kind: 'specialBond' },
    { title: '力争资金2000万元', kind: 'superiorGrant' },
    { title: '新增银行贷款5亿元', kind: 'loan' },
    { title: '引入社会资本1亿元', kind: 'socialCapital' },
  ])('$title is a $kind', ({ title, kind }) => {
    const money = promisedInstrument(aTask({ kind: 'funding', amountFen: fen, title }));
    expect(money).toMatchObject({ kind, goalFen: fen, name: title });
    expect(money?.projects).toEqual([{ id: 'whole', name: title, goalFen: fen }]);
  });

  it('has a name that a sheet can bear, and none without an amount', () => {
    const title = `争取/发行[政府]专项债券${'很'.repeat(40)}`;
    const money = promisedInstrument(aTask({ kind: 'funding', amountFen: fen, title }));
    expect(money?.name).toMatch(/^争取发行政府专项债券很{21}$/);
    expect(promisedInstrument(aTask({ kind: 'funding' }))).toBeUndefined();
    expect(promisedInstrument(aTask({ amountFen: fen }))).toBeUndefined();
  });
});
