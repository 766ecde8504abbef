import type { Temporal } from 'temporal-polyfill';
import type { TaskId } from '../base/ids.ts';
import { dayWords } from '../base/words.ts';
import type { Rules } from '../policy/hours.ts';
import type { Task } from './task.ts';
import { isEnded } from './task-status.ts';
import { timeLamp } from './time-lamp.ts';

/** What of a task is named where another one waits for it, or is held up by it. */
type Other = Pick<Task, 'title' | 'leadUnit' | 'due' | 'status'> & Parameters<typeof timeLamp>[0];

/** Whether `task` holds up those that wait for it: it has not ended, and is not reported done. */
export const holdsUp = (task: Pick<Task, 'status'>): boolean =>
  !isEnded(task) && task.status !== 'pendingReview';

/** `《标题》（安环局，6月30日（周四）到期）`; a date that has passed is told by the lamp of time. */
export function otherWords(other: Other, today: Temporal.PlainDate, rules: Rules): string {
  return `《${other.title}》（${other.leadUnit}，${dateWords(other, today, rules)}）`;
}

function dateWords(other: Other, today: Temporal.PlainDate, rules: Rules): string {
  const { due, status } = other;
  if (status === 'suspended') return '已中止';
  if (due === null) return '没有期限';
  return due.since(today).sign >= 0
    ? `${dayWords(due, today)}到期`
    : timeLamp(other, today, rules).reason;
}

/** What a task that is not ended waits for, and what waits for it once it is late; a line each. */
export function dependencyLines(
  { waits, moves }: { readonly waits: readonly Other[]; readonly moves: readonly Other[] },
  today: Temporal.PlainDate,
  rules: Rules,
): readonly string[] {
  const named = (others: readonly Other[]): string =>
    others.map((other) => otherWords(other, today, rules)).join('、');
  return [
    ...(waits.length === 0 ? [] : [`等待：等${named(waits)}`]),
    ...(moves.length === 0 ? [] : [`牵连：${named(moves)}在等这项工作`]),
  ];
}

/** The tasks of `all` that are not ended, by what they wait for. */
export function dependentsIn(all: readonly Task[]): ReadonlyMap<TaskId, readonly Task[]> {
  const pairs = all
    .filter((task) => !isEnded(task))
    .flatMap((task) => task.waitsFor.map((id) => ({ id, task })));
  return new Map(
    [...Map.groupBy(pairs, ({ id }) => id)].map(([id, group]) => [
      id,
      group.map(({ task }) => task),
    ]),
  );
}
