import type { Contact } from '../../functions/domain/contacts/contact.ts';
import type { TaskNotice } from '../../functions/domain/deadlines/task-notice.ts';
import type { MessageItem } from '../../functions/domain/messages/item.ts';
import type { Letter } from '../../functions/domain/messages/letter.ts';
import { occasionOf } from '../../functions/domain/tasks/occasion-codec.ts';
import type { Task } from '../../functions/domain/tasks/task.ts';
import { at } from './builders.ts';
import { contactId, postId } from './ids.ts';

export const owner: Contact = {
  id: contactId('o'),
  unit: '安环局',
  post: '安环局责任人',
  role: 'owner',
  channels: ['wecom'],
};
export const recipient = { contact: owner, insteadOf: null, isVacant: false };

/** An item about `task`, told to its owner because of `before-15`. */
export const item = (
  task: Task,
  over: Partial<TaskNotice> = {},
  rest: Partial<MessageItem> = {},
): MessageItem => ({
  task,
  notice: {
    about: 'task',
    task: task.id,
    occasion: occasionOf('before-15'),
    post: postId('owner@安环局'),
    due: task.due,
    plannedAt: at('2022-06-27 08:00'),
    skipped: [],
    role: 'owner',
    escalates: null,
    ...over,
  },
  role: 'owner',
  recipient,
  money: [],
  waits: [],
  climb: null,
  behind: null,
  ...rest,
});

/** A letter with `items` that is written at `now`, local time of the park. */
export const letter = (
  now: string,
  items: readonly MessageItem[],
  over: Partial<Letter> = {},
): Letter => ({
  recipient,
  items,
  remarks: [],
  sheets: [],
  now: at(now),
  link: null,
  ...over,
});
