import type { Temporal } from 'temporal-polyfill';
import { localDay, type Rules } from '../policy/hours.ts';
import { isAllowed, notAllowed, statusLedTo } from './allowed-acts.ts';
import type { Act, Move } from './move.ts';
import { changed } from './move-effects.ts';
import type { Task } from './task.ts';
import { isLive } from './task-status.ts';
import { movesDate } from './terms.ts';

/** `task` after a move, or why the move is refused, in Chinese. */
export type MoveOutcome = { readonly task: Task } | { readonly refusal: string };

/** Applies `move` to `task` at `now`. No move changes `originalDue`. */
export function moved(task: Task, move: Move, now: Temporal.Instant, rules: Rules): MoveOutcome {
  if (!isAllowed(task, move.act)) return { refusal: notAllowed(task, move.act) };
  const status = statusLedTo(task.status, move.act);
  if (isHeldByWork(task, status)) return { refusal: heldWords(task) };
  const at = { now, today: localDay(now, rules), rules };
  const next = changed({ ...task, status }, move, at);
  if (typeof next === 'string') return { refusal: next };
  return { task: endsRequest(task, move) ? { ...next, request: null } : next };
}

/** A node goes on only with its work. */
const isHeldByWork = ({ status: before, kin }: Task, status: Task['status']): boolean =>
  kin !== undefined &&
  !isLive({ status: kin.workStatus }) &&
  isLive({ status }) &&
  before !== status;

const heldWords = ({ nodeOf }: Task): string =>
  `事项《${nodeOf?.title ?? ''}》不在推进中，它的节点不能单独恢复，请先在事项上办理恢复或退办`;

/** Acts that keep a pending request for a later date, or decide it. */
const LEAVES_REQUEST: ReadonlySet<Act> = new Set([
  'signFor',
  'report',
  'support',
  'waitFor',
  'requestExtension',
  'disown',
  'keep',
  'grant',
  'refuse',
  'urge',
  'nodes',
  'carryOver',
]);

/** Whether `move` leaves no pending request to decide. */
export function endsRequest(task: Task, move: Move): boolean {
  const { request, owner } = task;
  if (request === null || LEAVES_REQUEST.has(move.act)) return false;
  if (move.act === 'amend') return movesDate(task, move.terms);
  return move.act !== 'assign' || (move.owner ?? owner) !== owner;
}
