import { describe, expect, it } from 'vitest';
import { allowedActs } from '../../../functions/domain/tasks/allowed-acts.ts';
import type { Move } from '../../../functions/domain/tasks/move.ts';
import { moved } from '../../../functions/domain/tasks/moves.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { timeliness, timelinessWords } from '../../../functions/domain/tasks/timeliness.ts';
import { aTask, at, day, rules } from '../../support/builders.ts';

const now = at('2022-06-24 10:00');

function after(task: Task, move: Move): Task {
  const outcome = moved(task, move, now, rules);
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return outcome.task;
}

describe('an extension', () => {
  const ask = { act: 'requestExtension', due: day('2022-07-31'), why: '设备未到' } as const;

  it('changes nothing while it is asked for, and can be asked for once at a time', () => {
    const task = after(aTask(), ask);
    expect(task).toMatchObject({ due: day('2022-06-30'), silentThrough: null });
    const by = 'owner@安环局';
    expect(task.request).toEqual({ at: now, due: ask.due, why: '设备未到', isLate: false, by });
    expect(allowedActs(task)).toContain('grant');
    expect(allowedActs(task)).not.toContain('requestExtension');
  });

  it('is a dated layer once it is granted, for whatever date the office names', () => {
    const task = after(after(aTask(), ask), { act: 'grant', due: day('2022-07-15') });
    expect(task).toMatchObject({
      due: day('2022-07-15'),
      originalDue: day('2022-06-30'),
      duePrecision: 'set',
      request: null,
      silentThrough: day('2022-06-24'),
      extensions: [
        {
          requestedAt: now,
          grantedAt: now,
          from: day('2022-06-30'),
          to: day('2022-07-15'),
          isLate: false,
        },
      ],
    });
  });

  it('leaves everything as it was when it is refused', () => {
    expect(after(after(aTask(), ask), { act: 'refuse' })).toEqual(aTask());
  });

  it.each([
    {
      move: { ...ask, due: day('2022-06-30') },
      says: '申请的日期 2022-06-30 不比现在的期限 2022-06-30 晚',
    },
    { move: { act: 'grant', due: day('2022-07-15') } as const, says: '不能同意延期' },
  ])('is refused: $says', ({ move, says }) => {
    expect(JSON.stringify(moved(aTask(), move, now, rules))).toContain(says);
  });

  it('that is granted must be later than the date it replaces', () => {
    const asked = after(aTask(), ask);
    expect(moved(asked, { act: 'grant', due: day('2022-06-29') }, now, rules)).toEqual({
      refusal: '批准的日期 2022-06-29 不比现在的期限 2022-06-30 晚',
    });
  });

  it('asked for after the date counts as overdue, whatever is granted', () => {
    const late = at('2022-07-04 09:00');
    const asked = moved(aTask(), ask, late, rules);
    if ('refusal' in asked) throw new Error(asked.refusal);
    const given = moved(asked.task, { act: 'grant', due: ask.due }, late, rules);
    if ('refusal' in given) throw new Error(given.refusal);
    expect(timeliness(given.task, day('2022-07-05'))).toEqual({
      byOriginal: 'overdue',
      byCurrent: 'overdue',
    });
    expect(timelinessWords(given.task, day('2022-07-05'), rules.timeZone)).toBe(
      '按原定期限逾期，按现行期限逾期（延期是过期后申请的：6月30日（周四）到期，7月4日（周一）才申请）',
    );
    const done = { ...given.task, doneOn: day('2022-07-20') };
    expect(timeliness(done, day('2022-12-31')).byCurrent).toBe('late');
  });
});

describe('the timeliness of a task', () => {
  const granted = {
    from: day('2022-06-30'),
    to: day('2022-07-31'),
    requestedAt: now,
    grantedAt: now,
    isLate: false,
  };
  it.each([
    { doneOn: '2022-06-29', byOriginal: 'early', byCurrent: 'early' },
    { doneOn: '2022-06-30', byOriginal: 'onTime', byCurrent: 'early' },
    { doneOn: '2022-07-31', byOriginal: 'late', byCurrent: 'onTime' },
    { doneOn: '2022-08-01', byOriginal: 'late', byCurrent: 'late' },
    { doneOn: null, byOriginal: 'overdue', byCurrent: 'open' },
  ])(
    'done on $doneOn is $byOriginal by its first and $byCurrent by its present date',
    ({ doneOn, ...expected }) => {
      const task = aTask({
        due: day('2022-07-31'),
        originalDue: day('2022-06-30'),
        extensions: [granted],
        doneOn: doneOn === null ? null : day(doneOn),
      });
      expect(timeliness(task, day('2022-07-10'))).toEqual(expected);
    },
  );

  it('without a date is open until it is done', () => {
    const task = aTask({ due: null });
    expect(timeliness(task, day('2022-07-10')).byCurrent).toBe('open');
  });

  it.each([
    { over: { status: 'suspended' as const }, byCurrent: 'held' },
    {
      over: { request: { at: now, due: day('2022-08-31'), why: '', isLate: false, by: null } },
      byCurrent: 'asked',
    },
    {
      over: { request: { at: now, due: day('2022-08-31'), why: '', isLate: true, by: null } },
      byCurrent: 'overdue',
    },
  ])('past its date is $byCurrent', ({ over, byCurrent }) => {
    expect(timeliness(aTask(over), day('2022-07-10')).byCurrent).toBe(byCurrent);
  });
});
