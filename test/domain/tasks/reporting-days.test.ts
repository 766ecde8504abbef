import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import type { Rules } from '../../../functions/domain/policy/hours.ts';
import { askedOn } from '../../../functions/domain/tasks/reporting-asked.ts';
import { reportingDays } from '../../../functions/domain/tasks/reporting-days.ts';
import { lastReturn } from '../../../functions/domain/tasks/reporting-duty.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { aTask, at, day, rules as quiet } from '../../support/builders.ts';
import { aMeasured } from '../../support/figures.ts';
import { taskId } from '../../support/ids.ts';

const rules: Rules = { ...quiet, policies: [{ policy: defaultPolicy, from: day('2022-01-01') }] };

/** Return days as `asked → day (month)`. */
const days = (task: Task, count = 20): readonly string[] =>
  reportingDays(task, rules)
    .take(count)
    .map(
      (each) => `${askedOn(task, each, rules).toString()} → ${each.day.toString()} (${each.month})`,
    )
    .toArray();

const months = (task: Task): readonly string[] =>
  reportingDays(task, rules)
    .take(20)
    .map((each) => `${each.day.toString()} ${each.month}`)
    .toArray();

describe('the return days of a target', () => {
  it('are the monthly ones for a monthly target, the year’s last in January, asked on its first working day', () => {
    expect(days(aMeasured({}))).toEqual([
      '2022-02-23 → 2022-02-25 (1)',
      '2022-03-23 → 2022-03-25 (2)',
      // Sunday the 24th was worked in exchange for May Day.
      '2022-04-22 → 2022-04-25 (3)',
      '2022-05-23 → 2022-05-25 (4)',
      '2022-06-22 → 2022-06-24 (5)',
      '2022-07-21 → 2022-07-25 (6)',
      '2022-08-23 → 2022-08-25 (7)',
      '2022-09-21 → 2022-09-23 (8)',
      '2022-10-21 → 2022-10-25 (9)',
      '2022-11-23 → 2022-11-25 (10)',
      '2022-12-21 → 2022-12-23 (11)',
      '2023-01-03 → 2023-01-20 (12)',
    ]);
  });

  it.each([
    {
      what: 'a quarterly one in April, July, October and January',
      target: { rhythm: 'quarterly' as const },
      words: null,
      is: ['2022-04-25 3', '2022-07-25 6', '2022-10-25 9', '2023-01-20 12'],
    },
    {
      what: 'a half-yearly one in July and January',
      target: { rhythm: 'halfYearly' as const },
      words: '每半年通报一次',
      is: ['2022-07-25 6', '2023-01-20 12'],
    },
    {
      what: 'words that set the day inside the period mean that very period',
      target: { rhythm: 'quarterly' as const },
      words: '每季度末月25日前',
      is: ['2022-03-25 3', '2022-06-24 6', '2022-09-23 9', '2022-12-23 12', '2023-01-20 12'],
    },
    {
      what: 'and so do words that set its last day',
      target: { rhythm: 'quarterly' as const },
      words: '每季度末',
      is: ['2022-03-31 3', '2022-06-30 6', '2022-09-30 9', '2022-12-30 12', '2023-01-20 12'],
    },
    {
      what: 'words that set the day after the period mean the one that is over',
      target: { rhythm: 'quarterly' as const },
      words: '每季度首月10日前',
      is: ['2022-04-08 3', '2022-07-08 6', '2022-10-10 9', '2023-01-10 12'],
    },
    {
      what: 'where 1–2月 are published together nothing is asked for January',
      target: { unpublished: [1], rhythm: 'monthly' as const },
      words: null,
      is: [
        '2022-03-25 2',
        '2022-04-25 3',
        '2022-05-25 4',
        '2022-06-24 5',
        '2022-07-25 6',
        '2022-08-25 7',
        '2022-09-23 8',
        '2022-10-25 9',
        '2022-11-25 10',
        '2022-12-23 11',
        '2023-01-20 12',
      ],
    },
  ])('$what', ({ target, words, is }) => {
    expect(months(aMeasured({ target, task: { recurrence: words } }))).toEqual(is);
  });

  it('begin with the first that a month lies before, and with its own first month', () => {
    const assignment = { number: 1, at: at('2022-06-15 08:00') };
    expect(months(aMeasured({ task: { assignment } }))[0]).toBe('2022-07-25 6');
    const later = aMeasured({ task: { assignment, start: day('2022-08-01') } });
    expect(months(later)[0]).toBe('2022-09-23 8');
    const quarterly = { rhythm: 'quarterly' as const };
    const may = { number: 1, at: at('2022-05-01 08:00') };
    expect(months(aMeasured({ target: quarterly, task: { assignment: may } }))[0]).toBe(
      '2022-07-25 6',
    );
  });

  it('owe the last period that was over on the last day that has passed', () => {
    const owedOn = (today: string, task = aMeasured({})): number | null | undefined =>
      lastReturn(task, day(today), rules)?.month;
    expect(owedOn('2022-02-25')).toBeUndefined();
    expect(owedOn('2022-06-24')).toBe(4);
    expect(owedOn('2022-06-25')).toBe(5);
    expect(owedOn('2022-07-01')).toBe(5);
    expect(owedOn('2022-12-30')).toBe(11);
    expect(owedOn('2023-01-20')).toBe(11);
    expect(owedOn('2023-01-21')).toBe(12);
    expect(owedOn('2023-06-30')).toBe(12);
    const quarterly = aMeasured({ target: { rhythm: 'quarterly' } });
    expect(owedOn('2022-05-26', quarterly)).toBe(3);
    const within = aMeasured({
      target: { rhythm: 'quarterly' },
      task: { recurrence: '每季度末月25日前' },
    });
    expect(owedOn('2022-03-25', within)).toBeUndefined();
    expect(owedOn('2022-03-26', within)).toBe(3);
  });
});

describe('what a record without figures is asked for', () => {
  const first = (over: Partial<Task>): readonly string[] => days(aTask(over), 2);

  it.each([
    {
      what: 'a milestone monthly',
      task: {},
      is: ['2022-02-23 → 2022-02-25 (null)', '2022-03-23 → 2022-03-25 (null)'],
    },
    {
      what: 'a duty once a quarter',
      task: { kind: 'standing' as const, due: null, duePrecision: 'none' as const },
      is: ['2022-03-23 → 2022-03-25 (null)', '2022-06-22 → 2022-06-24 (null)'],
    },
    {
      what: 'a duty by its own words',
      task: { kind: 'standing' as const, recurrence: '每半年' },
      is: ['2022-06-22 → 2022-06-24 (null)', '2022-12-21 → 2022-12-23 (null)'],
    },
    {
      what: 'a weekly duty after a week',
      task: { kind: 'standing' as const, recurrence: '每周' },
      is: ['2022-01-12 → 2022-01-14 (null)', '2022-01-19 → 2022-01-21 (null)'],
    },
    {
      what: 'nothing of money',
      task: { kind: 'funding' as const, stageOf: taskId('p22-082') },
      is: [],
    },
    {
      what: 'nothing of a date that nobody set',
      task: { duePrecision: 'assumed-year-end' as const },
      is: [],
    },
  ])('$what', ({ task, is }) => {
    expect(first(task)).toEqual(is);
  });
});
