import { describe, expect, it } from 'vitest';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { fateIn, isCarriedInto, taskIn } from '../../../functions/domain/years/task-in-year.ts';
import { aReport, aTask, at, day } from '../../support/builders.ts';

/** Left 2022 in progress with its date of June 30 passed, and was done in March 2023. */
const carried = aTask({
  plan: 2023,
  leadUnit: '招商局',
  originalDue: day('2022-06-30'),
  due: day('2023-03-31'),
  status: 'closed',
  progress: 100,
  doneOn: day('2023-03-20'),
  handedInOn: day('2023-03-20'),
  lastReport: aReport(at('2023-03-20 10:00')),
  extensions: [
    {
      requestedAt: at('2022-06-01 10:00'),
      grantedAt: at('2022-06-02 10:00'),
      from: day('2022-06-30'),
      to: day('2022-09-30'),
      isLate: false,
    },
    {
      requestedAt: at('2022-12-28 10:00'),
      grantedAt: at('2023-01-06 10:00'),
      from: day('2022-09-30'),
      to: day('2023-03-31'),
      isLate: true,
    },
  ],
  carried: [
    {
      from: 2022,
      to: 2023,
      at: at('2023-01-06 10:00'),
      due: day('2022-09-30'),
      duePrecision: 'explicit',
      status: 'inProgress',
      progress: 40,
      leadUnit: '安环局',
    },
  ],
});

describe('a task in a year', () => {
  it('is as it is in the year that it counts in', () => {
    expect(taskIn(carried, 2023)).toBe(carried);
    expect(isCarriedInto(carried, 2023)).toBe(true);
  });

  it('is as it was on leaving in the year that it was carried over from', () => {
    const then = taskIn(carried, 2022);
    expect(then).toMatchObject({
      plan: 2022,
      leadUnit: '安环局',
      status: 'inProgress',
      progress: 40,
      doneOn: null,
      lastReport: null,
      request: null,
      carried: [],
    });
    expect(String(then?.due)).toBe('2022-09-30');
    expect(String(then?.originalDue)).toBe('2022-06-30');
    expect(then?.extensions).toHaveLength(1);
    expect(then).not.toHaveProperty('handedInOn');
  });

  it('is not in any other year', () => {
    expect(taskIn(carried, 2021)).toBeUndefined();
    expect(taskIn(carried, 2024)).toBeUndefined();
    expect(fateIn(carried, 2024)).toBeUndefined();
  });
});

describe('what became of a task in a year', () => {
  const june30 = day('2022-06-30');
  const done = { status: 'closed', progress: 100 } as const;
  const cases: readonly (readonly [string, Partial<Task>, string, boolean])[] = [
    ['done on its date', { ...done, doneOn: june30 }, 'onTime', true],
    ['done a day after it', { ...done, doneOn: day('2022-07-01') }, 'late', false],
    [
      'done by its extended date',
      { ...done, due: day('2022-07-31'), originalDue: june30, doneOn: day('2022-07-10') },
      'onTime',
      false,
    ],
    [
      'done by an earlier date than the original, too late',
      { ...done, due: day('2022-05-31'), originalDue: june30, doneOn: day('2022-06-10') },
      'late',
      true,
    ],
    [
      'done without a date',
      { ...done, due: null, originalDue: null, doneOn: june30 },
      'done',
      false,
    ],
    [
      'done after a date that was only assumed',
      { ...done, duePrecision: 'assumed-year-end', doneOn: day('2022-07-10') },
      'done',
      false,
    ],
    ['closed before it was entered', { ...done, doneOn: null }, 'done', false],
    [
      'taken as done',
      { ...done, doneOn: june30, deemedDone: { at: at('2023-01-05 09:00'), why: '已投用' } },
      'deemed',
      false,
    ],
    ['suspended', { status: 'suspended' }, 'suspended', false],
    ['withdrawn', { status: 'withdrawn' }, 'withdrawn', false],
    [
      'reported done and not verified',
      { status: 'pendingReview', doneOn: june30 },
      'undecided',
      false,
    ],
    ['open', { status: 'inProgress' }, 'undecided', false],
  ];
  it.each(cases)('%s', (_, over, fate, isOnTimeByOriginal) => {
    expect(fateIn(aTask(over), 2022)).toEqual({ fate, isOnTimeByOriginal });
  });

  it('is that it was carried over, whatever became of it afterwards', () => {
    expect(fateIn(carried, 2022)).toEqual({ fate: 'carriedOver', isOnTimeByOriginal: false });
    expect(fateIn(carried, 2023)?.isOnTimeByOriginal).toBe(false);
  });

  it('is late in the new year if the extension came after the date', () => {
    expect(fateIn(carried, 2023)?.fate).toBe('late');
  });
});
