import { fc, test } from '@fast-check/vitest';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { cut, percent, shortest } from '../../../functions/domain/base/decimal.ts';
import { type Actuals, type Pace, paceOf } from '../../../functions/domain/targets/pace.ts';
import { Target } from '../../../functions/domain/targets/target.ts';
import { spanOf } from '../../../functions/domain/targets/target-span.ts';
import { aTask, day } from '../../support/builders.ts';
import { aTarget, dec } from '../../support/figures.ts';

/** The pace of a target that runs through the year, unless the test says otherwise. */
const paceIn = (
  over: Partial<Target>,
  [through, value]: readonly [number, string],
  span = { from: 1, to: 12 },
): Pace => {
  const achieved: Actuals = { through, asOf: null, value: dec(value) };
  return paceOf(aTarget(over), achieved, span);
};

const curve = [
  '0.05',
  '0.05',
  '0.05',
  '0.05',
  '0.1',
  '0.1',
  '0.1',
  '0.1',
  '0.1',
  '0.1',
  '0.1',
  '0.1',
];

type Case = readonly [
  what: string,
  target: Partial<Target>,
  achieved: readonly [month: number, value: string],
  is: string,
];

/** What a person would check with a pocket calculator. */
const cases: readonly Case[] = [
  ['420亿元，5个月完成180亿元', {}, [5, '180'], 'ahead 42.8% 41.6% 1.028 34.29 432'],
  ['60个，5个月25个', { goal: dec('60') }, [5, '25'], 'onPace 41.6% 41.6% 1.000 5 60'],
  ['80亿元，5个月26亿元', { goal: dec('80') }, [5, '26'], 'behind 32.5% 41.6% 0.780 7.71 62.4'],
  ['26家，5个月没有', { goal: dec('26') }, [5, '0'], 'notStarted 0.0% 41.6% 0.000 3.71 0'],
  ['一季度100亿元', { rhythm: 'quarterly' }, [3, '100'], 'behind 23.8% 25.0% 0.952 106.67 400'],
  [
    '有计划进度，前4个月各5%，5月10%',
    { goal: dec('80'), curve: curve.map(dec) },
    [5, '26'],
    'ahead 32.5% 30.0% 1.083 7.71 86.67',
  ],
  ['已经超过目标', { goal: dec('30') }, [11, '33'], 'ahead 110.0% 91.6% 1.200 0 36'],
];

describe('the pace of a target that adds up', () => {
  it.each(cases)('%s', (_, target, achieved, is) => {
    const { state, completion, scheduled, index, required, projected } = paceIn(target, achieved);
    const shown = [
      state,
      completion && percent(completion),
      scheduled && percent(scheduled),
      index && cut(index, 3),
      required && shortest(required.perPeriod, 2),
      projected && shortest(projected.value, 2),
    ];
    expect(shown.join(' ')).toBe(is);
  });

  it('says by which method the year end was told', () => {
    expect(paceIn({}, [5, '26']).projected?.method).toBe('average');
    expect(paceIn({ curve: curve.map(dec) }, [5, '26']).projected?.method).toBe('curve');
  });

  it('has nothing left to require at the end of the year', () => {
    const pace = paceIn({}, [12, '400']);
    expect(pace).toMatchObject({ state: 'behind', isMet: false, required: null });
  });

  it('without any figure is not known, which is not the same as not started', () => {
    const span = { from: 1, to: 12 };
    expect(paceOf(aTarget(), null, span)).toMatchObject({ state: 'unknown', completion: null });
    expect(paceIn({}, [5, '0']).state).toBe('notStarted');
  });

  it.each([
    // 6月30日前引进2家, 1 by the end of May: half of it after 5 of 6 months.
    { span: { from: 1, to: 6 }, through: 5, scheduled: '83.3%', index: '0.60' },
    { span: { from: 1, to: 6 }, through: 6, scheduled: '100.0%', index: '0.50' },
    // After its due month it goes on being counted, with all of its schedule.
    { span: { from: 1, to: 6 }, through: 9, scheduled: '100.0%', index: '0.50' },
    // Handed to it in April: April and May of nine months.
    { span: { from: 4, to: 12 }, through: 5, scheduled: '22.2%', index: '2.25' },
  ])('through month $through of $span is to be at $scheduled', ({ span, through, ...is }) => {
    const { scheduled, index } = paceIn({ goal: dec('2') }, [through, '1'], span);
    expect({ scheduled: scheduled && percent(scheduled), index: index && cut(index, 2) }).toEqual(
      is,
    );
  });

  it('before it begins is not behind', () => {
    const pace = paceIn({}, [3, '1'], { from: 4, to: 12 });
    expect(pace).toMatchObject({ state: 'ahead', index: null });
  });

  it('along a curve takes its share of the curve until the due month', () => {
    // 5 % a month until April, 10 % in May and June: 40 % in all until June, 30 % until May.
    const { scheduled, required } = paceIn({ curve: curve.map(dec) }, [5, '315'], {
      from: 1,
      to: 6,
    });
    expect(scheduled && percent(scheduled)).toBe('75.0%');
    expect(required).toMatchObject({ periods: 1 });
    expect(required && shortest(required.perPeriod, 2)).toBe('105');
  });

  it('begins and ends where its promise does, within the year of its plan', () => {
    const span = (start: string, due: string | null) =>
      spanOf({ plan: 2022 }, aTask({ start: day(start), due: due === null ? null : day(due) }));
    expect(span('2022-01-01', '2022-06-30')).toEqual({ from: 1, to: 6 });
    expect(span('2022-04-15', '2022-12-31')).toEqual({ from: 4, to: 12 });
    expect(span('2021-11-01', '2023-03-31')).toEqual({ from: 1, to: 12 });
    expect(span('2022-01-01', null)).toEqual({ from: 1, to: 12 });
  });

  it('before a curve begins has no index and no projection', () => {
    const late = [...Array.from({ length: 11 }, () => dec('0')), dec('1')];
    const pace = paceIn({ curve: late }, [3, '1']);
    expect(pace).toMatchObject({ state: 'ahead', index: null, projected: null });
  });

  test.prop([fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 1e6 })])(
    'is exact: the index is completion × 12 ÷ months, and the projection that many goals',
    (month, tenths) => {
      const value = new Fraction(tenths, 10);
      const { index, projected, required } = paceIn({}, [month, shortest(value, 1)]);
      const expected = value.div(420).mul(12).div(month);
      expect(index?.equals(expected)).toBe(true);
      expect(projected?.value.equals(expected.mul(420))).toBe(true);
      const made = required ? value.add(required.perPeriod.mul(required.periods)) : value;
      expect(required === null || made.equals(420) || value.gt(420)).toBe(true);
    },
  );
});

