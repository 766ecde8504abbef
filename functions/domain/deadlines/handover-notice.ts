import { type ByKind, byKind, type Occasion } from '../tasks/occasion.ts';
import type { TaskNotice } from './task-notice.ts';

/** Whether `occasion` is a handover, or that nobody answered one. */
export const isHandOver = (occasion: Occasion): boolean => byKind(occasion, handsOver);

const handsOver: ByKind<boolean> = {
  before: () => false,
  due: () => false,
  overdue: () => false,
  overdueWeekly: () => false,
  handOver: () => true,
  reportDue: () => false,
  behindPace: () => false,
  awaitsOffice: () => false,
  decision: () => false,
  urge: () => false,
  nodesDone: () => false,
  unanswered: ({ after }) => isHandOver(after),
  unknown: () => false,
};

/** Whether a notice tells a handover: by itself, or next to the rung that was reached with it. */
export const tellsHandOver = ({
  occasion,
  skipped,
}: Pick<TaskNotice, 'occasion' | 'skipped'>): boolean => [occasion, ...skipped].some(isHandOver);

/** Whether a notice tells that nobody signed for a handover. */
export const isUnsignedHandOver = ({ occasion }: Pick<TaskNotice, 'occasion'>): boolean =>
  occasion.kind === 'unanswered' && isHandOver(occasion);
