import type { Temporal } from 'temporal-polyfill';
import { type Post, postFor } from '../contacts/contact.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import { type At, granted, passedBy, redated, requested } from './date-moves.ts';
import { handedIn } from './due-figure.ts';
import { held, resumed, returned } from './held.ts';
import { missingAsked, returnDayFor } from './reporting-duty.ts';
import { statusName, type Task, type TaskStatus } from './task.ts';

/** An action on a task. */
export type Move =
  | { readonly act: 'assign'; readonly owner?: Post }
  | { readonly act: 'signFor' }
  | {
      readonly act: 'report';
      /** Percentage, 0 to 100; null keeps the current value. */
      readonly progress: number | null;
      readonly note: string;
      readonly evidence: readonly string[];
    }
  | { readonly act: 'submit' }
  | { readonly act: 'verify' }
  | { readonly act: 'return' }
  | {
      readonly act: 'requestExtension';
      readonly due: Temporal.PlainDate;
      readonly why: string;
      /** The requesting post; defaults to the owner's post. */
      readonly by?: Post;
    }
  /** `by` as in a request. */
  | { readonly act: 'disown'; readonly why: string; readonly by?: Post }
  /** Rejects a dispute: the post stays responsible. */
  | { readonly act: 'keep' }
  | { readonly act: 'grant'; readonly due: Temporal.PlainDate }
  | { readonly act: 'refuse' }
  | { readonly act: 'redate'; readonly due: Temporal.PlainDate }
  /** Corrects a date entered by mistake; may be in the past. */
  | { readonly act: 'correctDue'; readonly due: Temporal.PlainDate }
  | { readonly act: 'reassign'; readonly leadUnit: string; readonly owner?: Post }
  | { readonly act: 'suspend' }
  /** Resumes with the given date, or with the previous one. */
  | { readonly act: 'resume'; readonly due?: Temporal.PlainDate }
  | { readonly act: 'withdraw' };

export type Act = Move['act'];

/** Names of the acts in Chinese. */
export const actName: Readonly<Record<Act, string>> = {
  assign: '交办',
  signFor: '签收',
  report: '反馈',
  submit: '报办结',
  verify: '核验销号',
  return: '退办',
  requestExtension: '申请延期',
  disown: '提出不属本岗位',
  keep: '维持责任',
  grant: '同意延期',
  refuse: '不同意延期',
  redate: '核定期限',
  correctDue: '更正期限',
  reassign: '改派',
  suspend: '中止',
  resume: '恢复',
  withdraw: '撤销',
};

const LIVE = ['pendingAcceptance', 'inProgress', 'returned'] as const;
const NOT_ENDED = [...LIVE, 'pendingReview', 'suspended'] as const;

/**
 * `same` keeps the status; `inHand` also keeps it, except that a pending acceptance is completed.
 */
type Leads = TaskStatus | 'same' | 'inHand';

/** Allowed statuses and resulting status of each act. */
const table: Readonly<Record<Act, { readonly from: readonly TaskStatus[]; readonly to: Leads }>> = {
  assign: { from: LIVE, to: 'pendingAcceptance' },
  signFor: { from: ['pendingAcceptance'], to: 'inProgress' },
  report: { from: LIVE, to: 'inHand' },
  submit: { from: LIVE, to: 'pendingReview' },
  verify: { from: ['pendingReview'], to: 'closed' },
  // Also reopens a task that was closed by mistake.
  return: { from: ['pendingReview', 'closed'], to: 'returned' },
  requestExtension: { from: LIVE, to: 'same' },
  disown: { from: LIVE, to: 'same' },
  keep: { from: LIVE, to: 'same' },
  grant: { from: LIVE, to: 'same' },
  refuse: { from: LIVE, to: 'same' },
  redate: { from: NOT_ENDED, to: 'same' },
  correctDue: { from: NOT_ENDED, to: 'same' },
  reassign: { from: LIVE, to: 'pendingAcceptance' },
  suspend: { from: LIVE, to: 'suspended' },
  resume: { from: ['suspended'], to: 'inProgress' },
  withdraw: { from: NOT_ENDED, to: 'withdrawn' },
};

/** Acts allowed in the status of `task`; an extension can only be decided if requested. */
export const allowedActs = (task: Pick<Task, 'status' | 'request' | 'disowned'>): readonly Act[] =>
  (Object.keys(table) as Act[]).filter(
    (act) => table[act].from.includes(task.status) && isAskedFor(act, task),
  );

function isAskedFor(act: Act, { request, disowned }: Pick<Task, 'request' | 'disowned'>): boolean {
  if (act === 'disown') return disowned === null;
  if (act === 'keep') return disowned !== null;
  if (act === 'grant' || act === 'refuse') return request !== null;
  return act !== 'requestExtension' || request === null;
}

