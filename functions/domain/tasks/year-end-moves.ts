import { Temporal } from 'temporal-polyfill';
import { type At, granted, passedBy, redated } from './date-moves.ts';
import { handedIn } from './due-figure.ts';
import { reassigned } from './handed-over.ts';
import { held } from './held.ts';
import type { Move } from './move.ts';
import type { Task } from './task.ts';
import type { CarriedOver } from './task-parts.ts';

/**
 * `task` counted in the year of today from now on (结转), which keeps its id, its history and its
 * original date. A pending request is granted to the new date unless the move refuses it; a dispute ends.
 */
export function carriedOver(
  task: Task,
  move: Extract<Move, { act: 'carryOver' }>,
  at: At,
): Task | string {
  const refusal = notOver(task, at) ?? isNode(task, '结转');
  if (refusal !== undefined) return refusal;
  if (task.kind === 'target') {
    return '指标按当年的数结算，不结转；新的一年要考核的，请列入新的计划';
  }
  const dated = onNewDate(task, move, at);
  if (typeof dated === 'string') return dated;
  const next = {
    ...dated,
    plan: at.today.year,
    carried: [...(task.carried ?? []), leaving(task, at)],
    request: null,
    disowned: null,
  };
  if (move.leadUnit === undefined) return next;
  return reassigned({ ...next, status: 'pendingAcceptance' }, { leadUnit: move.leadUnit }, at);
}

/** Its own date where that lies ahead and no other is given, else the given one. */
function onNewDate(
  task: Task,
  { due, refusesRequest = false }: Extract<Move, { act: 'carryOver' }>,
  at: At,
): Task | string {
  const isGranted = task.request !== null && !refusesRequest;
  if (due !== undefined) {
    if (isGranted) return granted(task, { due }, at);
    return passedBy(due, at.today) ?? redated(task, due, at.today);
  }
  if (isGranted) return '有待批的延期申请，结转时请写明同意延到哪一天，或写明不同意';
  return onOwnDate(task, at);
}

function onOwnDate(task: Task, { today }: At): Task | string {
  const { due, kind } = task;
  if (due === null) return kind === 'standing' ? task : '这一项还没有期限，结转时请写明新的期限';
  if (Temporal.PlainDate.compare(due, today) >= 0) return task;
  return `原来的期限 ${due.toString()} 已经过去，结转时请写明新的期限`;
}

const leaving = (
  { plan, due, duePrecision, status, progress, leadUnit }: Task,
  { now, today }: At,
): CarriedOver => ({
  from: plan,
  to: today.year,
  // Never later than what the same move writes, which is stored in whole seconds.
  at: now.round({ smallestUnit: 'second', roundingMode: 'floor' }),
  due,
  duePrecision,
  status,
  progress,
  leadUnit,
});

/** `task` taken as done in its year (视同完成) without the owner reporting so. */
export function deemedDone(
  task: Task,
  { evidence, note = '' }: Extract<Move, { act: 'deemDone' }>,
  at: At,
): Task | string {
  const refusal = notOver(task, at) ?? isNode(task, '视同完成');
  if (refusal !== undefined) return refusal;
  if (evidence.length === 0 && note === '') {
    return '视同完成须写明佐证：网址，或文件的名称和文号';
  }
  return {
    ...held(task, at),
    ...handedIn(task, at.today),
    evidence: [...task.evidence, ...evidence],
    deemedDone: { at: at.now.round('second'), why: note },
  };
}

/** Only what is left of a year that is over is decided so. */
const notOver = ({ plan }: Task, { today }: At): string | undefined =>
  plan < today.year ? undefined : `${plan}年还没有过完，年度过完以后才能办`;

const isNode = ({ nodeOf }: Task, act: string): string | undefined =>
  nodeOf === null ? undefined : `节点随事项《${nodeOf.title}》${act}，请在事项上办理`;
