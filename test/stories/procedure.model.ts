import { Temporal } from 'temporal-polyfill';
import type { Role } from '../../functions/domain/base/role.ts';
import { type Act, isYearEnd, type Move } from '../../functions/domain/tasks/move.ts';
import type { TaskStatus } from '../../functions/domain/tasks/task-status.ts';
import { type NodeModel, nodesFollow, oneNode } from './procedure.node-model.ts';

/** All that the model knows of the one task. */
export type Model = {
  status: TaskStatus;
  unit: '安环局' | '招商局';
  isAsking: boolean;
  isDisowned: boolean;
  due: Temporal.PlainDate;
  /** The year that it counts in. */
  plan: number;
  /** How many changes there were. */
  changes: number;
  local: Temporal.PlainDateTime;
  climb: ClimbModel;
  nodes: NodeModel[];
};

/** The one climb of the task, as the design tells it: what broke the last silence, and what followed. */
export type ClimbModel = {
  /** Deliveries before this one were answered, or are about another post or date. */
  from: number;
  /** Keys that lay in the ledger at the last move: an answer to them came before they went out. */
  stale: ReadonlySet<string>;
  /** Steps of the silence since then: whom, and on which day. */
  steps: readonly { readonly role: Role; readonly on: Temporal.PlainDate }[];
  /** The last day on which anybody heard of a silence. */
  lastDay: Temporal.PlainDate | null;
  /** The day of the first signature under red since the last report; cleared once that was told. */
  promisedOn: Temporal.PlainDate | 'told' | null;
};

/** Nothing was told yet. */
export const noClimb = (): ClimbModel => ({
  from: 0,
  stale: new Set(),
  steps: [],
  lastDay: null,
  promisedOn: null,
});

const LIVE: readonly TaskStatus[] = ['pendingAcceptance', 'inProgress', 'returned'];
const OPEN: readonly TaskStatus[] = [...LIVE, 'pendingReview', 'suspended'];

/** The procedure as the design tells it, written down a second time: who, from where, to where. */
export const procedure: Readonly<
  Record<Act, { by: 'owner' | 'office'; from: readonly TaskStatus[]; to: (m: Model) => TaskStatus }>
> = {
  assign: { by: 'office', from: LIVE, to: () => 'pendingAcceptance' },
  signFor: { by: 'owner', from: ['pendingAcceptance'], to: () => 'inProgress' },
  report: {
    by: 'owner',
    from: LIVE,
    to: (m) => (m.status === 'returned' ? 'returned' : 'inProgress'),
  },
  support: { by: 'owner', from: [], to: (m) => m.status },
  submit: { by: 'owner', from: LIVE, to: () => 'pendingReview' },
  verify: { by: 'office', from: ['pendingReview'], to: () => 'closed' },
  return: { by: 'office', from: ['pendingReview', 'closed'], to: () => 'returned' },
  requestExtension: { by: 'owner', from: LIVE, to: (m) => m.status },
  disown: { by: 'owner', from: LIVE, to: (m) => m.status },
  keep: { by: 'office', from: LIVE, to: (m) => m.status },
  grant: { by: 'office', from: LIVE, to: (m) => m.status },
  refuse: { by: 'office', from: LIVE, to: (m) => m.status },
  redate: { by: 'office', from: OPEN, to: (m) => m.status },
  correctDue: { by: 'office', from: OPEN, to: (m) => m.status },
  reassign: { by: 'office', from: LIVE, to: () => 'pendingAcceptance' },
  suspend: { by: 'office', from: LIVE, to: () => 'suspended' },
  resume: { by: 'office', from: ['suspended'], to: () => 'inProgress' },
  withdraw: { by: 'office', from: OPEN, to: () => 'withdrawn' },
  waitFor: { by: 'office', from: OPEN, to: (m) => m.status },
  urge: { by: 'office', from: LIVE, to: (m) => m.status },
  nodes: { by: 'office', from: LIVE, to: (m) => m.status },
  amend: { by: 'office', from: OPEN, to: (m) => m.status },
  carryOver: { by: 'office', from: LIVE, to: (m) => m.status },
  deemDone: { by: 'office', from: LIVE, to: () => 'closed' },
};

export const owners = { 安环局: 'owner-0', 招商局: 'owner-1' } as const;

