import { fc, test } from '@fast-check/vitest';
import { Temporal } from 'temporal-polyfill';
import { describe, expect } from 'vitest';
import { decide } from '../../../functions/domain/deadlines/decide.ts';
import { heardBefore, wakeAtOf } from '../../../functions/domain/deadlines/wakes.ts';
import { firstTelling } from '../../../functions/domain/deadlines/year-start.ts';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import { localDay, type Rules } from '../../../functions/domain/policy/hours.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { taskLamps } from '../../../functions/domain/tasks/task-lamps.ts';
import { aTask, at, day, nothingHeard, rules as ordinary } from '../../support/builders.ts';

const rules: Rules = {
  ...ordinary,
  policies: [{ policy: defaultPolicy, from: day('2022-01-01') }],
};

/** An instant in the last quarter of 2022 or the first week after it. */
const instant = fc.nat(60 * 24 * 98).map((minutes) => at('2022-10-01 00:00').add({ minutes }));

/** A task of 2023, entered in the last quarter of 2022, with a date around the turn of the year. */
const coming: fc.Arbitrary<Task> = fc
  .record({
    due: fc.nat(120).map((days) => day('2022-12-01').add({ days })),
    kind: fc.constantFrom('milestone' as const, 'target' as const, 'standing' as const),
    duePrecision: fc.constantFrom('explicit' as const, 'assumed-year-end' as const),
    status: fc.constantFrom('pendingAcceptance' as const, 'inProgress' as const),
    assignment: fc.record({ number: fc.nat(2), at: instant }),
  })
  .map((over) => aTask({ ...over, plan: 2023, start: day('2023-01-01') }));

describe('a task of a coming year', () => {
  test.prop([coming, instant])('is told to nobody and lit by nothing before it', (task, now) => {
    const today = localDay(now, rules);
    const heard = heardBefore(task, task.assignment.at, rules);
    const earliest = firstTelling(task, rules);
    for (const known of [nothingHeard, heard]) {
      const { notices, next } = decide(task, known, now, rules);
      if (Temporal.Instant.compare(now, earliest) < 0) expect(notices).toEqual([]);
      const wakes = [next, wakeAtOf(task, known, rules)].filter((wake) => wake !== null);
      for (const wake of wakes) {
        expect(Temporal.Instant.compare(wake, earliest)).toBeGreaterThanOrEqual(0);
      }
    }
    if (today.year > 2022) return;
    const { lamps } = taskLamps(task, null, today, rules);
    expect(lamps.map(({ colour }) => colour)).toEqual(['none', 'none']);
    expect(lamps[0].reason).toBe('2023年起计');
  });
});
