import { describe, expect, it } from 'vitest';
import { ladderOf } from '../../../functions/domain/deadlines/ladder.ts';
import type { Deadline } from '../../../functions/domain/deadlines/rung.ts';
import { orderOf } from '../../../functions/domain/deadlines/rungs.ts';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import type { Rules } from '../../../functions/domain/policy/hours.ts';
import type { Policy } from '../../../functions/domain/policy/policy.ts';
import { keyOf, occasionOf } from '../../../functions/domain/tasks/occasion-codec.ts';
import { day, rules } from '../../support/builders.ts';
import { deadline, rungs } from '../../support/deadlines.ts';
import { taskId } from '../../support/ids.ts';

describe('the ladder', () => {
  it('of a stage of money tells finance next to everyone whom a rung names', () => {
    const money = deadline({ due: day('2022-06-30'), stageOf: taskId('p22-082') });
    const to = (from: Deadline): readonly string[] =>
      ladderOf(from, rules)
        .take(7)
        .map((rung) => rung.to.join(' '))
        .toArray();
    expect(to(money).slice(5)).toEqual(['owner finance', 'owner unitHead finance']);
    expect(to({ ...money, duePrecision: 'assumed-year-end' })[0]).toBe('owner office');
  });

  it('of the June 30 platform, from a month before to every week after', () => {
    expect(rungs(deadline({ due: day('2022-06-30') }), 11)).toEqual([
      'before-30 2022-05-31',
      'before-15 2022-06-15',
      'before-7 2022-06-23',
      'before-3 2022-06-27',
      'before-1 2022-06-29',
      'due 2022-06-30',
      'overdue-1 2022-07-01',
      'overdue-3 2022-07-05',
      'overdue-7 2022-07-11',
      'overdue-weekly-1 2022-07-18',
      'overdue-weekly-2 2022-07-25',
    ]);
  });

  it.each([
    {
      of: 'a Saturday: the day itself moves to Friday and takes the place of the day before',
      due: '2022-12-31',
      expected: [
        'before-30 2022-12-01',
        'before-15 2022-12-16',
        'before-7 2022-12-23',
        'before-3 2022-12-28',
        'due 2022-12-30',
        'overdue-1 2023-01-03',
      ],
    },
    {
      of: 'a day after National Day: what falls into it moves before it, the nearest stays, make-up days are worked',
      due: '2022-10-09',
      expected: [
        'before-30 2022-09-09',
        'before-15 2022-09-23',
        'before-3 2022-09-30',
        'before-1 2022-10-08',
        'due 2022-10-09',
        'overdue-1 2022-10-10',
      ],
    },
    {
      of: 'a day within Spring Festival',
      due: '2022-02-03',
      start: '2021-01-01',
      expected: [
        'before-30 2022-01-04',
        'before-15 2022-01-19',
        'before-7 2022-01-27',
        'due 2022-01-30',
        'overdue-1 2022-02-07',
      ],
    },
  ])('of $of', ({ due, start, expected }) => {
    const from = deadline({ due: day(due), ...(start && { start: day(start) }) });
    expect(rungs(from, expected.length)).toEqual(expected);
  });

  it.each([
    { start: '2022-04-01', span: '90 days: no before-30', first: 'before-15 2022-06-15' },
    { start: '2022-03-31', span: '91 days', first: 'before-30 2022-05-31' },
    { start: '2022-05-16', span: '45 days: no before-15', first: 'before-7 2022-06-23' },
    { start: '2022-05-15', span: '46 days', first: 'before-15 2022-06-15' },
    { start: '2022-06-23', span: 'rungs on the start day fall away', first: 'before-3 2022-06-27' },
    { start: '2022-06-30', span: 'nothing left before', first: 'overdue-1 2022-07-01' },
  ])('starts by the span: $span', ({ start, first }) => {
    expect(rungs(deadline({ due: day('2022-06-30'), start: day(start) }), 1)).toEqual([first]);
  });

  it('leaves out what lies on or before the silent day', () => {
    const from = deadline({ due: day('2022-06-30'), silentThrough: day('2022-06-27') });
    expect(rungs(from, 2)).toEqual(['before-1 2022-06-29', 'due 2022-06-30']);
  });

  it('climbs from the owner to the principal leader and the office', () => {
    const to = ladderOf(deadline({ due: day('2022-06-30') }), rules)
      .drop(5)
      .take(5)
      .map(({ occasion, to: roles }) => `${keyOf(occasion)}: ${roles.join(' ')}`)
      .toArray();
    expect(to).toEqual([
      'due: owner',
      'overdue-1: owner unitHead',
      'overdue-3: owner unitHead responsibleLeader',
      'overdue-7: owner unitHead responsibleLeader principalLeader office',
      'overdue-weekly-1: owner unitHead office',
    ]);
  });

  it('tells an assumed date to the owner and the office only, at every rung', () => {
    const assumed = deadline({ due: day('2022-12-31'), duePrecision: 'assumed-year-end' });
    const roles = ladderOf(assumed, rules)
      .take(12)
      .map(({ to }) => to.join(' '))
      .toArray();
    expect(new Set(roles)).toEqual(new Set(['owner office']));
  });

  it.each([
    { id: 'before-15', occasion: { kind: 'before', days: 15 }, order: -15 },
    { id: 'due', occasion: { kind: 'due' }, order: 0 },
    { id: 'overdue-7', occasion: { kind: 'overdue', workingDays: 7 }, order: 7 },
    { id: 'overdue-weekly-2', occasion: { kind: 'overdueWeekly', nth: 2 }, order: 17 },
  ] as const)('knows the place of $id', ({ id, occasion, order }) => {
    expect(keyOf(occasion)).toBe(id);
    expect(orderOf(occasion, defaultPolicy)).toBe(order);
  });

  it('does not know a rung that no ladder has', () => {
    expect(occasionOf('someday')).toEqual({ kind: 'unknown', key: 'someday' });
  });
});

