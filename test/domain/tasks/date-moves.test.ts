import { describe, expect, it } from 'vitest';
import { allowedActs } from '../../../functions/domain/tasks/allowed-acts.ts';
import type { Move } from '../../../functions/domain/tasks/move.ts';
import { moved } from '../../../functions/domain/tasks/moves.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import type { TaskStatus } from '../../../functions/domain/tasks/task-status.ts';
import { aTask, at, day, rules } from '../../support/builders.ts';
import { postId } from '../../support/ids.ts';

const now = at('2022-06-24 10:00');

function after(task: Task, move: Move): Task {
  const outcome = moved(task, move, now, rules);
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return outcome.task;
}

describe('the moves of a date', () => {
  const passed = '2022-06-23 已经过去，期限应是今天（2022-06-24）或以后';
  const asking = aTask({
    due: day('2022-06-20'),
    request: { at: now, due: day('2022-06-23'), why: '', isLate: true, by: null },
  });
  it.each<{ move: Move; task: Task }>([
    { move: { act: 'redate', due: day('2022-06-23') }, task: aTask() },
    { move: { act: 'grant', due: day('2022-06-23') }, task: asking },
    {
      move: { act: 'requestExtension', due: day('2022-06-23'), why: '' },
      task: { ...asking, request: null },
    },
    {
      move: { act: 'resume', due: day('2022-06-23') },
      task: aTask({ status: 'suspended', due: day('2022-06-20') }),
    },
  ])('refuse a date that has passed: $move.act', ({ move, task }) => {
    expect(moved(task, move, now, rules)).toEqual({ refusal: passed });
    const today = after(task, { ...move, due: day('2022-06-24') } as Move);
    expect(move.act === 'requestExtension' ? today.request?.due : today.due).toEqual(
      day('2022-06-24'),
    );
  });

  it('correct a date that was entered by mistake, even to one that has passed', () => {
    const task = after(aTask(), { act: 'correctDue', due: day('2022-05-31') });
    expect(task).toMatchObject({
      due: day('2022-05-31'),
      originalDue: day('2022-06-30'),
      overdueCount: { day: day('2022-06-24'), counted: 0 },
    });
  });

  it('resume a task with the date it had only where somebody names it or it lies ahead', () => {
    const ahead = aTask({ status: 'suspended' });
    expect(after(ahead, { act: 'resume' }).due).toEqual(day('2022-06-30'));
    const past = aTask({ status: 'suspended', due: day('2022-06-20') });
    expect(moved(past, { act: 'resume' }, now, rules)).toEqual({
      refusal: '原来的期限 2022-06-20 已经过去，恢复时请写明期限：今天或以后的日期，或沿用原期限',
    });
    const kept = after(past, { act: 'resume', due: day('2022-06-20') });
    expect(kept).toMatchObject({ status: 'inProgress', due: day('2022-06-20') });
    expect(after(aTask({ status: 'suspended', due: null }), { act: 'resume' }).status).toBe(
      'inProgress',
    );
  });

  it('let the count of overdue days stand still while the office holds the task', () => {
    const submitted = moved(aTask(), { act: 'submit' }, at('2022-07-05 09:00'), rules);
    if ('refusal' in submitted) throw new Error(submitted.refusal);
    expect(submitted.task.overdueCount).toEqual({ day: day('2022-07-05'), counted: 3 });
    const back = moved(submitted.task, { act: 'return' }, at('2022-07-20 09:00'), rules);
    expect(back).toMatchObject({
      task: { overdueCount: { day: day('2022-07-20'), counted: 3 } },
    });
  });

  it('give back the progress that was reported before the task was handed in', () => {
    const reported = after(aTask(), { act: 'report', progress: 60, note: '', evidence: [] });
    const back = after(after(reported, { act: 'submit' }), { act: 'return' });
    expect(back).toMatchObject({ progress: 60, lastReport: { progress: 60, isReturned: true } });
    expect(after(after(aTask(), { act: 'submit' }), { act: 'return' }).progress).toBe(0);
  });
});

describe('an open request for a later date', () => {
  const asked = after(aTask(), {
    act: 'requestExtension',
    due: day('2022-07-10'),
    why: '设备未到',
  });

  it.each<{ move: Move; from?: TaskStatus }>([
    { move: { act: 'submit' } },
    { move: { act: 'redate', due: day('2022-07-05') } },
    { move: { act: 'correctDue', due: day('2022-06-29') } },
    { move: { act: 'reassign', leadUnit: '招商局' } },
    { move: { act: 'assign', owner: postId('head-0') } },
    { move: { act: 'suspend' } },
    { move: { act: 'resume' }, from: 'suspended' },
    { move: { act: 'withdraw' } },
    { move: { act: 'return' }, from: 'pendingReview' },
    { move: { act: 'verify' }, from: 'pendingReview' },
  ])('ends with $move.act', ({ move, from }) => {
    expect(after({ ...asked, status: from ?? 'inProgress' }, move).request).toBeNull();
  });

  it.each<{ move: Move }>([
    { move: { act: 'report', progress: 60, note: '', evidence: [] } },
    { move: { act: 'disown', why: '' } },
    { move: { act: 'assign' } },
  ])('outlives $move.act', ({ move }) => {
    const task = after(asked, move);
    expect(task.request).toEqual(asked.request);
  });

  it('can be made again once the office has set the date', () => {
    const set = after(asked, { act: 'redate', due: day('2022-07-05') });
    expect(allowedActs(set)).toContain('requestExtension');
    expect(allowedActs(set)).not.toContain('grant');
  });
});
