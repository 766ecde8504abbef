import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import type { Rules } from '../../../functions/domain/policy/hours.ts';
import { missedReturn, returnDayFor } from '../../../functions/domain/tasks/reporting-duty.ts';
import { aReport, aTask, at, day, rules as quiet } from '../../support/builders.ts';
import { aMeasured, anActual, type Measuring } from '../../support/figures.ts';

const rules: Rules = { ...quiet, policies: [{ policy: defaultPolicy, from: day('2022-01-01') }] };

describe('a target whose return was missed', () => {
  const missed = (today: string, over: Measuring): string | undefined =>
    missedReturn(
      aMeasured({ ...over, known: `${today} 23:59` }),
      day(today),
      rules,
    )?.day.toString();
  const june = anActual(6, '200', { at: at('2022-07-28 09:00') });

  it('owes the figure of the last one alone, until that is there, or a later one', () => {
    const actuals = [anActual(4, '100'), june];
    expect(missed('2022-06-24', { target: { actuals } })).toBeUndefined();
    expect(missed('2022-06-25', { target: { actuals } })).toBe('2022-06-24');
    expect(missed('2022-07-27', { target: { actuals } })).toBe('2022-07-25');
    expect(missed('2022-07-28', { target: { actuals } })).toBeUndefined();
  });

  it('owes nothing while the office has it, nor for what passed meanwhile', () => {
    const actuals = [anActual(4, '100')];
    const held = { status: 'suspended' as const };
    expect(missed('2022-07-27', { target: { actuals }, task: held })).toBeUndefined();
    const resumed = { silentThrough: day('2022-07-26') };
    expect(missed('2022-07-27', { target: { actuals }, task: resumed })).toBeUndefined();
  });

  it('has returned a series of single months with any part of what was asked', () => {
    const basis = 'perPeriod' as const;
    const gap = [1, 2, 4].map((month) => anActual(month, '10'));
    expect(missed('2022-06-25', { target: { basis, actuals: gap } })).toBe('2022-06-24');
    // Asked on 22 June for May and the March that is missing: March came.
    const march = anActual(3, '10', { at: at('2022-06-23 09:00') });
    expect(missed('2022-06-25', { target: { basis, actuals: [...gap, march] } })).toBeUndefined();
  });

  it('owes December whole, also where there is a figure of a part of it', () => {
    const task = { recurrence: '每季度末月25日前' };
    const part = anActual(12, '400', { asOf: day('2022-12-22'), at: at('2022-12-22 09:00') });
    const target = { rhythm: 'quarterly' as const, actuals: [part] };
    expect(missed('2023-01-20', { target, task })).toBeUndefined();
    expect(missed('2023-01-21', { target, task })).toBe('2023-01-20');
    const whole = anActual(12, '410', { at: at('2023-01-09 09:00') });
    expect(
      missed('2023-01-21', { target: { ...target, actuals: [part, whole] }, task }),
    ).toBeUndefined();
  });
});

describe('a report', () => {
  const handed = { assignment: { number: 1, at: at('2022-06-15 08:00') } };
  const of = (said: string, period: string | null): string | undefined => {
    const lastReport =
      period === null ? null : aReport(at('2022-07-22 09:00'), { period: day(period) });
    return returnDayFor(aTask({ ...handed, lastReport }), at(said), rules)?.toString();
  };

  it.each([
    // July is asked on the 21st for the 25th.
    { said: '2022-07-20 09:00', before: null, is: '2022-07-25' },
    { said: '2022-07-21 09:00', before: null, is: '2022-07-25' },
    // One day late, after it was reminded: for July, so that August is asked.
    { said: '2022-07-26 10:00', before: null, is: '2022-07-25' },
    { said: '2022-08-22 10:00', before: null, is: '2022-07-25' },
    { said: '2022-08-23 08:00', before: null, is: '2022-08-25' },
    // July is there: the next one is for August.
    { said: '2022-07-26 10:00', before: '2022-07-25', is: '2022-08-25' },
    { said: '2022-08-24 10:00', before: '2022-07-25', is: '2022-08-25' },
  ])('of $said after one for $before is for $is', ({ said, before, is }) => {
    expect(of(said, before)).toBe(is);
  });

  it('that was kept without its return day counts for the one that was asked last', () => {
    const kept = aTask({ ...handed, lastReport: aReport(at('2022-07-26 10:00')) });
    expect(missedReturn(kept, day('2022-08-25'), rules)).toBeUndefined();
    expect(missedReturn(kept, day('2022-08-26'), rules)?.day.toString()).toBe('2022-08-25');
  });

  it('of those who had it before does not make up for a return of the present post', () => {
    const kept = aTask({ ...handed, lastReport: aReport(at('2022-05-20 10:00')) });
    expect(missedReturn(kept, day('2022-07-26'), rules)?.day.toString()).toBe('2022-07-25');
  });
});