/** Whether the act cannot be undone. */
export const isFinal = (act: Act): boolean => act === 'withdraw';

/** Status of a task after `act`, if allowed. */
export const statusLedTo = (status: TaskStatus, act: Act): TaskStatus =>
  statusAfter({ status }, table[act].to);

/** Whether the act requires a reason when it affects the work of others. */
export const needsReason = (act: Act): boolean => NEEDS_REASON.has(act);

const NEEDS_REASON: ReadonlySet<Act> = new Set(['return', 'keep', 'correctDue']);

/** `task` after a move, or why the move is refused, in Chinese. */
export type MoveOutcome = { readonly task: Task } | { readonly refusal: string };

/** Applies `move` to `task` at `now`. No move changes `originalDue`. */
export function moved(task: Task, move: Move, now: Temporal.Instant, rules: Rules): MoveOutcome {
  if (!allowedActs(task).includes(move.act)) return { refusal: notAllowed(task, move.act) };
  const status = statusAfter(task, table[move.act].to);
  const at = { now, today: localDay(now, rules), rules };
  const next = changed({ ...task, status }, move, at);
  if (typeof next === 'string') return { refusal: next };
  return { task: endsRequest(task, move) ? { ...next, request: null } : next };
}

/** Acts that keep a pending request for a later date, or decide it. */
const LEAVES_REQUEST: ReadonlySet<Act> = new Set([
  'signFor',
  'report',
  'requestExtension',
  'disown',
  'keep',
  'grant',
  'refuse',
]);

/** Whether `move` leaves no pending request to decide. */
export function endsRequest({ request, owner }: Task, move: Move): boolean {
  if (request === null || LEAVES_REQUEST.has(move.act)) return false;
  return move.act !== 'assign' || (move.owner ?? owner) !== owner;
}

function notAllowed(task: Task, act: Act): string {
  const allowed = allowedActs(task).map((each) => actName[each]);
  const now = allowed.length === 0 ? '不能再办任何手续' : `现在可以：${allowed.join('、')}`;
  return `“${statusName[task.status]}”的事项不能${actName[act]}，${now}`;
}

function statusAfter({ status }: Pick<Task, 'status'>, to: Leads): TaskStatus {
  if (to === 'same') return status;
  if (to === 'inHand') return status === 'pendingAcceptance' ? 'inProgress' : status;
  return to;
}

type Effect<Of extends Act> = (
  task: Task,
  move: Extract<Move, { readonly act: Of }>,
  at: At,
) => Task | string;

/**
 * Effects of a move besides the status; a string refuses it. Acts not listed have no other effect.
 */
const effects: { readonly [Of in Act]?: Effect<Of> } = {
  assign: (task, { owner = task.owner }, at) => handedOver(task, owner, at),
  report: reported,
  signFor: (task) => ({ ...task, disowned: null }),
  submit: submitted,
  return: (task, _, at) => returned(task, at),
  suspend: (task, _, at) => held(task, at),
  resume: (task, { due }, at) => resumed(task, due, at),
  requestExtension: requested,
  grant: granted,
  disown: (task, { why, by = task.owner }, { now }) => ({
    ...task,
    disowned: { at: now, why, by },
  }),
  keep: (task) => ({ ...task, disowned: null }),
  refuse: (task) => ({ ...task, request: null }),
  redate: (task, { due }, { today }) => passedBy(due, today) ?? redated(task, due, today),
  correctDue: (task, { due }, { today }) => redated(task, due, today),
  reassign: reassigned,
};

function changed(task: Task, move: Move, at: At): Task | string {
  // The table's key and the move's act are one and the same, which a lookup cannot show.
  const effect = effects[move.act] as Effect<Act> | undefined;
  return effect ? effect(task, move, at) : task;
}

function reported(
  task: Task,
  { progress: said, note, evidence }: Extract<Move, { act: 'report' }>,
  { now, rules }: At,
): Task | string {
  const progress = said ?? task.progress;
  if (!Number.isInteger(progress) || progress < 0 || progress > 100) {
    return `进度 ${progress} 不是 0 到 100 的整数`;
  }
  return {
    ...task,
    progress,
    disowned: null,
    lastReport: {
      at: now,
      note,
      progress,
      isReturned: false,
      period: returnDayFor(task, now, rules),
    },
    evidence: [...task.evidence, ...evidence],
  };
}

/** Reports completion, which also answers the last request; the office verifies it. */
function submitted(task: Task, _: unknown, at: At): Task {
  const answered = missingAsked(task, at.now, at.rules);
  const next = { ...held(task, at), ...handedIn(task, at.today) };
  return answered ? { ...next, handedInFor: answered } : next;
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
