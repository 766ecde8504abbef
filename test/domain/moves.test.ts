import { describe, expect, it } from 'vitest';
import { type Act, allowedActs, type Move, moved } from '../../functions/domain/moves.ts';
import type { Task, TaskStatus } from '../../functions/domain/task.ts';
import { aTask, at, day, rules } from '../support/builders.ts';

const now = at('2022-06-24 10:00');

function after(task: Task, move: Move): Task {
  const outcome = moved(task, move, now, rules);
  if ('refusal' in outcome) throw new Error(outcome.refusal.reason);
  return outcome.task;
}

describe('the moves of a task', () => {
  it.each<{ status: TaskStatus; acts: readonly Act[] }>([
    {
      status: 'pendingAcceptance',
      acts: ['signFor', 'submit', 'redate', 'reassign', 'suspend', 'withdraw'],
    },
    { status: 'inProgress', acts: ['submit', 'redate', 'reassign', 'suspend', 'withdraw'] },
    { status: 'pendingReview', acts: ['verify', 'return', 'redate', 'withdraw'] },
    { status: 'returned', acts: ['submit', 'redate', 'reassign', 'suspend', 'withdraw'] },
    { status: 'suspended', acts: ['redate', 'resume', 'withdraw'] },
    { status: 'closed', acts: [] },
    { status: 'withdrawn', acts: [] },
  ])('from $status are $acts', ({ status, acts }) => {
    expect(allowedActs(status)).toEqual(acts);
  });

  it.each<{ act: Exclude<Act, 'redate' | 'reassign'>; from: TaskStatus; to: TaskStatus }>([
    { act: 'signFor', from: 'pendingAcceptance', to: 'inProgress' },
    { act: 'submit', from: 'inProgress', to: 'pendingReview' },
    { act: 'verify', from: 'pendingReview', to: 'closed' },
    { act: 'return', from: 'pendingReview', to: 'returned' },
    { act: 'suspend', from: 'inProgress', to: 'suspended' },
    { act: 'resume', from: 'suspended', to: 'inProgress' },
    { act: 'withdraw', from: 'inProgress', to: 'withdrawn' },
  ])('$act leads from $from to $to', ({ act, from, to }) => {
    expect(after(aTask({ status: from }), { act }).status).toBe(to);
  });

  it('are refused with what is allowed instead', () => {
    expect(moved(aTask({ status: 'pendingReview' }), { act: 'submit' }, now, rules)).toEqual({
      refusal: { reason: '“待核验”的事项不能报办结，现在可以：核验销号、退办、改期、撤销' },
    });
    expect(moved(aTask({ status: 'closed' }), { act: 'withdraw' }, now, rules)).toEqual({
      refusal: { reason: '“已办结”的事项不能撤销，不能再办任何手续' },
    });
  });

  it('keep the original date when it is set anew, and the status', () => {
    const task = after(aTask({ status: 'returned' }), { act: 'redate', due: day('2022-08-31') });
    expect(task).toMatchObject({
      due: day('2022-08-31'),
      originalDue: day('2022-06-30'),
      duePrecision: 'set',
      status: 'returned',
      silentThrough: day('2022-06-24'),
    });
  });

  it('refuse a date before the start', () => {
    const outcome = moved(aTask(), { act: 'redate', due: day('2021-12-31') }, now, rules);
    expect(outcome).toEqual({ refusal: { reason: '新期限 2021-12-31 早于开始日期 2022-01-01' } });
  });

  it('hand a task over under a new number, to be accepted by the new post', () => {
    const task = after(aTask(), { act: 'reassign', leadUnit: '招商局' });
    expect(task).toMatchObject({
      leadUnit: '招商局',
      owner: 'owner@招商局',
      responsibleLeader: 'responsibleLeader@招商局',
      status: 'pendingAcceptance',
      assignment: { number: 1, at: now },
    });
  });

  it.each([
    { at: '2022-06-24 10:00', silent: '2022-06-24', when: 'after the send time: that day is gone' },
    { at: '2022-06-24 08:00', silent: '2022-06-23', when: 'at the send time: still to come' },
    { at: '2022-06-24 07:00', silent: '2022-06-23', when: 'before the send time' },
  ])('drop the rungs that passed while the office held it, returned $when', (row) => {
    const task = aTask({ status: 'pendingReview' });
    const outcome = moved(task, { act: 'return' }, at(row.at), rules);
    expect(outcome).toMatchObject({ task: { silentThrough: day(row.silent) } });
  });

  it('never bring back what a re-dating silenced', () => {
    const task = aTask({ status: 'suspended', silentThrough: day('2022-07-10') });
    expect(after(task, { act: 'resume' }).silentThrough).toEqual(day('2022-07-10'));
  });
});
