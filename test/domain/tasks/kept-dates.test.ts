import { describe, expect, it } from 'vitest';
import { keptDates } from '../../../functions/domain/tasks/kept-dates.ts';
import { aTask, day } from '../../support/builders.ts';

const today = day('2022-07-15');

describe('what was kept', () => {
  it('is counted by the original and by the present date', () => {
    const tasks = [
      // Moved from June 30 to July 31, done in between: late by the first, on time by the second.
      aTask({ due: day('2022-07-31'), originalDue: day('2022-06-30'), doneOn: day('2022-07-10') }),
      aTask({ due: day('2022-07-31'), originalDue: day('2022-06-30') }),
      aTask({ due: day('2022-06-30') }),
      aTask({ due: day('2022-06-30'), doneOn: day('2022-06-29') }),
      aTask({ due: day('2022-06-30'), status: 'suspended' }),
    ];
    expect(keptDates(tasks, today)).toEqual({
      byOriginal: { dated: 5, onTime: 1, late: 1, overdue: 2, open: 1 },
      byCurrent: { dated: 5, onTime: 2, late: 0, overdue: 1, open: 2 },
    });
  });

  it('leaves out what was withdrawn and what has no date, by each date for itself', () => {
    const tasks = [
      aTask({ due: day('2022-06-30'), status: 'withdrawn' }),
      aTask({ due: day('2022-07-31'), originalDue: null }),
      aTask({ due: null, originalDue: null, kind: 'standing' }),
    ];
    const none = { dated: 0, onTime: 0, late: 0, overdue: 0, open: 0 };
    expect(keptDates(tasks, today)).toEqual({
      byOriginal: none,
      byCurrent: { ...none, dated: 1, open: 1 },
    });
  });
});
