import { describe, expect, it } from 'vitest';
import { paceRow } from '../../../functions/domain/targets/pace-report.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import type { ClosingLine } from '../../../functions/domain/years/closing-line.ts';
import { closingLines, type YearLines } from '../../../functions/domain/years/closing-lines.ts';
import type { TargetStanding } from '../../../functions/domain/years/target-results.ts';
import { aTask, at, day, rules } from '../../support/builders.ts';
import { anActual, aTarget } from '../../support/figures.ts';
import { taskId } from '../../support/ids.ts';

const request = {
  at: at('2022-12-29 09:00'),
  due: day('2023-03-31'),
  why: '招标流程未完',
  isLate: true,
  by: null,
};
const disowned = { at: at('2022-12-27 09:00'), why: '不是本单位负责', by: null };

function linesOf(
  tasks: readonly Task[],
  figures: ReadonlyMap<string, TargetStanding> = new Map(),
  asTheyAre: readonly string[] = [],
): YearLines {
  const listed = tasks.map((task) => ({ task, version: 3 }));
  const record = { asTheyAre: asTheyAre.map(taskId) };
  return closingLines(listed, record, { year: 2022, today: day('2023-01-06'), figures });
}

function standing(task: Task, month: number): TargetStanding {
  const target = aTarget({ id: task.id, actuals: [anActual(month, '386.4')] });
  const lists = { projects: [], enterprises: [] };
  return { target, row: paceRow({ target, lists }, task, at('2023-01-31 12:00'), rules) };
}

const told = ({ kind, task }: ClosingLine): string => `${kind} ${task.id}`;

describe('the lines of a year that is to be closed', () => {
  it('name first who waits for an answer, then what is open by date, and targets last', () => {
    const { lines } = linesOf([
      aTask({ id: 't1', kind: 'target' }),
      aTask({ id: 'a1', due: null, kind: 'standing' }),
      aTask({ id: 'a2', due: day('2022-11-30') }),
      aTask({ id: 'a3', due: day('2022-08-15'), status: 'returned' }),
      aTask({ id: 'b1', disowned }),
      aTask({ id: 'b2', request, disowned }),
      aTask({ id: 'b3', status: 'pendingReview', request }),
    ]);

    expect(lines.map(told)).toEqual([
      'waitsForVerification b3',
      'extensionAsked b2',
      'disputed b1',
      'open a3',
      'open a2',
      'open a1',
      'targetWithoutLastPeriod t1',
    ]);
  });

  it('leave out what is decided, and what counts in another year', () => {
    const decided = ['closed', 'withdrawn', 'suspended'] as const;
    const { lines } = linesOf([
      ...decided.map((status) => aTask({ id: status, status })),
      aTask({ id: 'c1', plan: 2023 }),
    ]);

    expect(lines).toEqual([]);
  });

  it('offer what each can be decided with', () => {
    const { lines } = linesOf([
      aTask({ id: 'a1' }),
      aTask({ id: 'b1', disowned }),
      aTask({ id: 'b2', request }),
      aTask({ id: 'b3', status: 'pendingReview' }),
      aTask({ id: 't1', kind: 'target' }),
      aTask({ id: 't2', kind: 'target', request }),
    ]);

    expect(Object.fromEntries(lines.map(({ task, choices }) => [task.id, choices]))).toEqual({
      a1: ['carryOver', 'deemDone', 'suspend', 'withdraw'],
      b1: ['keepAndCarry', 'reassignAndCarry', 'suspend', 'withdraw'],
      b2: ['grantAndCarry', 'refuseAndCarry', 'deemDone', 'suspend', 'withdraw'],
      b3: [],
      t1: ['asItIs'],
      t2: ['refuse', 'suspend', 'withdraw'],
    });
  });

  it('say whether the own date lies ahead, and whether a date is needed', () => {
    const { lines } = linesOf([
      aTask({ id: 'a1', due: day('2023-03-31') }),
      aTask({ id: 'a2', due: day('2022-12-31') }),
      aTask({ id: 'a3', due: null, kind: 'standing' }),
      aTask({ id: 'a4', due: null }),
    ]);
    const dates = lines.map(({ task, aheadDue, needsDue }) => [
      task.id,
      aheadDue?.toString() ?? null,
      needsDue,
    ]);

    expect(dates).toEqual([
      ['a2', null, true],
      ['a1', '2023-03-31', false],
      ['a3', null, false],
      ['a4', null, true],
    ]);
  });

  it('list a target until its last period is there, or it is frozen as it is', () => {
    const tasks = ['t1', 't2', 't3'].map((id) => aTask({ id, kind: 'target' }));
    const figures = new Map(
      tasks.map((task) => [task.id, standing(task, task.id === 't1' ? 12 : 11)]),
    );
    const { lines, asTheyAre } = linesOf(tasks, figures, ['t3']);

    expect(lines.map(told)).toEqual(['targetWithoutLastPeriod t2']);
    expect(asTheyAre.map(told)).toEqual(['targetWithoutLastPeriod t3']);
    expect(asTheyAre.map(({ choices }) => choices)).toEqual([['awaitFigure']]);
  });

  it('leave nodes to their work, but for one that waits for an answer', () => {
    const nodeOf = { task: taskId('a1'), title: '双电源', weight: null, before: null };
    const { lines } = linesOf([
      aTask({ id: 'a1' }),
      aTask({ id: 'a1.n1', nodeOf: { ...nodeOf, isOwners: false } }),
      aTask({ id: 'a1.n2', nodeOf: { ...nodeOf, isOwners: false }, status: 'pendingReview' }),
    ]);

    expect(lines.map(told)).toEqual(['waitsForVerification a1.n2', 'open a1']);
    expect(lines[0]?.choices).toEqual([]);
  });
});
