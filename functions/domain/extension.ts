import { Temporal } from 'temporal-polyfill';

/** A wish for a later date that the office has not decided yet. It changes nothing by itself. */
export type ExtensionRequest = {
  readonly at: Temporal.Instant;
  /** The date that is wished for. */
  readonly due: Temporal.PlainDate;
  readonly why: string;
  /** Made after the date had passed: the task counts as overdue whatever is granted. */
  readonly isLate: boolean;
};

/** A later date that the office granted, as a layer over the dates before it. */
export type Extension = {
  readonly requestedAt: Temporal.Instant;
  readonly grantedAt: Temporal.Instant;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly isLate: boolean;
};

/** How a task stands, or ended, against one date. */
type Timeliness = 'early' | 'onTime' | 'late' | 'open' | 'overdue';

export const timelinessName: Readonly<Record<Timeliness, string>> = {
  early: '提前完成',
  onTime: '按期完成',
  late: '逾期完成',
  open: '未到期',
  overdue: '逾期',
};

/** What a task's timeliness is judged by. */
type Dated = {
  readonly originalDue: Temporal.PlainDate | null;
  readonly due: Temporal.PlainDate | null;
  /** The day it was reported done; null while it is not. */
  readonly doneOn: Temporal.PlainDate | null;
  readonly extensions: readonly Extension[];
};

/**
 * Where a task stands on `today` by its original and by its present date. By the present date it is
 * late, or overdue, also if an extension was asked for only after the date it replaced.
 */
export function timeliness(
  task: Dated,
  today: Temporal.PlainDate,
): { readonly byOriginal: Timeliness; readonly byCurrent: Timeliness } {
  const { originalDue, due, doneOn } = task;
  const byCurrent = against(due, doneOn, today);
  const isLate = task.extensions.some((layer) => layer.isLate);
  return {
    byOriginal: against(originalDue, doneOn, today),
    byCurrent: isLate ? (doneOn ? 'late' : 'overdue') : byCurrent,
  };
}

function against(
  due: Temporal.PlainDate | null,
  doneOn: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): Timeliness {
  if (due === null) return doneOn ? 'onTime' : 'open';
  const order = Temporal.PlainDate.compare(doneOn ?? today, due);
  if (!doneOn) return order > 0 ? 'overdue' : 'open';
  if (order === 0) return 'onTime';
  return order < 0 ? 'early' : 'late';
}
