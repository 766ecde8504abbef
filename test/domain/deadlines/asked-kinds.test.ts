import { describe, expect, it } from 'vitest';
import { returnsAfter } from '../../../functions/domain/deadlines/reporting-steps.ts';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import type { Rules } from '../../../functions/domain/policy/hours.ts';
import type { Policy } from '../../../functions/domain/policy/policy.ts';
import { reportingDays } from '../../../functions/domain/tasks/reporting-days.ts';
import { reportingLamp } from '../../../functions/domain/tasks/reporting-lamp.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { aTask, day, rules as quiet } from '../../support/builders.ts';
import { aMeasured } from '../../support/figures.ts';

type Asked = Policy['returns']['asked'];

const policyOf = (asked: Partial<Asked>): Policy => ({
  ...defaultPolicy,
  returns: { ...defaultPolicy.returns, asked: { ...defaultPolicy.returns.asked, ...asked } },
});

const under = (...policies: readonly (readonly [string, Partial<Asked>])[]): Rules => {
  const [first, ...later] = policies.map(([from, asked]) => ({
    policy: policyOf(asked),
    from: day(from),
  }));
  return { ...quiet, policies: first ? [first, ...later] : quiet.policies };
};

const days = (task: Task, rules: Rules, count = 4): readonly string[] =>
  reportingDays(task, rules)
    .take(count)
    .map((each) => each.day.toString())
    .toArray();

const duty = (recurrence: string | null = null): Task =>
  aTask({ kind: 'standing', due: null, duePrecision: 'none', recurrence });

describe('what the policy asks for', () => {
  it('is every kind in its rhythm, and nothing of what is never asked', () => {
    const rules = under(['2022-01-01', { milestone: 'quarterly', standing: 'halfYearly' }]);
    expect(days(aTask(), rules, 2)).toEqual(['2022-03-25', '2022-06-24']);
    expect(days(duty(), rules, 2)).toEqual(['2022-06-24', '2022-12-23']);
    expect(days(duty('每月5日前'), rules, 2)).toEqual(['2022-03-04', '2022-04-02']);
    const never = under(['2022-01-01', { milestone: 'never', standing: 'never', target: 'never' }]);
    for (const task of [aTask(), duty('每周五'), aMeasured()]) {
      expect(days(task, never)).toEqual([]);
      expect([...returnsAfter(task, null, never)]).toEqual([]);
      expect(reportingLamp(task, day('2022-07-04'), never).reason).toBe('现在不用反馈');
    }
  });

  it('changes with the policy from its first day on', () => {
    const rules = under(
      ['2022-01-01', { milestone: 'never' }],
      ['2022-04-01', {}],
      ['2022-06-01', { milestone: 'never' }],
    );
    expect(days(aTask(), rules)).toEqual(['2022-04-25', '2022-05-25']);
  });
});
