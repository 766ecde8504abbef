import { describe, expect, it } from 'vitest';
import type { Lit, MessageItem } from '../../../functions/domain/messages/item.ts';
import { shortMessage } from '../../../functions/domain/messages/short-message.ts';
import { occasionOf } from '../../../functions/domain/tasks/occasion-codec.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { timeLamp } from '../../../functions/domain/tasks/time-lamp.ts';
import { readSample } from '../../../functions/local/sample.ts';
import { aTask, at, day, rules } from '../../support/builders.ts';
import { contactId, postId } from '../../support/ids.ts';

const link = 'https://lx.example.cn/a/7Fq2kXm9PzVt';

const item = (task: Task, rung = 'before-3', role: MessageItem['role'] = 'owner'): MessageItem => ({
  task,
  notice: {
    about: 'task',
    task: task.id,
    occasion: occasionOf(rung),
    post: postId('owner@安环局'),
    due: task.due,
    plannedAt: at('2022-06-27 08:00'),
    skipped: [],
    role,
    escalates: null,
  },
  role,
  recipient: {
    contact: { id: contactId('o'), unit: '安环局', post: '责任人', role, channels: ['wecom'] },
    insteadOf: null,
    isVacant: false,
  },
  money: [],
  waits: [],
  climb: null,
  behind: null,
});

const on = (today: string, items: readonly MessageItem[]): string | null =>
  shortMessage(lit(today, items), { link, today: day(today) });

const lit = (today: string, items: readonly MessageItem[]): readonly Lit[] =>
  items.map((each) => ({ item: each, lamp: timeLamp(each.task, day(today), rules) }));

describe('a text message', () => {
  const task = aTask();

  it.each([
    ['2022-06-28', 'before-3', '第三方治理工作平台6月30日（周四）到期，还有2天，请签收报进展'],
    ['2022-06-30', 'due', '第三方治理工作平台今天到期，请报完成或说明原因'],
    ['2022-05-05', 'assigned-1', '新交办：第三方治理工作平台，6月30日前完成，请签收'],
  ])('on %s, at %s, says: %s', (today, rung, words) => {
    expect(on(today, [item(task, rung)])).toBe(`【如期】${words} lx.example.cn/a/7Fq2kXm9PzVt`);
  });

  it('says that something is overdue to who is to act, and otherwise to who is to ask', () => {
    expect(on('2022-07-08', [item(task, 'overdue-3')])).toContain(
      '红灯：第三方治理工作平台已逾期8天，请今日签收反馈',
    );
    expect(on('2022-07-08', [item(task, 'overdue-3', 'principalLeader')])).toContain(
      '抄报：第三方治理工作平台已逾期8天，请过问',
    );
  });

  it('counts where there is more than one, and says nothing where nothing is to be done', () => {
    const later = aTask({ due: day('2022-07-31') });
    expect(on('2022-07-08', [item(task), item(later)])).toContain('您有1项红灯、1项其他工作');
    expect(on('2022-06-08', [item(task), item(task)])).toContain('您有2项工作要办');
    expect(on('2022-06-08', [])).toBeNull();
    expect(
      shortMessage(lit('2022-06-08', [item(task)]), { link: null, today: day('2022-06-08') }),
    ).toBeNull();
  });

  it('of every task of the real plan fits 70 characters, early, late and on its day', async () => {
    const { tasks } = await readSample(at('2022-06-15 08:00'));
    for (const each of tasks) {
      for (const [today, rung] of [
        ['2022-06-01', 'assigned-1'],
        ['2022-06-15', 'before-15'],
        [each.due?.toString() ?? '2022-06-15', 'due'],
        ['2023-02-15', 'overdue-weekly-3'],
      ] as const) {
        const text = on(today, [item(each, rung)]);
        expect([each.id, text !== null && text.length <= 70]).toEqual([each.id, true]);
      }
    }
  });

  it('is refused where it would be longer, and never cut', () => {
    const far = `https://${'very-'.repeat(8)}far.example.cn/a/7Fq2kXm9PzVt`;
    expect(
      shortMessage(lit('2022-06-08', [item(task)]), { link: far, today: day('2022-06-08') }),
    ).toBeNull();
  });
});