/** Whether the procedure lets anybody do `act` now. */
export const isAllowed = (model: Model, act: Act): boolean => {
  const { status, isAsking, isDisowned } = model;
  if (act === 'grant' || act === 'refuse') {
    return isAsking && procedure[act].from.includes(status);
  }
  if (act === 'requestExtension' && isAsking) return false;
  if (act === (isDisowned ? 'disown' : 'keep')) return false;
  return isInTime(model, act) && procedure[act].from.includes(status);
};

/** Whether the year of the model is over, for an act that waits for that. */
const isInTime = (model: Model, act: Act): boolean =>
  !isYearEnd(act) || todayOf(model).year > model.plan;

/** A move of this kind that fits the model's day. */
export function moveOf(act: Act, model: Model): Move {
  const special = moves[act];
  // An act that is not there is a move by its name alone.
  return special ? special(model) : ({ act } as Move);
}

/** The day it is. */
const todayOf = ({ local }: Model): Temporal.PlainDate => local.toPlainDate();

/** A day that is later than the present date, and than today. */
function laterThan(model: Model): Temporal.PlainDate {
  const [today, { due }] = [todayOf(model), model];
  return (Temporal.PlainDate.compare(today, due) > 0 ? today : due).add({ days: 10 });
}

const moves: { readonly [Of in Act]?: (model: Model) => Move } = {
  report: ({ nodes }) => ({
    act: 'report',
    progress: nodes.length > 0 ? null : 50,
    note: '推进',
    evidence: [],
  }),
  nodes: (m) => ({ act: 'nodes', nodes: [oneNode(m)] }),
  requestExtension: (m) => ({ act: 'requestExtension', due: laterThan(m), why: '设备未到' }),
  disown: () => ({ act: 'disown', why: '由环保分局建设' }),
  grant: (m) => ({ act: 'grant', due: laterThan(m) }),
  redate: (m) => ({ act: 'redate', due: todayOf(m).add({ days: 12 }) }),
  correctDue: (m) => ({ act: 'correctDue', due: todayOf(m).subtract({ days: 3 }) }),
  resume: (m) => ({ act: 'resume', due: todayOf(m).add({ days: 12 }) }),
  waitFor: () => ({ act: 'waitFor', tasks: [] }),
  carryOver: (m) => ({ act: 'carryOver', due: laterThan(m) }),
  deemDone: () => ({ act: 'deemDone', evidence: ['https://e.cn/1'] }),
  amend: (m) => ({ act: 'amend', terms: { due: laterThan(m) } }),
  reassign: (m) => ({ act: 'reassign', leadUnit: otherUnit(m) }),
  urge: () => ({ act: 'urge', words: '请抓紧推进', isAtOnce: false, isAgain: false }),
};

const otherUnit = ({ unit }: Model): Model['unit'] => (unit === '安环局' ? '招商局' : '安环局');

/** What waits for the office after an act, where the act says anything about it. */
const waits: { readonly [Of in Act]?: Partial<Pick<Model, 'isAsking' | 'isDisowned'>> } = {
  requestExtension: { isAsking: true },
  grant: { isAsking: false },
  refuse: { isAsking: false },
  redate: { isAsking: false },
  correctDue: { isAsking: false },
  amend: { isAsking: false },
  suspend: { isAsking: false },
  withdraw: { isAsking: false },
  disown: { isDisowned: true },
  keep: { isDisowned: false },
  signFor: { isDisowned: false },
  report: { isDisowned: false },
  submit: { isDisowned: false, isAsking: false },
  assign: { isDisowned: false },
  reassign: { isDisowned: false, isAsking: false },
  carryOver: { isDisowned: false, isAsking: false },
  deemDone: { isDisowned: false, isAsking: false },
};

/** Notes that `act` was done. */
export function noted(model: Model, act: Act): void {
  const move = moveOf(act, model);
  if ('due' in move && move.due && move.act !== 'requestExtension') model.due = move.due;
  if (move.act === 'amend' && move.terms.due) model.due = move.terms.due;
  Object.assign(model, waits[act], {
    status: procedure[act].to(model),
    changes: model.changes + 1,
    plan: act === 'carryOver' ? todayOf(model).year : model.plan,
    unit: act === 'reassign' ? otherUnit(model) : model.unit,
  });
  if (act === 'nodes') {
    model.nodes.push({ status: 'pendingAcceptance', before: null, unit: model.unit });
  }
  nodesFollow(model);
}
