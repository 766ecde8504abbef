import { Temporal } from 'temporal-polyfill';
import type { PostId } from '../base/ids.ts';
import type { Rules } from '../policy/hours.ts';
import type { Task } from './task.ts';

/** Context of a move. */
export type At = {
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly rules: Rules;
};

/** A later date that somebody asks for. */
type Wish = {
  readonly due: Temporal.PlainDate;
  readonly why: string;
  readonly by?: PostId;
};

/** Requests a later date. Changes nothing until the office decides. */
export function requested(
  task: Task,
  { due, why, by = task.owner }: Wish,
  { now, today }: At,
): Task | string {
  if (task.due === null) return '没有期限的事项不用申请延期';
  if (Temporal.PlainDate.compare(due, task.due) <= 0) {
    return `申请的日期 ${due.toString()} 不比现在的期限 ${task.due.toString()} 晚`;
  }
  const refusal = passedBy(due, today);
  if (refusal !== undefined) return refusal;
  const isLate = Temporal.PlainDate.compare(today, task.due) > 0;
  return { ...task, request: { at: now, due, why, isLate, by } };
}

/** Grants an extension as a layer over the previous date; the ladder restarts after today. */
export function granted(task: Task, { due }: Pick<Wish, 'due'>, { now, today }: At): Task | string {
  const { request, due: from } = task;
  if (request === null || from === null) return '没有待批的延期申请';
  if (Temporal.PlainDate.compare(due, from) <= 0) {
    return `批准的日期 ${due.toString()} 不比现在的期限 ${from.toString()} 晚`;
  }
  const refusal = passedBy(due, today);
  if (refusal !== undefined) return refusal;
  const { at: requestedAt, isLate } = request;
  const layer = { requestedAt, grantedAt: now, from, to: due, isLate };
  const next = redated(task, due, today);
  return typeof next === 'string'
    ? next
    : { ...next, request: null, extensions: [...task.extensions, layer] };
}

/** `task` due on `due` from now on: rungs up to today are skipped, except the due date. */
export function redated(
  task: Task,
  due: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Task | string {
  if (task.kind === 'standing') return '长期事项没有期限，不能核定期限';
  if (Temporal.PlainDate.compare(due, task.start) < 0) {
    return `新期限 ${due.toString()} 早于开始日期 ${task.start.toString()}`;
  }
  const overdueCount = { day: today, counted: 0 };
  return { ...task, due, duePrecision: 'set', silentThrough: today, overdueCount };
}

/** Why `due` is invalid for a task on `today`; undefined if valid. */
export const passedBy = (due: Temporal.PlainDate, today: Temporal.PlainDate): string | undefined =>
  Temporal.PlainDate.compare(due, today) < 0
    ? `${due.toString()} 已经过去，期限应是今天（${today.toString()}）或以后`
    : undefined;
