import { describe, expect, it } from 'vitest';
import { timeLamp } from '../../functions/domain/lamp.ts';
import { aTask, day, rules } from '../support/builders.ts';

describe('the time axis of the lamp', () => {
  it.each([
    { today: '2022-06-26', colour: 'green', rule: 'time.ahead', reason: '还有4天' },
    { today: '2022-06-27', colour: 'yellow', rule: 'time.near', reason: '还有3天' },
    { today: '2022-06-30', colour: 'yellow', rule: 'time.near', reason: '今天到期' },
    { today: '2022-07-01', colour: 'red', rule: 'time.overdue', reason: '已逾期1天' },
  ])('of the June 30 platform is $colour on $today', ({ today, ...lamp }) => {
    expect(timeLamp(aTask(), day(today), rules)).toMatchObject({ ...lamp, policyVersion: 1 });
  });

  it('turns yellow earlier where before-3 moves before a holiday', () => {
    const task = aTask({ due: day('2022-10-08') });
    expect(timeLamp(task, day('2022-09-29'), rules).colour).toBe('green');
    expect(timeLamp(task, day('2022-09-30'), rules).colour).toBe('yellow');
  });

  it('turns red on the very next day, whether that is worked or not', () => {
    const task = aTask({ due: day('2022-09-30') });
    expect(timeLamp(task, day('2022-10-01'), rules).colour).toBe('red');
  });

  it('says what would turn it green', () => {
    expect(timeLamp(aTask(), day('2022-07-04'), rules).toGreen).toBe('办结销号，或获准延期');
  });

  it.each([
    { status: 'closed' as const, colour: 'done' },
    { status: 'withdrawn' as const, colour: 'withdrawn' },
  ])('is $colour once the task is $status, however late', ({ status, colour }) => {
    expect(timeLamp(aTask({ status }), day('2022-12-31'), rules).colour).toBe(colour);
  });

  it('is none without a deadline', () => {
    expect(timeLamp(aTask({ due: null }), day('2022-12-31'), rules).colour).toBe('none');
  });
});