describe('a ladder under two policies', () => {
  const later: Policy = {
    ...defaultPolicy,
    version: 2,
    sendTime: '09:00',
    before: [
      { daysBefore: 20, spanOver: 0, to: ['owner'] },
      { daysBefore: 5, spanOver: 0, to: ['owner'] },
      { daysBefore: 0, spanOver: 0, to: ['owner'] },
    ],
    overdue: [
      { workingDaysAfter: 2, to: ['owner', 'unitHead'] },
      { workingDaysAfter: 5, to: ['owner', 'principalLeader'] },
    ],
  };
  const from = (first: string): Rules => ({
    ...rules,
    policies: [...rules.policies, { policy: later, from: day(first) }],
  });
  const under = (first: string): readonly string[] =>
    ladderOf(deadline({ due: day('2022-06-30') }), from(first))
      .take(9)
      .map(
        ({ occasion, at: speaks }) =>
          `${keyOf(occasion)} ${speaks.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' })}`,
      )
      .toArray();

  it('has each day the rungs of the policy in force, and none before it is asked again', () => {
    expect(under('2022-06-23')).toEqual([
      'before-30 2022-05-31T08:00',
      'before-15 2022-06-15T08:00',
      'before-5 2022-06-24T09:00',
      'due 2022-06-30T09:00',
      'overdue-2 2022-07-04T09:00',
      'overdue-5 2022-07-07T09:00',
      'overdue-weekly-1 2022-07-14T09:00',
      'overdue-weekly-2 2022-07-21T09:00',
      'overdue-weekly-3 2022-07-28T09:00',
    ]);
  });

  it('tells on the first day whom the new policy would have told of an overdue task by now', () => {
    expect(under('2022-07-09').slice(6)).toEqual([
      'overdue-1 2022-07-01T08:00',
      'overdue-3 2022-07-05T08:00',
      'overdue-5 2022-07-11T09:00',
    ]);
  });

  it('begun on the day of a rung that both have, has it once', () => {
    const ids = under('2022-06-30').map((rung) => rung.split(' ')[0]);
    expect(ids.filter((id) => id === 'due')).toEqual(['due']);
    expect(under('2022-06-30')).toContain('due 2022-06-30T09:00');
  });
});
