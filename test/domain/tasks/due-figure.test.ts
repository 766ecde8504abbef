import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import type { Rules } from '../../../functions/domain/policy/hours.ts';
import type { Target } from '../../../functions/domain/targets/target.ts';
import { overdueFrom } from '../../../functions/domain/tasks/due-figure.ts';
import { timeLamp } from '../../../functions/domain/tasks/time-lamp.ts';
import { aTask, at, day, rules as quiet } from '../../support/builders.ts';
import { aMeasured, anActual, dec } from '../../support/figures.ts';

const rules: Rules = { ...quiet, policies: [{ policy: defaultPolicy, from: day('2022-01-01') }] };

describe('the deadline of a target', () => {
  const june = { due: day('2022-06-30') };
  const state = (today: string, target: Partial<Target>): string => {
    const task = aMeasured({ target, task: june, known: `${today} 23:59` });
    const { colour, reason } = timeLamp(task, day(today), rules);
    return `${colour} ${reason}`;
  };
  const may = anActual(5, '1');
  const goal = { goal: dec('2') };

  it('waits for the figure of its due month, and is overdue once that is owed and missing', () => {
    const target = { ...goal, actuals: [may] };
    expect(state('2022-06-30', target)).toBe('yellow 今天到期');
    expect(state('2022-07-01', target)).toBe('yellow 等6月的数');
    expect(state('2022-07-25', target)).toBe('yellow 等6月的数');
    expect(state('2022-07-26', target)).toBe('red 已逾期26天');
  });

  it('is overdue from the day on which a figure came that is short', () => {
    const target = { ...goal, actuals: [may, anActual(6, '1')] };
    expect(state('2022-07-07', target)).toBe('yellow 等6月的数');
    expect(state('2022-07-08', target)).toBe('red 已逾期8天');
  });

  it('is met by a figure that reaches the goal, also a corrected one', () => {
    const short = anActual(6, '1');
    const corrected = anActual(6, '2', { at: at('2022-07-12 09:00') });
    const target = { ...goal, actuals: [short, corrected] };
    expect(state('2022-07-11', target)).toBe('red 已逾期11天');
    expect(state('2022-07-12', target)).toBe('green 6月的数已达到目标，待报办结');
  });

  it('stays overdue when it is handed to another post', () => {
    const assignment = { number: 2, at: at('2022-08-10 09:00') };
    const handed = aMeasured({
      target: goal,
      task: { ...june, assignment },
      known: '2022-08-12 08:00',
    });
    expect(timeLamp(handed, day('2022-08-12'), rules).reason).toBe('已逾期43天');
  });

  it('in December waits for January', () => {
    const target = { ...goal, actuals: [anActual(11, '1')] };
    const task = aMeasured({ target, known: '2023-01-10 23:59' });
    expect(timeLamp(task, day('2023-01-10'), rules).reason).toBe('等12月的数');
    expect(overdueFrom(task, day('2022-12-31')).toString()).toBe('2023-01-21');
  });

  it('of a quarterly target waits for the quarter in which it is due', () => {
    const task = aMeasured({ target: { rhythm: 'quarterly' }, task: { due: day('2022-05-31') } });
    expect(timeLamp(task, day('2022-07-25'), rules).reason).toBe('等6月的数');
    expect(overdueFrom(task, day('2022-05-31')).toString()).toBe('2022-07-26');
  });

  it('set inside the period is judged by the figure of that day', () => {
    const words = { recurrence: '每季度末月25日前', due: day('2022-06-30') };
    const quarterly = { rhythm: 'quarterly' as const, ...goal };
    const task = aMeasured({ target: quarterly, task: words, known: '2022-07-01 08:00' });
    expect(timeLamp(task, day('2022-07-01'), rules).reason).toBe('已逾期1天');
  });

  it('of what has no figures is its date alone', () => {
    expect(timeLamp(aTask({ kind: 'target' }), day('2022-07-01'), rules).reason).toBe('已逾期1天');
  });
});
