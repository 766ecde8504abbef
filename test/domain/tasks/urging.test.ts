import { describe, expect, it } from 'vitest';
import { moved } from '../../../functions/domain/tasks/moves.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { standingUrge, urgeInForce, urgeWords } from '../../../functions/domain/tasks/urging.ts';
import { aReport, aTask, at, day, rules } from '../../support/builders.ts';

const urge = (words: string, over = {}) =>
  ({ act: 'urge', words, isAtOnce: false, isAgain: false, by: '园区办', ...over }) as const;

function done(task: Task, local: string, words: string, over = {}): Task {
  const outcome = moved(task, urge(words, over), at(local), rules);
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return outcome.task;
}

const tellAt = (task: Task): string | undefined =>
  task.urges?.at(-1)?.tellAt.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString();

describe('an urging', () => {
  it('is told in the next digest, or at once within minutes', () => {
    expect(tellAt(done(aTask(), '2022-06-15 10:00', '请抓紧'))).toBe('2022-06-16T08:00:00');
    const atOnce = { isAtOnce: true };
    expect(tellAt(done(aTask(), '2022-06-15 10:00', '请抓紧', atOnce))).toBe('2022-06-15T10:02:00');
    expect(tellAt(done(aTask(), '2022-06-18 10:00', '请抓紧', atOnce))).toBe('2022-06-20T08:00:00');
  });

  it('replaces one that was not told yet, and is told no later than that one was to be', () => {
    const first = done(aTask(), '2022-06-15 10:00', '请抓紧', { isAtOnce: true });
    const second = done(first, '2022-06-15 10:01', '请今天说明', { isAtOnce: false });
    expect(tellAt(second)).toBe('2022-06-15T10:02:00');
    expect(urgeInForce(second)).toMatchObject({ number: 2, words: '请今天说明' });
    expect(second.urges).toHaveLength(2);
  });

  it('is not sent at once a second time on one day unless its maker says so', () => {
    const first = done(aTask(), '2022-06-15 10:00', '请抓紧', { isAtOnce: true });
    const again = moved(first, urge('请再抓紧', { isAtOnce: true }), at('2022-06-15 15:00'), rules);
    expect(again).toEqual({
      refusal: expect.stringContaining('10:02已经即刻催办过一次') as string,
    });
    const sure = done(first, '2022-06-15 15:00', '请再抓紧', { isAtOnce: true, isAgain: true });
    expect(tellAt(sure)).toBe('2022-06-15T15:02:00');
    expect(tellAt(done(first, '2022-06-16 09:00', '又一天', { isAtOnce: true }))).toBe(
      '2022-06-16T09:02:00',
    );
    expect(tellAt(done(first, '2022-06-15 15:00', '明天再说'))).toBe('2022-06-16T08:00:00');
  });

  it.each(['closed', 'withdrawn', 'suspended', 'pendingReview'] as const)(
    'is refused in words for a task that is %s',
    (status) => {
      const outcome = moved(aTask({ status }), urge('请抓紧'), at('2022-06-15 10:00'), rules);
      expect(outcome).toEqual({ refusal: expect.stringContaining('的事项不能催办') as string });
    },
  );

  it('ends with the task, with its handover to another post, and with a report', () => {
    const task = done(aTask(), '2022-06-15 10:00', '请抓紧');
    expect(urgeInForce({ ...task, status: 'pendingReview' })).toBeUndefined();
    const move = { act: 'reassign', leadUnit: '招商局' } as const;
    const other = moved(task, move, at('2022-06-15 11:00'), rules);
    expect('task' in other && urgeInForce(other.task)).toBeUndefined();
    const reported = { ...task, lastReport: aReport(at('2022-06-15 12:00')) };
    expect(standingUrge(task)?.words).toBe('请抓紧');
    expect(urgeInForce(reported)).toBeDefined();
    expect(standingUrge(reported)).toBeUndefined();
  });

  it('leaves a request for a later date open', () => {
    const request = {
      at: at('2022-06-14 09:00'),
      due: day('2022-07-10'),
      why: '',
      isLate: false,
      by: null,
    };
    expect(done(aTask({ request }), '2022-06-15 10:00', '请抓紧').request).toEqual(request);
  });

  it('is one line that names who urged and when', () => {
    const task = done(aTask(), '2022-06-15 10:00', '请本周把验收资料报齐');
    const [first] = task.urges ?? [];
    expect(first && urgeWords(first, day('2022-06-16'), rules)).toBe(
      '催办：6月15日（周三）园区办：“请本周把验收资料报齐”',
    );
  });

  it('keeps the last 20', () => {
    let task = aTask();
    for (let nth = 0; nth < 25; nth += 1) task = done(task, '2022-06-15 10:00', `第${nth}次`);
    expect(task.urges).toHaveLength(20);
    expect(task.urges?.at(-1)?.number).toBe(25);
  });
});
