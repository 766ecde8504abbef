import type { TaskNotice } from '../../functions/domain/deadlines/task-notice.ts';
import { type Digest, openedDigest } from '../../functions/domain/messages/digest.ts';
import { occasionOf } from '../../functions/domain/tasks/occasion-codec.ts';
import { at, day } from './builders.ts';
import { postId, taskId } from './ids.ts';

/** What an owner is told three days before a deadline. */
export const aNotice = (over: Partial<TaskNotice> = {}): TaskNotice => ({
  about: 'task',
  task: taskId('lx22-071'),
  occasion: occasionOf('before-3'),
  post: postId('owner@安环局'),
  role: 'owner',
  due: day('2022-06-30'),
  plannedAt: at('2022-06-27 08:00'),
  skipped: [],
  escalates: null,
  ...over,
});

/** The digest of that owner and morning, opened by {@link aNotice}. */
export const aDigest = (over: Partial<Digest> = {}): Digest => ({
  ...openedDigest(
    { park: 'linxiang', day: day('2022-06-27'), post: postId('owner@安环局'), number: 1 },
    aNotice(),
    at('2022-06-27 08:00'),
  ),
  ...over,
});
