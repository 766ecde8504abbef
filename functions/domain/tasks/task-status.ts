import { z } from 'zod';

export const TaskStatus = z.enum([
  'pendingAcceptance',
  'inProgress',
  'pendingReview',
  'returned',
  'closed',
  'suspended',
  'withdrawn',
]);
export type TaskStatus = z.infer<typeof TaskStatus>;

/** The statuses in Chinese. */
export const statusName: Readonly<Record<TaskStatus, string>> = {
  pendingAcceptance: '待签收',
  inProgress: '推进中',
  pendingReview: '待核验',
  returned: '退办',
  closed: '已办结',
  suspended: '中止',
  withdrawn: '撤销',
};

const LIVE: ReadonlySet<TaskStatus> = new Set(['pendingAcceptance', 'inProgress', 'returned']);
const ENDED: ReadonlySet<TaskStatus> = new Set(['closed', 'withdrawn']);

type Standing = { readonly status: TaskStatus; readonly yearClosed?: true };

/**
 * Whether the ladder speaks about the task: it is neither ended nor held by the office, and its year is
 * not closed.
 */
export const isLive = ({ status, yearClosed }: Standing): boolean =>
  LIVE.has(status) && yearClosed !== true;

/** Whether nothing will ever be due about the task again. */
export const isEnded = ({ status }: { readonly status: TaskStatus }): boolean => ENDED.has(status);

/** Whether the task stays as it is: it ended, or its year is closed. */
export const isAtRest = ({ status, yearClosed }: Standing): boolean =>
  isEnded({ status }) || yearClosed === true;
