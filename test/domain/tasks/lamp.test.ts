import { describe, expect, it } from 'vitest';
import { timeLamp } from '../../../functions/domain/tasks/time-lamp.ts';
import { aTask, at, day, rules } from '../../support/builders.ts';

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

  it.each([
    { done: '2022-06-29', colour: 'green', reason: '按期报办结，待核验5天' },
    { done: '2022-06-30', colour: 'green', reason: '按期报办结，待核验4天' },
    { done: '2022-07-02', colour: 'red', reason: '逾期2天报办结，待核验2天' },
    { done: '2022-07-04', colour: 'red', reason: '逾期4天报办结，待核验' },
  ])('of a task reported done on $done follows that day while it waits', ({ done, ...lamp }) => {
    const task = aTask({ status: 'pendingReview', doneOn: day(done) });
    expect(timeLamp(task, day('2022-07-04'), rules)).toMatchObject(lamp);
  });

  it('is none while the task is suspended', () => {
    expect(timeLamp(aTask({ status: 'suspended' }), day('2022-07-04'), rules)).toMatchObject({
      colour: 'none',
      reason: '已中止，不计期限',
    });
  });

  it.each([
    { isLate: false, today: '2022-06-26', colour: 'green', reason: '还有4天' },
    { isLate: false, today: '2022-06-30', colour: 'yellow', reason: '今天到期' },
    { isLate: false, today: '2022-07-14', colour: 'yellow', reason: '期限已到，延期申请待批复' },
    { isLate: true, today: '2022-07-14', colour: 'red', reason: '已逾期14天' },
  ])(
    'is not overdue while a timely request waits: $isLate, $today',
    ({ isLate, today, ...lamp }) => {
      const request = {
        at: at('2022-06-16 09:00'),
        due: day('2022-07-10'),
        why: '',
        isLate,
        by: null,
      };
      expect(timeLamp(aTask({ request }), day(today), rules)).toMatchObject(lamp);
    },
  );

  it('is none without a deadline', () => {
    expect(timeLamp(aTask({ due: null }), day('2022-12-31'), rules).colour).toBe('none');
  });
});
