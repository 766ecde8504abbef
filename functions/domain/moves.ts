import { Temporal } from 'temporal-polyfill';
import { type Post, postFor } from './contact.ts';
import { localDay, type Rules, sendInstant } from './hours.ts';
import { statusName, type Task, type TaskStatus } from './task.ts';

/** What somebody does to a task. */
export type Move =
  | { readonly act: 'signFor' }
  | { readonly act: 'submit' }
  | { readonly act: 'verify' }
  | { readonly act: 'return' }
  | { readonly act: 'redate'; readonly due: Temporal.PlainDate }
  | { readonly act: 'reassign'; readonly leadUnit: string; readonly owner?: Post }
  | { readonly act: 'suspend' }
  | { readonly act: 'resume' }
  | { readonly act: 'withdraw' };

export type Act = Move['act'];

/** The acts as people name them. */
export const actName: Readonly<Record<Act, string>> = {
  signFor: '签收',
  submit: '报办结',
  verify: '核验销号',
  return: '退办',
  redate: '改期',
  reassign: '改派',
  suspend: '中止',
  resume: '恢复',
  withdraw: '撤销',
};

/** From which statuses an act is allowed, and which status it leads to; `same` keeps it. */
const table: Readonly<
  Record<Act, { readonly from: readonly TaskStatus[]; readonly to: TaskStatus | 'same' }>
> = {
  signFor: { from: ['pendingAcceptance'], to: 'inProgress' },
  submit: { from: ['pendingAcceptance', 'inProgress', 'returned'], to: 'pendingReview' },
  verify: { from: ['pendingReview'], to: 'closed' },
  return: { from: ['pendingReview'], to: 'returned' },
  redate: {
    from: ['pendingAcceptance', 'inProgress', 'returned', 'pendingReview', 'suspended'],
    to: 'same',
  },
  reassign: { from: ['pendingAcceptance', 'inProgress', 'returned'], to: 'pendingAcceptance' },
  suspend: { from: ['pendingAcceptance', 'inProgress', 'returned'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'inProgress' },
  withdraw: {
    from: ['pendingAcceptance', 'inProgress', 'returned', 'pendingReview', 'suspended'],
    to: 'withdrawn',
  },
};

/** The acts that `status` allows. */
export const allowedActs = (status: TaskStatus): readonly Act[] =>
  (Object.keys(table) as Act[]).filter((act) => table[act].from.includes(status));

/** A move that the task's status or the move's own content does not allow, in words for its mover. */
export type Refusal = { readonly reason: string };

/**
 * `task` after `move` made at `now`, or why it cannot be made. Never changes `originalDue`.
 */
export function moved(
  task: Task,
  move: Move,
  now: Temporal.Instant,
  rules: Rules,
): { readonly task: Task } | { readonly refusal: Refusal } {
  const { from, to } = table[move.act];
  if (!from.includes(task.status)) return refuse(notAllowed(task, move.act));
  const status = to === 'same' ? task.status : to;
  if (move.act === 'redate') return redated(task, move.due, localDay(now, rules));
  if (move.act === 'reassign') return { task: reassigned({ ...task, status }, move, now) };
  const isBack = move.act === 'return' || move.act === 'resume';
  const silentThrough = isBack ? lastPassed(task, now, rules) : task.silentThrough;
  return { task: { ...task, status, silentThrough } };
}

const refuse = (reason: string): { readonly refusal: Refusal } => ({ refusal: { reason } });

function notAllowed({ status }: Task, act: Act): string {
  const allowed = allowedActs(status).map((each) => actName[each]);
  const now = allowed.length === 0 ? '不能再办任何手续' : `现在可以：${allowed.join('、')}`;
  return `“${statusName[status]}”的事项不能${actName[act]}，${now}`;
}

function redated(
  task: Task,
  due: Temporal.PlainDate,
  today: Temporal.PlainDate,
): { readonly task: Task } | { readonly refusal: Refusal } {
  if (Temporal.PlainDate.compare(due, task.start) < 0) {
    return refuse(`新期限 ${due.toString()} 早于开始日期 ${task.start.toString()}`);
  }
  return { task: { ...task, due, duePrecision: 'set', silentThrough: today } };
}

function reassigned(
  task: Task,
  { leadUnit, owner }: Extract<Move, { act: 'reassign' }>,
  now: Temporal.Instant,
): Task {
  return {
    ...task,
    leadUnit,
    owner: owner ?? postFor('owner', leadUnit),
    responsibleLeader:
      leadUnit === task.leadUnit ? task.responsibleLeader : postFor('responsibleLeader', leadUnit),
    assignment: { number: task.assignment.number + 1, at: now.round('second') },
  };
}

/**
 * The last day whose send time is past at `now`, but never earlier than what is silent already:
 * the rungs that passed while the office held the task are dropped, not missed.
 */
function lastPassed(task: Task, now: Temporal.Instant, rules: Rules): Temporal.PlainDate {
  const today = localDay(now, rules);
  const isPast = Temporal.Instant.compare(sendInstant(today, rules), now) < 0;
  const day = isPast ? today : today.subtract({ days: 1 });
  const { silentThrough } = task;
  const isCovered = silentThrough !== null && Temporal.PlainDate.compare(silentThrough, day) > 0;
  return isCovered ? silentThrough : day;
}
