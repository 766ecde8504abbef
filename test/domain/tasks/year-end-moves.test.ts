import { describe, expect, it } from 'vitest';
import { allowedActs } from '../../../functions/domain/tasks/allowed-acts.ts';
import type { Move } from '../../../functions/domain/tasks/move.ts';
import { moved } from '../../../functions/domain/tasks/moves.ts';
import { Task } from '../../../functions/domain/tasks/task.ts';
import { taskIn } from '../../../functions/domain/years/task-in-year.ts';
import { aTask, at, day, rules } from '../../support/builders.ts';

const now = at('2023-01-06 10:00');
const today = day('2023-01-06');
const march = day('2023-03-31');

function after(task: Task, move: Move): Task {
  const outcome = moved(task, move, now, rules);
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return outcome.task;
}

const refusalOf = (task: Task, move: Move, when = now): string => {
  const outcome = moved(task, move, when, rules);
  return 'refusal' in outcome ? outcome.refusal : '';
};

const work = (over: Partial<Task> = {}): Task =>
  aTask({ due: day('2022-08-15'), originalDue: day('2022-06-30'), progress: 90, ...over });

const request = {
  at: at('2022-12-29 09:00'),
  due: march,
  why: '招标流程未完',
  isLate: true,
  by: null,
};
const disowned = { at: at('2022-12-27 09:00'), why: '不是本单位负责', by: null };

describe('carrying a task over', () => {
  it('counts it in the new year with a new date, and keeps how it left the old one', () => {
    expect(after(work(), { act: 'carryOver', due: march })).toMatchObject({
      plan: 2023,
      due: march,
      duePrecision: 'set',
      originalDue: day('2022-06-30'),
      status: 'inProgress',
      progress: 90,
      silentThrough: today,
      overdueCount: { day: today, counted: 0 },
      carried: [
        {
          from: 2022,
          to: 2023,
          at: now,
          due: day('2022-08-15'),
          duePrecision: 'explicit',
          status: 'inProgress',
          progress: 90,
        },
      ],
    });
  });

  it('keeps what the old year had, under another unit and within one second, too', () => {
    const when = now.add({ milliseconds: 700 });
    const outcome = moved(work({ request }), { act: 'carryOver', due: march }, when, rules);
    if ('refusal' in outcome) throw new Error(outcome.refusal);
    const stored = Task.parse(Task.encode(outcome.task));

    expect(stored.extensions).toHaveLength(1);
    expect(taskIn({ ...stored, leadUnit: '招商局' }, 2022)).toMatchObject({
      leadUnit: '安环局',
      extensions: [],
    });
  });

  it('keeps its own date where that lies ahead, and none of a standing duty', () => {
    const ahead = work({ due: march, overdueCount: null });
    expect(after(ahead, { act: 'carryOver' })).toMatchObject({ due: march, overdueCount: null });
    expect(after(work({ due: today }), { act: 'carryOver' }).due).toEqual(today);

    const duty = work({ kind: 'standing', due: null, duePrecision: 'none' });
    expect(after(duty, { act: 'carryOver' })).toMatchObject({ plan: 2023, due: null });
  });

  it('asks for a date where there is none that lies ahead', () => {
    expect(refusalOf(work(), { act: 'carryOver' })).toBe(
      '原来的期限 2022-08-15 已经过去，结转时请写明新的期限',
    );
    expect(refusalOf(work({ due: null }), { act: 'carryOver' })).toBe(
      '这一项还没有期限，结转时请写明新的期限',
    );
    expect(refusalOf(work(), { act: 'carryOver', due: day('2023-01-05') })).toContain('已经过去');
  });

  it('grants a pending request to the new date, or refuses it', () => {
    const granted = after(work({ request }), { act: 'carryOver', due: march });
    expect(granted.request).toBeNull();
    expect(granted.extensions).toEqual([
      {
        requestedAt: request.at,
        grantedAt: now,
        from: day('2022-08-15'),
        to: march,
        isLate: true,
      },
    ]);

    const refused = { act: 'carryOver', due: march, refusesRequest: true } as const;
    expect(after(work({ request }), refused)).toMatchObject({
      request: null,
      extensions: [],
      due: march,
    });
    const undated = work({ request, due: day('2023-01-31') });
    expect(refusalOf(undated, { act: 'carryOver' })).toContain('有待批的延期申请');
    expect(after(undated, { act: 'carryOver', refusesRequest: true }).due).toEqual(
      day('2023-01-31'),
    );
  });

  it('ends a dispute: its unit keeps it, or another takes it over', () => {
    const kept = after(work({ disowned }), { act: 'carryOver', due: march });
    expect(kept).toMatchObject({ disowned: null, leadUnit: '安环局', status: 'inProgress' });

    const move = { act: 'carryOver', due: march, leadUnit: '招商局' } as const;
    expect(after(work({ disowned }), move)).toMatchObject({
      disowned: null,
      leadUnit: '招商局',
      owner: 'owner@招商局',
      status: 'pendingAcceptance',
      assignment: { number: 1, at: now },
      carried: [{ leadUnit: '安环局' }],
    });
  });

  it.each<{ of: string; task: Task; when?: string; says: string }>([
    { of: 'a year that is not over', task: work(), when: '2022-12-31 23:00', says: '还没有过完' },
    { of: 'a target', task: work({ kind: 'target' }), says: '指标按当年的数结算' },
    { of: 'what waits for verification', task: work({ status: 'pendingReview' }), says: '待核验' },
    { of: 'what is closed', task: work({ status: 'closed' }), says: '已办结' },
    {
      of: 'a node',
      task: work({
        nodeOf: { task: aTask().id, title: '双电源', weight: null, before: null, isOwners: false },
      }),
      says: '节点随事项《双电源》结转',
    },
  ])('is refused of $of', ({ task, when, says }) => {
    const move = { act: 'carryOver', due: march } as const;
    expect(refusalOf(task, move, when === undefined ? now : at(when))).toContain(says);
  });

  it('is offered on the list of the year alone', () => {
    expect(allowedActs(work())).not.toContain('carryOver');
    expect(allowedActs(work())).not.toContain('deemDone');
  });

  it('nothing is offered of a task whose year is closed', () => {
    expect(allowedActs(work({ yearClosed: true }))).toEqual([]);
    expect(allowedActs(work({ yearClosed: true, status: 'suspended' }))).toEqual([]);
  });
});

describe('taking a task as done', () => {
  it('closes it with what shows it', () => {
    const move = { act: 'deemDone', evidence: ['https://e.cn/1'], note: '已投用' } as const;
    expect(after(work({ request, disowned }), move)).toMatchObject({
      plan: 2022,
      status: 'closed',
      progress: 100,
      doneOn: today,
      request: null,
      disowned: null,
      evidence: ['https://e.cn/1'],
      deemedDone: { at: now, why: '已投用' },
    });
  });

  it('needs a link or words that name what shows it, and a year that is over', () => {
    const none = { act: 'deemDone', evidence: [] } as const;
    expect(refusalOf(work(), none)).toBe('视同完成须写明佐证：网址，或文件的名称和文号');
    expect(after(work(), { ...none, note: '验收纪要〔2022〕9号' }).status).toBe('closed');
    expect(refusalOf(work(), none, at('2022-12-31 10:00'))).toContain('2022年还没有过完');
  });

  it('ends when the task is returned', () => {
    const done = after(work(), { act: 'deemDone', evidence: ['https://e.cn/1'] });
    const returned = after(done, { act: 'return' });

    expect(returned).toMatchObject({ status: 'returned', doneOn: null });
    expect(returned.deemedDone).toBeUndefined();
  });
});