describe('the pace of a target that does not add up', () => {
  const rank = { goal: dec('2'), comparator: 'rank-le' as const, unit: '位' };
  const growth = { goal: dec('7.5'), comparator: 'growth' as const, unit: '%' };

  const limit = { goal: dec('100'), comparator: 'le' as const, unit: '吨' };

  it.each([
    ['要前2位，第1位', rank, '1', 'ahead true'],
    ['要前2位，第2位', rank, '2', 'onPace true'],
    ['要前2位，第3位', rank, '3', 'behind false'],
    ['要增长7.5%，增长7.1%', growth, '7.1', 'behind false'],
    ['要增长7.5%，增长8%', growth, '8', 'ahead true'],
    ['要增长7.5%，下降3%', growth, '-3', 'behind false'],
    ['要不下降，下降3%', { ...growth, goal: dec('0') }, '-3', 'behind false'],
    ['不超过100的用量，6个月用了60', limit, '60', 'onPace true'],
    ['不超过100的用量，用了101', limit, '101', 'behind false'],
    ['不超过100的用量，报来负数', limit, '-5', 'onPace true'],
  ] as const)('%s', (_what, target, value, is) => {
    const pace = paceIn(target, [6, value]);
    expect(pace).toMatchObject({ completion: null, index: null, required: null, projected: null });
    expect(`${pace.state} ${pace.isMet}`).toBe(is);
  });
});

describe('a target is refused', () => {
  const written = { ...aTarget(), goal: '420' };
  const problems = (over: object): readonly string[] =>
    Target.safeParse({ ...written, ...over }).error?.issues.map(({ message }) => message) ?? [];

  it('with a curve that does not sum to 1, exactly', () => {
    const thirds = Array.from({ length: 12 }, () => '0.083333');
    expect(problems({ curve: thirds })).toEqual(['计划进度应有 12 个比重，合计为 1']);
    expect(problems({ curve })).toEqual([]);
  });

  it('with a curve of the wrong length, or one that falls', () => {
    expect(problems({ curve: ['0.5', '0.5'] })).toEqual(['计划进度应有 12 个比重，合计为 1']);
    const falling = ['1.1', '-0.1', ...Array.from({ length: 10 }, () => '0')];
    expect(problems({ curve: falling })).toEqual(['计划进度的比重不能小于 0']);
  });

  it('with a figure between quarters, or a rank before the first', () => {
    const actual = {
      month: 5,
      value: '0',
      source: '报表',
      reportedBy: 'x',
      at: '2022-06-08T09:00:00+08:00',
    };
    expect(problems({ rhythm: 'quarterly', actuals: [actual] })).toEqual([
      '按季填报的指标没有 5 月的数',
    ]);
    expect(problems({ comparator: 'rank-le', actuals: [actual] })).toEqual(['名次从 1 起']);
  });

  it('with a goal of nothing', () => {
    expect(problems({ goal: '0' })).toEqual(['目标应大于 0']);
  });
});
