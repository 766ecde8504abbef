import { describe, expect, it } from 'vitest';
import {
  rowWords,
  sorted,
  type TaskRow,
  taskRowOf,
} from '../../../functions/domain/papers/board.ts';
import { allWords, countsOf } from '../../../functions/domain/papers/task-counts.ts';
import { filtered } from '../../../functions/domain/papers/task-filter.ts';
import { colours, type Lamp } from '../../../functions/domain/tasks/lamp.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { taskLamps } from '../../../functions/domain/tasks/task-lamps.ts';
import { aTask, day, rules } from '../../support/builders.ts';
import { taskId } from '../../support/ids.ts';

const today = day('2022-07-04');

const row = (over: Partial<Task>, pace: Lamp | null = null): TaskRow =>
  taskRowOf({ task: aTask(over), version: 1 }, pace, today, rules);

const paceLamp = (colour: Lamp['colour']): Lamp => ({
  axis: 'pace',
  colour,
  rule: 'pace.test',
  policyVersion: 1,
  numbers: {},
  reason: `截至5月，${colour}`,
  toGreen: null,
});

describe('the register', () => {
  const rows = [
    row({ id: taskId('a') }),
    row({ id: taskId('b'), status: 'closed' }),
    row({ id: taskId('c'), status: 'withdrawn' }),
    row({ id: taskId('d'), due: day('2022-12-31') }),
    row({ id: taskId('e'), due: null, kind: 'standing', duePrecision: 'none' }),
    row({ id: taskId('f'), kind: 'target', due: day('2022-12-31') }, paceLamp('unreported')),
  ];

  it('counts what was withdrawn apart, and never as done; all tabs together make the total', () => {
    const counts = countsOf(rows);
    expect(counts).toMatchObject({
      all: 6,
      red: 1,
      green: 1,
      unreported: 1,
      none: 1,
      done: 1,
      withdrawn: 1,
    });
    expect(colours.reduce((sum, colour) => sum + counts[colour], 0)).toBe(counts.all);
    expect(allWords(counts)).toBe('工作6项，其中撤销1项，已办结1项');
    expect(allWords(countsOf(rows.slice(0, 2)))).toBe('工作2项，已办结1项');
  });

  it('shows a withdrawn task by a word, behind all others, and by a filter of its own', () => {
    const withdrawn = filtered(rows, { lamp: 'withdrawn' }, today);
    expect(withdrawn.map(({ task }) => task.id)).toEqual(['c']);
    expect(withdrawn.map(rowWords)).toEqual(['撤销']);
    expect(sorted(rows, 'urgency').map(({ task }) => task.id)).toEqual([
      'a',
      'f',
      'd',
      'e',
      'b',
      'c',
    ]);
  });
});

describe('the lamp of a task', () => {
  const of = (task: Partial<Task>, pace: Lamp['colour']): string => {
    const { lamp } = taskLamps(aTask({ kind: 'target', ...task }), paceLamp(pace), today, rules);
    return `${lamp.axis} ${lamp.colour}`;
  };
  const far = { due: day('2022-12-31') };
  const near = { due: day('2022-07-05') };

  it.each([
    [far, 'green', 'time green'],
    [far, 'unreported', 'pace unreported'],
    [far, 'yellow', 'pace yellow'],
    [near, 'unreported', 'time yellow'],
    [near, 'red', 'pace red'],
    [{}, 'yellow', 'time red'],
    // Nothing is owed of it yet: no lamp, unless time is yellow or red.
    [far, 'none', 'pace none'],
    [near, 'none', 'time yellow'],
    // Time alone speaks for what is over or suspended.
    [{ status: 'closed' as const }, 'red', 'time done'],
    [{ status: 'withdrawn' as const }, 'red', 'time withdrawn'],
    [{ ...far, status: 'suspended' as const }, 'red', 'time none'],
  ] as const)('%o with a pace that is %s is %s', (task, pace, is) => {
    expect(of(task, pace)).toBe(is);
  });
});

const found = (title: string, search: string): boolean => {
  return filtered([row({ title })], { search }, today).length > 0;
};

describe('a search', () => {
  it.each([
    ['新增企业26家', '２６家'],
    ['新增企业２６家', '26家'],
    ['建成AI平台', 'ａｉ'],
    ['建成甲园（一期）', '甲园(一期)'],
    ['建成甲园（一期）', '甲园　一期'],
  ])('finds %s by %s, whatever width it is typed in', (title, search) => {
    expect(found(title, search)).toBe(true);
  });

  it('needs every word', () => expect(found('建成甲园', '甲园 二期')).toBe(false));
});
