import { describe, expect, it } from 'vitest';
import { shortest } from '../../../functions/domain/base/decimal.ts';
import { actualsOf } from '../../../functions/domain/targets/actuals.ts';
import type { Target } from '../../../functions/domain/targets/target.ts';
import { at, day } from '../../support/builders.ts';
import { anActual, aProject, aTarget } from '../../support/figures.ts';

const lists = {
  projects: [
    aProject('a', 32, '2022-01-20', { startedOn: day('2022-03-01') }),
    aProject('b', 12, '2022-03-31'),
    aProject('c', 6, '2022-04-02', { startedOn: day('2022-05-31') }),
    aProject('d', 1, '2022-06-10'),
    aProject('old', 50, '2021-12-31', { startedOn: day('2022-02-01') }),
  ],
  enterprises: [
    { id: 'e1', park: 'linxiang', name: '甲企业', enteredOn: day('2022-02-28') },
    { id: 'e2', park: 'linxiang', name: '乙企业', enteredOn: day('2022-06-01') },
  ],
};

const on = (
  target: Target,
  date: string,
): { at: number; value: string; doubts: readonly string[] } | null => {
  const { achieved, doubts } = actualsOf(target, lists, at(`${date} 23:59`));
  return achieved && { at: achieved.through, value: shortest(achieved.value, 2), doubts };
};

describe('a cumulative figure', () => {
  const target = aTarget({
    actuals: [
      anActual(4, '140'),
      anActual(5, '175'),
      anActual(4, '141', { at: at('2022-06-20 09:00'), why: '统计部门核减后更正' }),
    ],
  });

  it('is the last one that was known that day', () => {
    expect(on(target, '2022-05-07')).toBeNull();
    expect(on(target, '2022-06-07')).toMatchObject({ at: 4, value: '140' });
    expect(on(target, '2022-06-15')).toMatchObject({ at: 5, value: '175' });
  });

  it('is corrected by a later return, and what was there before stays', () => {
    const only = aTarget({ actuals: target.actuals.filter(({ month }) => month === 4) });
    expect(on(only, '2022-06-19')).toMatchObject({ value: '140' });
    expect(on(only, '2022-06-20')).toMatchObject({ value: '141' });
    expect(only.actuals).toHaveLength(2);
  });

  it('that shrinks is said', () => {
    const shrunk = aTarget({ actuals: [anActual(4, '140'), anActual(5, '139')] });
    expect(on(shrunk, '2022-06-15')?.doubts).toEqual(['5月累计139亿元，小于4月的140亿元']);
  });

  it('that is a rank or a rate may fall', () => {
    const rank = aTarget({ comparator: 'rank-le', actuals: [anActual(4, '5'), anActual(5, '3')] });
    expect(on(rank, '2022-06-15')?.doubts).toEqual([]);
  });
});

describe('figures of one period each', () => {
  it('are added up', () => {
    const target = aTarget({
      basis: 'perPeriod',
      actuals: [anActual(1, '30'), anActual(2, '28.5'), anActual(3, '40')],
    });
    expect(on(target, '2022-06-15')).toEqual({ at: 3, value: '98.5', doubts: [] });
  });

  it('count only as far as none is missing', () => {
    const target = aTarget({
      basis: 'perPeriod',
      actuals: [anActual(1, '30'), anActual(2, '28.5'), anActual(4, '40')],
    });
    expect(on(target, '2022-06-15')).toEqual({
      at: 2,
      value: '58.5',
      doubts: ['缺3月的数，4月的数没有计入'],
    });
  });

  it('of quarters are added by quarter', () => {
    const target = aTarget({
      basis: 'perPeriod',
      rhythm: 'quarterly',
      actuals: [anActual(3, '90'), anActual(6, '110')],
    });
    expect(on(target, '2022-07-15')).toMatchObject({ at: 6, value: '200' });
  });
});

describe('a counted figure', () => {
  /** Returned every month since January, with a number that the list has the last word about. */
  const returned = ['1', '1', '2', '3', '3', '4'].map((value, place) => anActual(place + 1, value));
  const count = (figure: 'signed' | 'started' | 'completed' | 'investment'): Target =>
    aTarget({ unit: '个', countedFrom: { list: 'projects', figure }, actuals: returned });

  it.each([
    { figure: 'signed' as const, date: '2022-06-15', at: 5, value: '3' },
    // The row of 10 June counts at its date, once June was returned on 8 July.
    { figure: 'signed' as const, date: '2022-07-07', at: 5, value: '3' },
    { figure: 'signed' as const, date: '2022-07-08', at: 6, value: '4' },
    { figure: 'signed' as const, date: '2022-03-30', at: 2, value: '1' },
    { figure: 'started' as const, date: '2022-06-15', at: 5, value: '3' },
    { figure: 'completed' as const, date: '2022-06-15', at: 5, value: '0' },
    { figure: 'investment' as const, date: '2022-06-15', at: 5, value: '50' },
  ])('$figure on $date is $value of $at months', ({ figure, date, at: month, value }) => {
    expect(on(count(figure), date)).toMatchObject({ at: month, value });
  });

  it('is not known before the list was first returned, whatever stands in it', () => {
    expect(on(count('signed'), '2022-02-07')).toBeNull();
    expect(on(count('signed'), '2022-02-08')).toMatchObject({ at: 1, value: '1' });
    expect(on({ ...count('signed'), actuals: [] }, '2022-06-15')).toBeNull();
  });

  it('of enterprises comes from their list', () => {
    const target = aTarget({
      unit: '家',
      countedFrom: { list: 'enterprises' },
      actuals: [anActual(5, '1')],
    });
    expect(on(target, '2022-06-15')).toMatchObject({ at: 5, value: '1' });
  });

  it('is used, and a differing entered value is flagged with both numbers', () => {
    const target = { ...count('signed'), actuals: [anActual(4, '3'), anActual(5, '5')] };
    expect(on(target, '2022-06-15')).toEqual({
      at: 5,
      value: '3',
      doubts: ['5月填报5个，清单合计3个，按清单计'],
    });
  });
});
