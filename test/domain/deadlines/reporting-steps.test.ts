import { fc, test as property } from '@fast-check/vitest';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { owesReturn, returnsAfter } from '../../../functions/domain/deadlines/reporting-steps.ts';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import type { Rules } from '../../../functions/domain/policy/hours.ts';
import { measured } from '../../../functions/domain/targets/measured.ts';
import { keyOf, occasionOf } from '../../../functions/domain/tasks/occasion-codec.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { aReport, aTask, at, day, rules as quiet } from '../../support/builders.ts';
import { anActual, aTarget } from '../../support/figures.ts';

const rules: Rules = { ...quiet, policies: [{ policy: defaultPolicy, from: day('2022-01-01') }] };

const standing = (over: Partial<Task> = {}): Task =>
  aTask({ kind: 'standing', due: null, duePrecision: 'none', ...over });

/** A duty that the plan has reported on every month. */
const monthly = (over: Partial<Task> = {}): Task => standing({ recurrence: '每月25日前', ...over });

const reported = (local: string): Partial<Task> => ({ lastReport: aReport(at(local)) });

const steps = (task: Task, count = 4, heard: Parameters<typeof returnsAfter>[1] = null) =>
  returnsAfter(task, heard, rules)
    .take(count)
    .map(
      ({ occasion, at: speaks }) =>
        `${keyOf(occasion)} ${speaks.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()}`,
    )
    .toArray();

describe('asking for a report', () => {
  it('comes two working days before the return day, then says what is missing; a whole period comes first', () => {
    expect(steps(monthly({ assignment: { number: 1, at: at('2022-01-20 09:00') } }), 6)).toEqual([
      'return-2022-02-25-2 2022-02-23',
      'return-2022-02-25+1 2022-02-28',
      'return-2022-02-25+3 2022-03-02',
      'return-2022-03-25-2 2022-03-23',
      'return-2022-03-25+1 2022-03-28',
      'return-2022-03-25+3 2022-03-30',
    ]);
  });

  it('moves a return day that is none to the working day before: 25 June 2022 was a Saturday', () => {
    expect(steps(monthly(reported('2022-05-25 17:00')), 3)).toEqual([
      'return-2022-06-24-2 2022-06-22',
      'return-2022-06-24+1 2022-06-27',
      'return-2022-06-24+3 2022-06-29',
    ]);
  });

  it('ends with a report of its period, also one that comes a day late', () => {
    expect(steps(monthly(reported('2022-06-24 23:00')), 1)).toEqual([
      'return-2022-07-25-2 2022-07-21',
    ]);
    expect(steps(monthly(reported('2022-06-25 00:30')), 1)).toEqual([
      'return-2022-07-25-2 2022-07-21',
    ]);
  });

  it('ends with one report, however many were missed', () => {
    const task = monthly(reported('2022-01-10 09:00'));
    expect(owesReturn(task, day('2022-05-25'), rules)).toBe(true);
    expect(owesReturn({ ...task, ...reported('2022-06-02 09:00') }, day('2022-05-25'), rules)).toBe(
      false,
    );
    expect(owesReturn(task, day('2022-05-26'), rules)).toBe(false);
  });

  it('uses the plan’s own recurrence where it has one', () => {
    const weekly = standing({ recurrence: '每周五', ...reported('2022-06-02 09:00') });
    expect(steps(weekly, 5)).toEqual([
      'return-2022-06-10-2 2022-06-08',
      'return-2022-06-10+1 2022-06-13',
      'return-2022-06-10+3 2022-06-15',
      'return-2022-06-17-2 2022-06-15',
      'return-2022-06-17+1 2022-06-20',
    ]);
  });

  it('goes on from what was heard, by its place', () => {
    const task = monthly(reported('2022-05-25 17:00'));
    expect(steps(task, 1, { of: day('2022-06-24'), order: 1 })).toEqual([
      'return-2022-06-24+3 2022-06-29',
    ]);
    expect(steps(task, 1, { of: day('2022-06-24'), order: 3 })).toEqual([
      'return-2022-07-25-2 2022-07-21',
    ]);
  });

  it('follows the return day that the policy has for a later month', () => {
    const returns = { ...defaultPolicy.returns, dayOfMonth: 10 };
    const by: Rules = {
      ...rules,
      policies: [
        ...rules.policies,
        { policy: { ...defaultPolicy, returns }, from: day('2022-07-01') },
      ],
    };
    const asked = returnsAfter(aTask(reported('2022-05-25 17:00')), null, by).take(4);
    expect(asked.map(({ occasion }) => keyOf(occasion)).toArray()).toEqual([
      'return-2022-06-24-2',
      'return-2022-06-24+1',
      'return-2022-06-24+3',
      'return-2022-07-08-2',
    ]);
  });

  it.each(['pendingReview', 'suspended', 'closed', 'withdrawn'] as const)(
    'rests while the task is %s',
    (status) => {
      expect(steps(standing({ status }))).toEqual([]);
      expect(owesReturn(standing({ status }), day('2022-03-25'), rules)).toBe(false);
    },
  );

  it('drops a return day that passed while the office held the task, and asks late for one to come', () => {
    const held = (through: string): Task =>
      monthly({ ...reported('2022-05-25 17:00'), silentThrough: day(through) });
    expect(steps(held('2022-06-28'), 1)).toEqual(['return-2022-07-25-2 2022-07-21']);
    expect(owesReturn(held('2022-06-28'), day('2022-06-24'), rules)).toBe(false);
    expect(steps(held('2022-06-22'), 2)).toEqual([
      'return-2022-06-24-2 2022-06-23',
      'return-2022-06-24+1 2022-06-27',
    ]);
  });

  it('comes ahead only for the kinds that the policy names, and never across a return day', () => {
    const early = { workingDays: -2, kinds: ['target'] as const, to: ['owner'] as const };
    const far = { workingDays: 19, to: ['office'] as const };
    const policy = {
      ...defaultPolicy,
      returns: {
        ...defaultPolicy.returns,
        steps: [
          { ...early, kinds: [...early.kinds], to: [...early.to] },
          { ...far, to: [...far.to] },
        ],
      },
    };
    const by: Rules = { ...quiet, policies: [{ policy, from: day('2022-01-01') }] };
    const ids = (task: Task): readonly string[] =>
      returnsAfter(task, null, by)
        .take(2)
        .map(({ occasion }) => keyOf(occasion))
        .toArray();
    const over = { ...reported('2022-05-25 17:00') };
    expect(ids(aTask({ kind: 'target', ...over }))).toEqual([
      'return-2022-06-24-2',
      'return-2022-06-24+19',
    ]);
    expect(ids(aTask(over))).toEqual(['return-2022-06-24+19', 'return-2022-07-25+19']);
    expect(ids(aTask({ recurrence: '每周五', ...over }))).toEqual([]);
  });

  property.prop([
    fc.integer({ min: 0, max: 1500 }),
    fc.integer({ min: 0, max: 1500 }),
    fc.constantFrom(null, '每月5日前', '每周一', '每季度末'),
  ])(
    'comes in the order of time, each step once, on working mornings',
    (start, report, recurrence) => {
      const first = Temporal.PlainDate.from('2021-01-01');
      const instant = (days: number): Temporal.Instant =>
        first.add({ days }).toZonedDateTime('Asia/Shanghai').toInstant();
      const task = standing({
        recurrence,
        assignment: { number: 1, at: instant(start) },
        lastReport: aReport(instant(report)),
      });
      const asked = returnsAfter(task, null, rules).take(12).toArray();
      expect(asked).toHaveLength(12);
      for (const [place, step] of asked.entries()) {
        const before = asked[place - 1];
        if (before) expect(Temporal.Instant.compare(before.at, step.at)).toBeLessThan(1);
        expect(occasionOf(keyOf(step.occasion))).toEqual(step.occasion);
        const [after] = returnsAfter(task, step.occasion, rules).take(1);
        const next = asked[place + 1];
        if (next) expect(after && keyOf(after.occasion)).toBe(keyOf(next.occasion));
        expect(Temporal.Instant.compare(step.at, instant(start))).toBe(1);
      }
    },
  );
});

