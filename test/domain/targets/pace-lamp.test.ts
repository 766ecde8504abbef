import { fc, test as property } from '@fast-check/vitest';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { PacePreset, pacePresets } from '../../../functions/domain/policy/pace-presets.ts';
import { type PaceFigures, paceLamp } from '../../../functions/domain/targets/pace-lamp.ts';
import { day, rules } from '../../support/builders.ts';

const today = day('2022-06-30');

/** `45 of 50`: percent completed, percent scheduled. */
const figures = (text: string, daysLate: number | null = null): PaceFigures => {
  const [completed = '0', scheduled = '0'] = text.split(' of ');
  return {
    completed: new Fraction(completed).div(100),
    scheduled: new Fraction(scheduled).div(100),
    daysLate,
  };
};

describe('the pace axis', () => {
  it.each([
    { preset: 'ratio_60_80', at: '40 of 50', colour: 'green' },
    { preset: 'ratio_60_80', at: '39.99 of 50', colour: 'yellow' },
    { preset: 'ratio_60_80', at: '30 of 50', colour: 'yellow' },
    { preset: 'ratio_60_80', at: '29.99 of 50', colour: 'red' },
    { preset: 'ratio_60_80', at: '60 of 50', colour: 'green' },
    { preset: 'ratio_60_80', at: '0 of 0', colour: 'green' },
    { preset: 'ratio_50', at: '50 of 50', colour: 'green' },
    { preset: 'ratio_50', at: '49.99 of 50', colour: 'yellow' },
    { preset: 'ratio_50', at: '25 of 50', colour: 'yellow' },
    { preset: 'ratio_50', at: '24.99 of 50', colour: 'red' },
    { preset: 'points_10_30', at: '40.01 of 50', colour: 'green' },
    { preset: 'points_10_30', at: '40 of 50', colour: 'yellow' },
    { preset: 'points_10_30', at: '20 of 50', colour: 'yellow' },
    { preset: 'points_10_30', at: '19.99 of 50', colour: 'red' },
    { preset: 'bond_6m_30', at: '50 of 50', colour: 'green' },
    { preset: 'bond_6m_30', at: '49.99 of 50', colour: 'yellow' },
    { preset: 'bond_6m_30', at: '35 of 50', colour: 'yellow' },
    { preset: 'bond_6m_30', at: '34.99 of 50', colour: 'red' },
  ] as const)('by $preset at $at is $colour', ({ preset, at, colour }) => {
    expect(paceLamp(figures(at), preset, today, rules)).toMatchObject({
      axis: 'pace',
      colour,
      rule: `pace.${preset}`,
      policyVersion: 1,
    });
  });

  it.each([
    { daysLate: 7, colour: 'green' },
    { daysLate: 8, colour: 'yellow' },
    { daysLate: 15, colour: 'yellow' },
    { daysLate: 16, colour: 'red' },
    { daysLate: null, colour: 'none' },
  ])('by days_late_7_15, $daysLate days late, is $colour', ({ daysLate, colour }) => {
    const lamp = paceLamp(figures('10 of 50', daysLate), 'days_late_7_15', today, rules);
    expect(lamp.colour).toBe(colour);
  });

  it('says the numbers, cut and not rounded, why, and what would turn it green', () => {
    const third = { completed: new Fraction(1, 3), scheduled: new Fraction(5, 12), daysLate: null };
    expect(paceLamp(third, 'ratio_50', today, rules)).toMatchObject({
      numbers: { completed: '33.3', scheduled: '41.6', behind: '20' },
      reason: '完成33.3%，序时进度41.6%',
      toGreen: '完成率达到41.7%',
    });
    expect(paceLamp(figures('30 of 50'), 'points_10_30', today, rules).toGreen).toBe(
      '完成率高于40%',
    );
    expect(paceLamp(figures('30 of 50', 9), 'days_late_7_15', today, rules).toGreen).toBe(
      '滞后追回到7天以内',
    );
  });

  property.prop([
    fc.constantFrom(...PacePreset.options),
    fc.integer({ min: 0, max: 2000 }),
    fc.integer({ min: 0, max: 1000 }),
    fc.integer({ min: 0, max: 100 }),
  ])('never gets worse by doing more', (preset, completed, scheduled, more) => {
    const severity = ['green', 'yellow', 'red'];
    const of = (share: number): number => {
      const now = {
        completed: new Fraction(share, 1000),
        scheduled: new Fraction(scheduled, 1000),
      };
      const daysLate = Math.max(0, scheduled - share);
      return severity.indexOf(paceLamp({ ...now, daysLate }, preset, today, rules).colour);
    };
    expect(of(completed + more)).toBeLessThanOrEqual(of(completed));
  });

  it('names whose practice each preset is', () => {
    for (const { source } of Object.values(pacePresets)) expect(source).toMatch(/黄灯.*红灯/);
  });
});
