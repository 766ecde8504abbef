import { Temporal } from 'temporal-polyfill';
import { type Post, postFor } from './contact.ts';
import { handedIn } from './due-figure.ts';
import { localDay, type Rules, sendInstant } from './hours.ts';
import { returnDayFor } from './returns.ts';
import { statusName, type Task, type TaskStatus } from './task.ts';

/** What somebody does to a task. */
export type Move =
  | { readonly act: 'assign'; readonly owner?: Post }
  | { readonly act: 'signFor' }
  | {
      readonly act: 'report';
      /** Percent, 0 to 100. */
      readonly progress: number;
      readonly note: string;
      readonly evidence: readonly string[];
    }
  | { readonly act: 'submit' }
  | { readonly act: 'verify' }
  | { readonly act: 'return' }
  | { readonly act: 'requestExtension'; readonly due: Temporal.PlainDate; readonly why: string }
  | { readonly act: 'disown'; readonly why: string }
  | { readonly act: 'grant'; readonly due: Temporal.PlainDate }
  | { readonly act: 'refuse' }
  | { readonly act: 'redate'; readonly due: Temporal.PlainDate }
  | { readonly act: 'reassign'; readonly leadUnit: string; readonly owner?: Post }
  | { readonly act: 'suspend' }
  | { readonly act: 'resume' }
  | { readonly act: 'withdraw' };

export type Act = Move['act'];

/** The acts as people name them. */
export const actName: Readonly<Record<Act, string>> = {
  assign: '交办',
  signFor: '签收',
  report: '反馈',
  submit: '报办结',
  verify: '核验销号',
  return: '退办',
  requestExtension: '申请延期',
  disown: '提出不属本岗位',
  grant: '同意延期',
  refuse: '不同意延期',
  redate: '核定期限',
  reassign: '改派',
  suspend: '中止',
  resume: '恢复',
  withdraw: '撤销',
};

const LIVE = ['pendingAcceptance', 'inProgress', 'returned'] as const;
const NOT_ENDED = [...LIVE, 'pendingReview', 'suspended'] as const;

/** `same` keeps the status; `inHand` keeps it too, but for a task that was still to be accepted. */
type Leads = TaskStatus | 'same' | 'inHand';

/** From which statuses an act is allowed, and which status it leads to. */
const table: Readonly<Record<Act, { readonly from: readonly TaskStatus[]; readonly to: Leads }>> = {
  assign: { from: LIVE, to: 'pendingAcceptance' },
  signFor: { from: ['pendingAcceptance'], to: 'inProgress' },
  report: { from: LIVE, to: 'inHand' },
  submit: { from: LIVE, to: 'pendingReview' },
  verify: { from: ['pendingReview'], to: 'closed' },
  // A task that was closed by mistake, or too early, goes on too.
  return: { from: ['pendingReview', 'closed'], to: 'returned' },
  requestExtension: { from: LIVE, to: 'same' },
  disown: { from: LIVE, to: 'same' },
  grant: { from: LIVE, to: 'same' },
  refuse: { from: LIVE, to: 'same' },
  redate: { from: NOT_ENDED, to: 'same' },
  reassign: { from: LIVE, to: 'pendingAcceptance' },
  suspend: { from: LIVE, to: 'suspended' },
  resume: { from: ['suspended'], to: 'inProgress' },
  withdraw: { from: NOT_ENDED, to: 'withdrawn' },
};

/** The acts that the status of `task` allows; an extension is decided only where one is asked for. */
export const allowedActs = (task: Pick<Task, 'status' | 'request' | 'disowned'>): readonly Act[] =>
  (Object.keys(table) as Act[]).filter(
    (act) => table[act].from.includes(task.status) && isAskedFor(act, task),
  );

function isAskedFor(act: Act, { request, disowned }: Pick<Task, 'request' | 'disowned'>): boolean {
  if (act === 'disown') return disowned === null;
  if (act === 'grant' || act === 'refuse') return request !== null;
  return act !== 'requestExtension' || request === null;
}

/** Whether no later move takes it back, so that who makes it by mistake would be stuck with it. */
export const isFinal = (act: Act): boolean => act === 'withdraw';

/** Whether who does this to somebody else's work has to say why. */
export const needsReason = (act: Act): boolean => act === 'return';

/** `task` after a move, or why it cannot be made, in words for its mover. */
export type Outcome = { readonly task: Task } | { readonly refusal: string };

/** `task` after `move` made at `now`. No move changes `originalDue`. */
export function moved(task: Task, move: Move, now: Temporal.Instant, rules: Rules): Outcome {
  if (!allowedActs(task).includes(move.act)) return { refusal: notAllowed(task, move.act) };
  const status = statusAfter(task, table[move.act].to);
  const at = { now, today: localDay(now, rules), rules };
  const next = changed({ ...task, status }, move, at);
  return typeof next === 'string' ? { refusal: next } : { task: next };
}

function notAllowed(task: Task, act: Act): string {
  const allowed = allowedActs(task).map((each) => actName[each]);
  const now = allowed.length === 0 ? '不能再办任何手续' : `现在可以：${allowed.join('、')}`;
  return `“${statusName[task.status]}”的事项不能${actName[act]}，${now}`;
}