describe('asking for a figure', () => {
  const targeted = (...actuals: readonly ReturnType<typeof anActual>[]): Task =>
    measured(
      aTask({ kind: 'target', due: day('2022-12-31') }),
      { target: aTarget({ actuals: [...actuals] }), lists: { projects: [], enterprises: [] } },
      at('2022-12-31 23:59'),
      rules,
    );

  it('is not ended by words, only by the figure', () => {
    const silent = targeted(anActual(4, '140'));
    const words = {
      lastReport: aReport(at('2022-06-23 09:00'), { period: day('2022-06-24') }),
    };
    const asked = (task: Task): readonly string[] =>
      steps(task, 3, { of: day('2022-05-25'), order: 3 });
    const ahead = 'return-2022-06-24-2 2022-06-22';
    expect(asked({ ...silent, ...words })[0]).toBe(ahead);
    expect(owesReturn({ ...silent, ...words }, day('2022-06-24'), rules)).toBe(true);
    expect(asked(targeted(anActual(5, '170')))[0]).toBe('return-2022-07-25-2 2022-07-21');
  });

  it('for the year’s last period comes once, on the first working day of January', () => {
    const task = targeted(anActual(11, '380'));
    expect(steps(task, 9, { of: day('2022-12-23'), order: 3 })).toEqual([
      'return-2023-01-20-2 2023-01-03',
      // Spring Festival: the 28th and 29th were worked in exchange.
      'return-2023-01-20+1 2023-01-28',
      'return-2023-01-20+3 2023-01-30',
    ]);
  });
});
