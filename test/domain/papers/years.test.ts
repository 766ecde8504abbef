import { describe, expect, it } from 'vitest';
import { defaultYear, elapsedOf, yearsOf } from '../../../functions/domain/papers/years.ts';
import { aTask, day } from '../../support/builders.ts';
import { sourceId } from '../../support/ids.ts';
import { aSource } from '../../support/sources.ts';

const today = day('2023-01-03');
const of = (plan: number) => aTask({ id: `t${plan}`, plan });
const plan2023 = aSource({ id: sourceId('p23'), year: 2023 });

describe('the year that is shown where none is asked for', () => {
  it.each([
    { name: 'that of today with a published plan', plans: [2022], sources: [plan2023], year: 2023 },
    { name: 'that of today with a task', plans: [2022, 2023], sources: [], year: 2023 },
    { name: 'the newest before, without both', plans: [2021, 2022], sources: [], year: 2022 },
    { name: 'never a coming one', plans: [2022, 2024], sources: [], year: 2022 },
    { name: 'that of today in an empty park', plans: [2024], sources: [], year: 2023 },
    {
      name: 'not that of a plan without a version',
      plans: [2022],
      sources: [{ ...plan2023, versions: [] }],
      year: 2022,
    },
    {
      name: 'not that of another kind of source',
      plans: [2022],
      sources: [{ ...plan2023, kind: 'meeting' as const }],
      year: 2022,
    },
  ])('is $name', ({ plans, sources, year }) => {
    expect(defaultYear({ all: plans.map(of), sources }, today)).toBe(year);
  });

  it('stands among the choices with the one that is asked for', () => {
    const all = [of(2022)];
    const years = yearsOf({ all, seen: [], sources: [plan2023], closed: new Map() }, today, 2021);
    expect(years.year).toBe(2021);
    expect(years.choices.map(({ year }) => year)).toEqual([2023, 2022, 2021]);
  });
});

describe('the elapsed share of a year', () => {
  it.each([
    [2022, '100.0%'],
    [2023, '0.8%'],
    [2024, '0.0%'],
  ])('of %i on 3 January 2023 is %s', (year, share) => {
    expect(elapsedOf(year, today)).toBe(share);
  });
});
