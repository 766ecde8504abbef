import type { Temporal } from 'temporal-polyfill';
import type { Act, Move } from '../../functions/domain/moves.ts';
import type { TaskStatus } from '../../functions/domain/task.ts';

/** All that the model knows of the one task. */
export type Model = {
  status: TaskStatus;
  unit: '安环局' | '招商局';
  isAsking: boolean;
  isDisowned: boolean;
  due: Temporal.PlainDate;
  /** How many changes there were. */
  changes: number;
  local: Temporal.PlainDateTime;
};

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
  submit: { by: 'owner', from: LIVE, to: () => 'pendingReview' },
  verify: { by: 'office', from: ['pendingReview'], to: () => 'closed' },
  return: { by: 'office', from: ['pendingReview', 'closed'], to: () => 'returned' },
  requestExtension: { by: 'owner', from: LIVE, to: (m) => m.status },
  disown: { by: 'owner', from: LIVE, to: (m) => m.status },
  grant: { by: 'office', from: LIVE, to: (m) => m.status },
  refuse: { by: 'office', from: LIVE, to: (m) => m.status },
  redate: { by: 'office', from: OPEN, to: (m) => m.status },
  reassign: { by: 'office', from: LIVE, to: () => 'pendingAcceptance' },
  suspend: { by: 'office', from: LIVE, to: () => 'suspended' },
  resume: { by: 'office', from: ['suspended'], to: () => 'inProgress' },
  withdraw: { by: 'office', from: OPEN, to: () => 'withdrawn' },
};

export const owners = { 安环局: 'owner-0', 招商局: 'owner-1' } as const;

/** Whether the procedure lets anybody do `act` now. */
export const isAllowed = ({ status, isAsking, isDisowned }: Model, act: Act): boolean => {
  if (act === 'grant' || act === 'refuse') {
    return isAsking && procedure[act].from.includes(status);
  }
  if (act === 'requestExtension' && isAsking) return false;
  if (act === 'disown' && isDisowned) return false;
  return procedure[act].from.includes(status);
};

/** A move of this kind that fits the model's day. */
export function moveOf(act: Act, { local, unit, due: now }: Model): Move {
  const due = now.add({ days: 10 });
  if (act === 'report') return { act, progress: 50, note: '推进', evidence: [] };
  if (act === 'requestExtension') return { act, due, why: '设备未到' };
  if (act === 'disown') return { act, why: '由环保分局建设' };
  if (act === 'grant') return { act, due };
  if (act === 'redate') return { act, due: local.toPlainDate().add({ days: 12 }) };
  if (act === 'reassign') return { act, leadUnit: unit === '安环局' ? '招商局' : '安环局' };
  return { act };
}

/** What waits for the office after an act, where the act says anything about it. */
const waits: { readonly [Of in Act]?: Partial<Pick<Model, 'isAsking' | 'isDisowned'>> } = {
  requestExtension: { isAsking: true },
  grant: { isAsking: false },
  refuse: { isAsking: false },
  disown: { isDisowned: true },
  signFor: { isDisowned: false },
  report: { isDisowned: false },
  submit: { isDisowned: false },
  assign: { isDisowned: false },
  reassign: { isDisowned: false },
};

/** Notes that `act` was done. */
export function noted(model: Model, act: Act): void {
  const move = moveOf(act, model);
  if (move.act === 'grant' || move.act === 'redate') model.due = move.due;
  model.status = procedure[act].to(model);
  model.changes += 1;
  Object.assign(model, waits[act]);
  if (act === 'reassign') model.unit = model.unit === '安环局' ? '招商局' : '安环局';
}
