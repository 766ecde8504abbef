import type { Temporal } from 'temporal-polyfill';
import { type Post, postFor } from '../contacts/contact.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import { type At, granted, passedBy, redated, requested } from './date-moves.ts';
import { handedIn } from './due-figure.ts';
import { held, resumed, returned } from './held.ts';
import { missingAsked, returnDayFor } from './reporting-duty.ts';
import { statusName, type Task, type TaskStatus } from './task.ts';

/** What somebody does to a task. */
export type Move =
  | { readonly act: 'assign'; readonly owner?: Post }
  | { readonly act: 'signFor' }
  | {
      readonly act: 'report';
      /** Percent, 0 to 100; null leaves it as it is. */
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
      /** Who asks; the owner's post where nobody is named. */
      readonly by?: Post;
    }
  /** `by` as in a request. */
  | { readonly act: 'disown'; readonly why: string; readonly by?: Post }
  /** The post stays answerable, whatever it said. */
  | { readonly act: 'keep' }
  | { readonly act: 'grant'; readonly due: Temporal.PlainDate }
  | { readonly act: 'refuse' }
  | { readonly act: 'redate'; readonly due: Temporal.PlainDate }
  /** Mends a date that was entered by mistake: it may have passed. */
  | { readonly act: 'correctDue'; readonly due: Temporal.PlainDate }
  | { readonly act: 'reassign'; readonly leadUnit: string; readonly owner?: Post }
  | { readonly act: 'suspend' }
  /** Goes on with the date it had, passed or not, where that is named, else with a new one. */
  | { readonly act: 'resume'; readonly due?: Temporal.PlainDate }
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

/** The acts that the status of `task` allows; an extension is decided only where one is asked for. */
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

/** Whether no later move takes it back, so that who makes it by mistake would be stuck with it. */
export const isFinal = (act: Act): boolean => act === 'withdraw';

/** The status that a task has after `act`, if its status before allows the act. */
export const statusLedTo = (status: TaskStatus, act: Act): TaskStatus =>
  statusAfter({ status }, table[act].to);

/** Whether who does this to somebody else's work has to say why. */
export const needsReason = (act: Act): boolean => NEEDS_REASON.has(act);

const NEEDS_REASON: ReadonlySet<Act> = new Set(['return', 'keep', 'correctDue']);

/** `task` after a move, or why it cannot be made, in words for its mover. */
export type Outcome = { readonly task: Task } | { readonly refusal: string };

/** `task` after `move` made at `now`. No move changes `originalDue`. */
export function moved(task: Task, move: Move, now: Temporal.Instant, rules: Rules): Outcome {
  if (!allowedActs(task).includes(move.act)) return { refusal: notAllowed(task, move.act) };
  const status = statusAfter(task, table[move.act].to);
  const at = { now, today: localDay(now, rules), rules };
  const next = changed({ ...task, status }, move, at);
  if (typeof next === 'string') return { refusal: next };
  return { task: endsRequest(task, move) ? { ...next, request: null } : next };
}

/** The acts that leave an open request for a later date as it is, or decide it. */
const LEAVES_REQUEST: ReadonlySet<Act> = new Set([
  'signFor',
  'report',
  'requestExtension',
  'disown',
  'keep',
  'grant',
  'refuse',
]);

/** Whether nothing is left to decide about the open request of `task` once `move` is made. */
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

/** What a move changes besides the status; text refuses. An act that is not here changes nothing else. */
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

/** Reported done, which answers what was asked for last: whether it holds is for the office to say. */
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
