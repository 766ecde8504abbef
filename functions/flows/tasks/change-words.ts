import { placeKey } from '../../domain/sources/place.ts';
import { actName, type Move } from '../../domain/tasks/move.ts';
import { endsRequest } from '../../domain/tasks/moves.ts';
import { isSelfChecked } from '../../domain/tasks/permissions.ts';
import type { TermChange } from '../../domain/tasks/ruling.ts';
import { idsOfTask, type Task } from '../../domain/tasks/task.ts';
import { statedProgress } from '../../domain/tasks/task-progress.ts';
import { statusName } from '../../domain/tasks/task-status.ts';
import { termChangeLine, termChanges } from '../../domain/tasks/term-changes.ts';
import { checkerOf } from '../context/actor.ts';
import type { ParkContext } from '../context/park-context.ts';

/** What is done by `move`, as the history calls it. */
export const whatIn = (run: ParkContext, task: Task, { act }: Move): string =>
  `${actName[act]}${isSelfChecked(act, checkerOf(run, task)) ? '（自核）' : ''}`;

/**
 * What a move changed, from and to, as the history shows it: the status, or what else it was about,
 * and the request that ended with it.
 */
export function differenceMade(
  before: Task,
  now: Task,
  move: Move,
  changed: readonly TermChange[],
): readonly [string, string] {
  if (move.act === 'waitFor') return [waitsOf(before), waitsOf(now)];
  if (move.act === 'urge')
    return ['', now.urges?.at(-1)?.isAtOnce ? '即刻发出' : '随下一份提醒发出'];
  const isAmended = move.act === 'amend';
  const change = (of: Task): readonly [string, string] =>
    isAmended ? ['', termChangeLine(changed)] : changeOf(of, now);
  const { request } = before;
  if (request === null || !endsRequest(before, move)) return change(before);
  const [from, to] = change({ ...before, request: null });
  return [from, `${to}，延期到 ${request.due.toString()} 的申请随之终止`];
}

/** What taking back an `act` changed, from and to, as the history shows it. */
export function differenceUndone(
  now: Task,
  before: Task,
  act: Move['act'],
): readonly [string, string] {
  if (act === 'urge') return ['', '不再催办'];
  if (act !== 'amend') return changeOf(now, before);
  const names = { place: placeKey, sources: (task: Task) => idsOfTask(task).join('、') };
  return ['', termChangeLine(termChanges(now, before, names))];
}

const waitsOf = ({ waitsFor }: Task): string =>
  waitsFor.length === 0 ? '无' : waitsFor.join('、');

function changeOf(before: Task, now: Task): readonly [string, string] {
  const added = now.nodes.length - before.nodes.length;
  if (added > 0) return ['', `新增${added}个节点`];
  if (before.leadUnit !== now.leadUnit) return [before.leadUnit, now.leadUnit];
  const dates = [dateOf(before, now), dateOf(now, before)] as const;
  const states = [statusName[before.status], statusName[now.status]] as const;
  if (dates[0] === dates[1]) {
    return before.status === now.status ? [percentOf(before), percentOf(now)] : states;
  }
  return before.status === now.status ? dates : [states[0], `${states[1]}，期限 ${dates[1]}`];
}

function percentOf(task: Task): string {
  const percent = statedProgress(task);
  return percent === null ? '' : `${percent}%`;
}

/** The date that `task` has, or requests if the other state has no request. */
function dateOf({ due, request }: Task, other: Task): string {
  const wish = other.request === null && other.due?.toString() === due?.toString() ? request : null;
  return (wish ?? { due }).due?.toString() ?? '';
}
