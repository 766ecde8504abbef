import { describe, expect, it } from 'vitest';
import { overdueCountOn } from '../../../functions/domain/tasks/overdue-count.ts';
import { day, rules } from '../../support/builders.ts';
import { deadline, rungs } from '../../support/deadlines.ts';

describe('the count of overdue working days', () => {
  it('tells the due date on the silent day itself, and nothing else of it', () => {
    const from = deadline({ due: day('2022-06-30'), silentThrough: day('2022-06-30') });
    expect(rungs(from, 2)).toEqual(['due 2022-06-30', 'overdue-1 2022-07-01']);
    const before = deadline({ due: day('2022-06-30'), silentThrough: day('2022-06-29') });
    expect(rungs(before, 1)).toEqual(['due 2022-06-30']);
  });

  it.each([
    {
      of: 'the day the system knew of a date that had passed',
      count: { day: day('2022-07-20'), counted: 0 },
      expected: [
        'overdue-1 2022-07-21',
        'overdue-3 2022-07-25',
        'overdue-7 2022-07-29',
        'overdue-weekly-1 2022-08-05',
      ],
    },
    {
      of: 'where it stood still: what was over before is due at once, if nobody has heard it',
      count: { day: day('2022-07-20'), counted: 5 },
      expected: [
        'overdue-1 2022-07-20',
        'overdue-3 2022-07-20',
        'overdue-7 2022-07-22',
        'overdue-weekly-1 2022-07-29',
      ],
    },
    {
      of: 'the due date where that is later',
      count: { day: day('2022-06-20'), counted: 0 },
      expected: ['overdue-1 2022-07-01', 'overdue-3 2022-07-05', 'overdue-7 2022-07-11'],
    },
  ])('counts overdue working days from $of', ({ count, expected }) => {
    const from = deadline({ due: day('2022-06-30'), overdueCount: count });
    const overdue = rungs(from, 12).filter((rung) => rung.startsWith('overdue'));
    expect(overdue.slice(0, expected.length)).toEqual(expected);
  });

  it.each([
    { on: '2022-06-29', count: null, counted: 0 },
    { on: '2022-07-05', count: null, counted: 3 },
    { on: '2022-07-05', count: { day: day('2022-07-04'), counted: 9 }, counted: 10 },
  ])('stands at $counted at the end of $on', ({ on, count, counted }) => {
    const from = deadline({ due: day('2022-06-30'), overdueCount: count });
    expect(overdueCountOn(from, day(on), rules)).toEqual({ day: day(on), counted });
  });
});
