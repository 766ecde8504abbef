import { type Act, actName, isYearEnd } from './move.ts';
import type { Task } from './task.ts';
import { statusName, type TaskStatus } from './task-status.ts';

const LIVE = ['pendingAcceptance', 'inProgress', 'returned'] as const;
const NOT_ENDED = [...LIVE, 'pendingReview', 'suspended'] as const;

/**
 * `same` keeps the status; `inHand` also keeps it, except that a pending acceptance is completed.
 */
type Leads = TaskStatus | 'same' | 'inHand';

/** What decides which acts are open besides the status. */
type Asked = Pick<Task, 'status' | 'request' | 'disowned' | 'yearClosed'> &
  Partial<Pick<Task, 'supportingUnits'>>;

/** Allowed statuses and resulting status of each act. */
const table: Readonly<Record<Act, { readonly from: readonly TaskStatus[]; readonly to: Leads }>> = {
  assign: { from: LIVE, to: 'pendingAcceptance' },
  signFor: { from: ['pendingAcceptance'], to: 'inProgress' },
  report: { from: LIVE, to: 'inHand' },
  support: { from: LIVE, to: 'same' },
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
  waitFor: { from: NOT_ENDED, to: 'same' },
  urge: { from: LIVE, to: 'same' },
  nodes: { from: LIVE, to: 'same' },
  amend: { from: NOT_ENDED, to: 'same' },
  carryOver: { from: LIVE, to: 'same' },
  deemDone: { from: LIVE, to: 'closed' },
};

/**
 * Acts that are offered in the status of `task`; an extension can only be decided if requested. Those
 * that close a year are offered on its list alone, and nothing once it is closed.
 */
export const allowedActs = (task: Asked): readonly Act[] =>
  task.yearClosed
    ? []
    : (Object.keys(table) as Act[]).filter((act) => !isYearEnd(act) && isAllowed(task, act));

/** Whether `act` is allowed in the status of `task`. */
export const isAllowed = (task: Asked, act: Act): boolean =>
  table[act].from.includes(task.status) && isAskedFor(act, task);

function isAskedFor(act: Act, { request, disowned, supportingUnits = [] }: Asked): boolean {
  if (act === 'support') return supportingUnits.length > 0;
  if (act === 'disown') return disowned === null;
  if (act === 'keep') return disowned !== null;
  if (act === 'grant' || act === 'refuse') return request !== null;
  return act !== 'requestExtension' || request === null;
}

/** Status of a task after `act`, if allowed. */
export const statusLedTo = (status: TaskStatus, act: Act): TaskStatus =>
  statusAfter({ status }, table[act].to);

/** Why `act` is refused in the status of `task`, in Chinese. */
export function notAllowed(task: Task, act: Act): string {
  const allowed = allowedActs(task).map((each) => actName[each]);
  const now = allowed.length === 0 ? '不能再办任何手续' : `现在可以：${allowed.join('、')}`;
  return `“${statusName[task.status]}”的事项不能${actName[act]}，${now}`;
}

function statusAfter({ status }: Pick<Task, 'status'>, to: Leads): TaskStatus {
  if (to === 'same') return status;
  if (to === 'inHand') return status === 'pendingAcceptance' ? 'inProgress' : status;
  return to;
}
