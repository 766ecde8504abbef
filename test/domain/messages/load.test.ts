import { describe, expect, it } from 'vitest';
import type { TaskNotice } from '../../../functions/domain/deadlines/task-notice.ts';
import { type Digest, openedDigest } from '../../../functions/domain/messages/digest.ts';
import { loadOf } from '../../../functions/domain/messages/load.ts';
import { occasionOf } from '../../../functions/domain/tasks/occasion.ts';
import { at, day, rules } from '../../support/builders.ts';
import { contactId, taskId } from '../../support/ids.ts';

const notice: TaskNotice = {
  about: 'task',
  task: taskId('lx22-071'),
  occasion: occasionOf('before-3'),
  post: 'owner@安环局',
  role: 'owner',
  due: day('2022-06-30'),
  plannedAt: at('2022-06-27 08:00'),
  skipped: [],
  escalates: null,
};

const digest = (over: Partial<Digest> = {}): Digest => ({
  ...openedDigest(
    { park: 'linxiang', day: day('2022-06-27'), post: 'owner@安环局', number: 1 },
    notice,
    at('2022-06-27 08:00'),
  ),
  ...over,
});

const sent = {
  state: 'sent',
  contact: contactId('anhuan-owner'),
  messageId: 'm-1',
  sentAt: at('2022-06-27 08:02'),
} satisfies Partial<Digest>;

describe('the load of a contact', () => {
  it('counts messages by week, however many digests they told, and what came later the same day', () => {
    const told = (messageId: string, local: string, contact = 'a'): Digest =>
      digest({ ...sent, messageId, contact: contactId(contact), sentAt: at(local) });
    const digests = [
      told('m-1', '2022-06-27 08:00'),
      told('m-1', '2022-06-27 08:00'),
      told('m-2', '2022-06-27 15:00'),
      told('m-3', '2022-07-03 08:00'),
      told('m-4', '2022-07-04 08:00'),
      told('m-5', '2022-06-27 08:00', 'b'),
      digest(),
    ];
    expect(loadOf(digests, rules)).toEqual([
      { contact: 'a', week: '2022-W26', messages: 3, stragglers: 1 },
      { contact: 'a', week: '2022-W27', messages: 1, stragglers: 0 },
      { contact: 'b', week: '2022-W26', messages: 1, stragglers: 0 },
    ]);
  });

  it('gives the days around New Year to the week they belong to', () => {
    const newYear = digest({ ...sent, sentAt: at('2023-01-01 09:00') });
    expect(loadOf([newYear], rules)).toMatchObject([{ week: '2022-W52' }]);
  });
});