function statusAfter({ status }: Task, to: Leads): TaskStatus {
  if (to === 'same') return status;
  if (to === 'inHand') return status === 'pendingAcceptance' ? 'inProgress' : status;
  return to;
}

/** When and where a move is made. */
type At = {
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly rules: Rules;
};

type Effect<Of extends Act> = (
  task: Task,
  move: Extract<Move, { readonly act: Of }>,
  at: At,
) => Task | string;

/** What a move changes besides the status; text refuses. An act that is not here changes nothing else. */
const effects: { readonly [Of in Act]?: Effect<Of> } = {
  assign: (task, { owner = task.owner }, at) => handedOver(task, owner, at),
  report: reported,
  signFor: (task) => ({ ...task, disowned: null }),
  submit: (task, _, { today }) => ({ ...task, ...handedIn(task, today) }),
  return: (task, _, at) => ({ ...task, doneOn: null, silentThrough: lastPassed(task, at) }),
  resume: (task, _, at) => ({ ...task, silentThrough: lastPassed(task, at) }),
  requestExtension: requested,
  grant: granted,
  disown: (task, { why }, { now }) => ({ ...task, disowned: { at: now, why } }),
  refuse: (task) => ({ ...task, request: null }),
  redate: (task, { due }, { today }) => redated(task, due, today),
  reassign: reassigned,
};

function changed(task: Task, move: Move, at: At): Task | string {
  // The table's key and the move's act are one and the same, which a lookup cannot show.
  const effect = effects[move.act] as Effect<Act> | undefined;
  return effect ? effect(task, move, at) : task;
}

function reported(
  task: Task,
  { progress, note, evidence }: Extract<Move, { act: 'report' }>,
  { now, rules }: At,
): Task | string {
  if (!Number.isInteger(progress) || progress < 0 || progress > 100) {
    return `进度 ${progress} 不是 0 到 100 的整数`;
  }
  return {
    ...task,
    progress,
    disowned: null,
    lastReport: { at: now, note, period: returnDayFor(task, now, rules) },
    evidence: [...task.evidence, ...evidence],
  };
}

function requested(
  task: Task,
  { due, why }: Extract<Move, { act: 'requestExtension' }>,
  { now, today }: At,
): Task | string {
  if (task.due === null) return '没有期限的事项不用申请延期';
  if (Temporal.PlainDate.compare(due, task.due) <= 0) {
    return `申请的日期 ${due.toString()} 不比现在的期限 ${task.due.toString()} 晚`;
  }
  const isLate = Temporal.PlainDate.compare(today, task.due) > 0;
  return { ...task, request: { at: now, due, why, isLate } };
}

/** A granted extension is a layer over the date before; the ladder starts anew after today. */
function granted(
  task: Task,
  { due }: Extract<Move, { act: 'grant' }>,
  { now, today }: At,
): Task | string {
  const { request, due: from } = task;
  if (request === null || from === null) return '没有待批的延期申请';
  if (Temporal.PlainDate.compare(due, from) <= 0) {
    return `批准的日期 ${due.toString()} 不比现在的期限 ${from.toString()} 晚`;
  }
  const { at: requestedAt, isLate } = request;
  const layer = { requestedAt, grantedAt: now, from, to: due, isLate };
  const next = redated(task, due, today);
  return typeof next === 'string'
    ? next
    : { ...next, request: null, extensions: [...task.extensions, layer] };
}

function redated(task: Task, due: Temporal.PlainDate, today: Temporal.PlainDate): Task | string {
  if (task.kind === 'standing') return '长期事项没有期限，不能核定期限';
  if (Temporal.PlainDate.compare(due, task.start) < 0) {
    return `新期限 ${due.toString()} 早于开始日期 ${task.start.toString()}`;
  }
  return { ...task, due, duePrecision: 'set', silentThrough: today };
}

function reassigned(
  task: Task,
  { leadUnit, owner = postFor('owner', leadUnit) }: Extract<Move, { act: 'reassign' }>,
  at: At,
): Task {
  const responsibleLeader =
    leadUnit === task.leadUnit ? task.responsibleLeader : postFor('responsibleLeader', leadUnit);
  return handedOver({ ...task, leadUnit, responsibleLeader }, owner, at);
}

const handedOver = (task: Task, owner: Post, { now }: At): Task => ({
  ...task,
  disowned: null,
  owner,
  assignment: { number: task.assignment.number + 1, at: now.round('second') },
});

/**
 * The last day whose send time is past at `now`, but never earlier than what is silent already:
 * the rungs that passed while the office held the task are dropped, not missed.
 */
function lastPassed(task: Task, { now, today, rules }: At): Temporal.PlainDate {
  const isPast = Temporal.Instant.compare(sendInstant(today, rules), now) < 0;
  const day = isPast ? today : today.subtract({ days: 1 });
  const { silentThrough } = task;
  const isCovered = silentThrough !== null && Temporal.PlainDate.compare(silentThrough, day) > 0;
  return isCovered ? silentThrough : day;
}
