import { describe, expect, it } from 'vitest';
import { allowedActs } from '../../../functions/domain/tasks/allowed-acts.ts';
import type { Act, Move } from '../../../functions/domain/tasks/move.ts';
import { moved } from '../../../functions/domain/tasks/moves.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import type { TaskStatus } from '../../../functions/domain/tasks/task-status.ts';
import { aTask, at, day, rules } from '../../support/builders.ts';

const now = at('2022-06-24 10:00');

function after(task: Task, move: Move): Task {
  const outcome = moved(task, move, now, rules);
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return outcome.task;
}

describe('the moves of a task', () => {
  const ofOwner: readonly Act[] = ['report', 'submit', 'requestExtension', 'disown'];
  const dates: readonly Act[] = ['redate', 'correctDue'];
  const ends: readonly Act[] = [
    'reassign',
    'suspend',
    'withdraw',
    'waitFor',
    'urge',
    'nodes',
    'amend',
  ];
  it.each<{ status: TaskStatus; acts: readonly Act[] }>([
    {
      status: 'pendingAcceptance',
      acts: ['assign', 'signFor', ...ofOwner, ...dates, ...ends],
    },
    {
      status: 'inProgress',
      acts: ['assign', ...ofOwner, ...dates, ...ends],
    },
    {
      status: 'pendingReview',
      acts: ['verify', 'return', ...dates, 'withdraw', 'waitFor', 'amend'],
    },
    {
      status: 'returned',
      acts: ['assign', ...ofOwner, ...dates, ...ends],
    },
    { status: 'suspended', acts: [...dates, 'resume', 'withdraw', 'waitFor', 'amend'] },
    { status: 'closed', acts: ['return'] },
    { status: 'withdrawn', acts: [] },
  ])('from $status are $acts', ({ status, acts }) => {
    expect(allowedActs({ status, request: null, disowned: null })).toEqual(acts);
  });

  it.each<{ move: Move; from: TaskStatus; to: TaskStatus }>([
    { move: { act: 'assign' }, from: 'inProgress', to: 'pendingAcceptance' },
    { move: { act: 'signFor' }, from: 'pendingAcceptance', to: 'inProgress' },
    { move: { act: 'submit' }, from: 'inProgress', to: 'pendingReview' },
    { move: { act: 'verify' }, from: 'pendingReview', to: 'closed' },
    { move: { act: 'return' }, from: 'pendingReview', to: 'returned' },
    { move: { act: 'return' }, from: 'closed', to: 'returned' },
    { move: { act: 'suspend' }, from: 'inProgress', to: 'suspended' },
    { move: { act: 'resume' }, from: 'suspended', to: 'inProgress' },
    { move: { act: 'withdraw' }, from: 'inProgress', to: 'withdrawn' },
  ])('$move.act leads from $from to $to', ({ move, from, to }) => {
    expect(after(aTask({ status: from }), move).status).toBe(to);
  });

  it.each<{ from: TaskStatus; to: TaskStatus }>([
    { from: 'pendingAcceptance', to: 'inProgress' },
    { from: 'returned', to: 'returned' },
  ])('a report on a task that is $from leaves it $to', ({ from, to }) => {
    const move = {
      act: 'report',
      progress: 60,
      note: '主体完工',
      evidence: ['https://e.cn/1'],
    } as const;
    expect(after(aTask({ status: from, evidence: ['https://e.cn/0'] }), move)).toMatchObject({
      status: to,
      progress: 60,
      lastReport: { at: now, note: '主体完工' },
      evidence: ['https://e.cn/0', 'https://e.cn/1'],
    });
  });

  it.each([-1, 101, 50.5, Number.NaN])('refuse a progress of %s', (progress) => {
    const move = { act: 'report', progress, note: '', evidence: [] } as const;
    expect(moved(aTask(), move, now, rules)).toEqual({
      refusal: `进度 ${progress} 不是 0 到 100 的整数`,
    });
  });

  it('are refused with what is allowed instead', () => {
    expect(moved(aTask({ status: 'pendingReview' }), { act: 'submit' }, now, rules)).toEqual({
      refusal:
        '“待核验”的事项不能报办结，现在可以：核验销号、退办、核定期限、更正期限、撤销、设前置事项、调整',
    });
    expect(moved(aTask({ status: 'withdrawn' }), { act: 'withdraw' }, now, rules)).toEqual({
      refusal: '“撤销”的事项不能撤销，不能再办任何手续',
    });
  });

  it('let the owner disown a task once, until somebody takes it up', () => {
    const disowned = after(aTask(), { act: 'disown', why: '平台由环保分局建设' });
    expect(disowned.disowned).toEqual({
      at: now,
      why: '平台由环保分局建设',
      by: 'owner@安环局',
    });
    expect(allowedActs(disowned)).not.toContain('disown');
    expect(allowedActs(aTask())).not.toContain('keep');
    const moves: readonly Move[] = [
      { act: 'report', progress: 10, note: '', evidence: [] },
      { act: 'submit' },
      { act: 'keep' },
      { act: 'reassign', leadUnit: '招商局' },
    ];
    for (const move of moves) expect(after(disowned, move).disowned).toBeNull();
    const accepted = after({ ...disowned, status: 'pendingAcceptance' }, { act: 'signFor' });
    expect(accepted.disowned).toBeNull();
  });

  it('keep the day it was reported done until it is returned', () => {
    const submitted = after(aTask(), { act: 'submit' });
    expect(submitted).toMatchObject({ doneOn: day('2022-06-24'), progress: 100 });
    expect(after(submitted, { act: 'verify' }).doneOn).toEqual(day('2022-06-24'));
    expect(after(submitted, { act: 'return' }).doneOn).toBeNull();
  });

  it('keep the original date and the status when the date is set again', () => {
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
    const outcome = moved(aTask(), { act: 'correctDue', due: day('2021-12-31') }, now, rules);
    expect(outcome).toEqual({ refusal: '新期限 2021-12-31 早于开始日期 2022-01-01' });
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
