import { z } from 'zod';
import { ParkNotice } from './park-notice.ts';
import { TaskNotice, taskNoticeKey } from './task-notice.ts';

/** That one post is to be told something. */
export const Notice = z.union([TaskNotice, ...ParkNotice.options]);
export type Notice = Readonly<z.infer<typeof Notice>>;

/** Key of a notice in the ledger; each key is sent at most once. */
export const noticeKey = (notice: Notice): string =>
  notice.about === 'task' ? taskNoticeKey(notice) : `${notice.matter}/${notice.of}/${notice.post}`;
