import { Temporal } from 'temporal-polyfill';
import { dayWords } from '../base/words.ts';
import type { Extension } from './extension.ts';
import { isAskedInTime, type Task } from './task.ts';

/**
 * How a task stands, or ended, against one date. asked: the date has passed while a timely request for
 * a later one waits; held: the task is suspended.
 */
type Timeliness = 'early' | 'onTime' | 'late' | 'open' | 'overdue' | 'asked' | 'held';

const timelinessName: Readonly<Record<Timeliness, string>> = {
  early: '提前完成',
  onTime: '按期完成',
  late: '逾期完成',
  open: '未到期',
  overdue: '逾期',
  asked: '延期申请待批复',
  held: '中止',
};

/** What a task's timeliness is judged by. */
type Dated = Pick<Task, 'status' | 'request'> & {
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
  const { originalDue, due, doneOn, status } = task;
  if (status === 'suspended') return { byOriginal: 'held', byCurrent: 'held' };
  const byOriginal = against(originalDue, doneOn, today);
  const byCurrent = against(due, doneOn, today);
  if (task.extensions.some((layer) => layer.isLate)) {
    return { byOriginal, byCurrent: doneOn ? 'late' : 'overdue' };
  }
  if (byCurrent !== 'overdue' || !isAskedInTime(task)) return { byOriginal, byCurrent };
  return {
    byOriginal: String(originalDue) === String(due) ? 'asked' : byOriginal,
    byCurrent: 'asked',
  };
}

/**
 * Where a task stands on `today`, in words. That a date is later by now is said with why it does not
 * count: the extension was asked for after the date it replaced.
 *
 * @param timeZone - IANA name of the park's zone.
 */
export function timelinessWords(task: Dated, today: Temporal.PlainDate, timeZone: string): string {
  const { byOriginal, byCurrent } = timeliness(task, today);
  const words = `按原定期限${timelinessName[byOriginal]}，按现行期限${timelinessName[byCurrent]}`;
  const late =
    task.status === 'suspended' ? undefined : task.extensions.find(({ isLate }) => isLate);
  if (late === undefined) return words;
  const asked = late.requestedAt.toZonedDateTimeISO(timeZone).toPlainDate();
  return `${words}（延期是过期后申请的：${dayWords(late.from, today)}到期，${dayWords(asked, today)}才申请）`;
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
