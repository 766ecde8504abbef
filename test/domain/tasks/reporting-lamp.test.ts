import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import type { Rules } from '../../../functions/domain/policy/hours.ts';
import { reportingLamp } from '../../../functions/domain/tasks/reporting-lamp.ts';
import { taskLamps } from '../../../functions/domain/tasks/task-lamps.ts';
import { aReport, aTask, at, day, rules as quiet } from '../../support/builders.ts';

const rules: Rules = { ...quiet, policies: [{ policy: defaultPolicy, from: day('2022-01-01') }] };

describe('the reporting axis', () => {
  const task = aTask({
    due: day('2022-12-31'),
    lastReport: aReport(at('2022-05-25 17:00')),
  });

  it.each([
    { today: '2022-06-24', colour: 'green', rule: 'reporting.kept', toGreen: null },
    { today: '2022-06-25', colour: 'yellow', rule: 'reporting.missed', toGreen: '反馈进度' },
    { today: '2022-06-28', colour: 'yellow', rule: 'reporting.missed', toGreen: '反馈进度' },
    { today: '2022-06-29', colour: 'red', rule: 'reporting.named', toGreen: '反馈进度' },
  ])('is $colour on $today', ({ today, ...lamp }) => {
    expect(reportingLamp(task, day(today), rules)).toMatchObject({ ...lamp, policyVersion: 1 });
  });

  it('says since when nothing was reported', () => {
    expect(reportingLamp(task, day('2022-07-04'), rules)).toMatchObject({
      numbers: { daysSince: 10 },
      reason: '2022-06-24应反馈，至今没有反馈',
    });
  });

  it('never turns the lamp of the task', () => {
    const { lamp, lamps } = taskLamps(task, null, day('2022-07-04'), rules);
    expect(lamp).toMatchObject({ axis: 'time', colour: 'green' });
    expect(lamps.map(({ axis, colour }) => `${axis} ${colour}`)).toEqual([
      'time green',
      'reporting red',
    ]);
  });

  it('says that the first return day is still to come, and not that all was returned', () => {
    const fresh = aTask({ assignment: { number: 1, at: at('2022-06-15 08:00') } });
    const is = (today: string): string => {
      const { colour, reason } = reportingLamp(fresh, day(today), rules);
      return `${colour} ${reason}`;
    };
    expect(is('2022-06-30')).toBe('none 还没到第一次反馈日');
    expect(is('2022-07-25')).toBe('none 还没到第一次反馈日');
    expect(is('2022-07-26')).toBe('yellow 2022-07-25应反馈，至今没有反馈');
  });

  it('is no lamp while the office holds the task, or where nothing is asked', () => {
    const held = aTask({ status: 'suspended' });
    expect(reportingLamp(held, day('2022-07-04'), rules).colour).toBe('none');
    const stage = aTask({ kind: 'funding', stageOf: 'p22-082' });
    expect(reportingLamp(stage, day('2022-07-04'), rules).reason).toBe('现在不用反馈');
  });
});
