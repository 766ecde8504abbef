import { describe, expect, it } from 'vitest';
import { NO_SILENCE } from '../../../functions/domain/deadlines/climb.ts';
import { climbWakeAt } from '../../../functions/domain/deadlines/climb-wake.ts';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import type { Rules } from '../../../functions/domain/policy/hours.ts';
import type { Policy } from '../../../functions/domain/policy/policy.ts';
import { waitingsAfter } from '../../../functions/domain/tasks/waiting.ts';
import { aTask, at, day, rules } from '../../support/builders.ts';

const slower: Policy = {
  ...defaultPolicy,
  version: 2,
  signFor: { ...defaultPolicy.signFor, withinWorkingDays: 5 },
  officeWithinWorkingDays: 5,
};

/** The default policy until 15 June 2022, `slower` from the 16th on. */
const changing: Rules = {
  ...rules,
  policies: [...rules.policies, { policy: slower, from: day('2022-06-16') }],
};

describe('a delay that is running while the policy changes', () => {
  it.each([
    ['2022-06-15', '2022-06-17 08:00'],
    ['2022-06-16', '2022-06-23 08:00'],
  ])('to sign keeps the length it had on the day it began: %s', (from, until) => {
    const climb = { asked: [], level: 0, from: day(from), isRed: false, trail: [], step: null };
    const wakeAt = climbWakeAt({ ...NO_SILENCE, climb }, aTask(), changing);
    expect(wakeAt?.toString()).toBe(at(until).toString());
  });

  it.each([
    ['2022-06-15', '2022-06-17 08:00'],
    ['2022-06-16', '2022-06-23 08:00'],
  ])(
    'until the office is reminded keeps the length it had on the day it began: %s',
    (on, until) => {
      const task = aTask({ status: 'pendingReview', doneOn: day(on) });
      const [first] = waitingsAfter(task, null, changing);
      expect(first?.at.toString()).toBe(at(until).toString());
    },
  );
});
