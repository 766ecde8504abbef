import { describe, expect, it } from 'vitest';
import { taskRowOf } from '../../../functions/domain/papers/board.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { axisEnd, axisMarks, axisMonths, axisPercent } from '../../../functions/portal/ui/axis.ts';
import { dayInTable } from '../../../functions/portal/ui/words.ts';
import { aTask, day, rules } from '../../support/builders.ts';

const today = day('2022-06-15');
const rowsOf = (...tasks: readonly Partial<Task>[]) =>
  tasks.map((over, at) =>
    taskRowOf({ task: aTask({ id: `t-${at}`, ...over }), version: 1 }, null, today, rules),
  );

describe('the axis of a year', () => {
  it.each([
    { of: '2022-12-31', end: '100.0%' },
    { of: '2022-07-02', end: '50.1%' },
    { of: '2021-12-31', end: '0%' },
    { of: '2023-01-01', end: '100%' },
  ])('ends $of at $end', ({ of, end }) => {
    expect(axisEnd(day(of), 2022)).toBe(end);
  });

  it('has twelve months, the last of which ends with it', () => {
    const months = axisMonths(2022);
    expect(months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(months.at(-1)?.end).toBe('100.0%');
  });

  it('keeps one decimal of a percentage', () => {
    expect(axisPercent(512)).toBe('51.2%');
  });
});

describe('the marks of a lane', () => {
  it('count the tasks of one day, and leave out those without a date', () => {
    const rows = rowsOf({ title: '甲' }, { title: '乙' }, { due: null, duePrecision: 'none' });
    expect(axisMarks(rows, 2022)).toMatchObject([{ count: 2, level: 0, title: '甲；乙' }]);
  });

  it('stand above each other where their days are too near', () => {
    const rows = rowsOf({ due: day('2022-06-29') }, { due: day('2022-06-30') });
    expect(axisMarks(rows, 2022).map(({ level }) => level)).toEqual([0, 1]);
  });

  it('name five tasks at most', () => {
    const rows = rowsOf(...Array.from({ length: 7 }, (_, at) => ({ title: `第${at}项` })));
    expect(axisMarks(rows, 2022)[0]?.title).toBe('第0项；第1项；第2项；第3项；第4项；等 7 项');
  });

  it('are hollow where the year’s end is only assumed', () => {
    const rows = rowsOf({ due: day('2022-12-31'), duePrecision: 'assumed-year-end' });
    expect(axisMarks(rows, 2022)[0]?.isAssumed).toBe(true);
  });
});

it('a day in a table has its weekday without brackets', () => {
  expect(dayInTable(day('2022-06-30'), today)).toBe('6月30日 周四');
});
