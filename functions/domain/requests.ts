import { doneDay, dueStateOf } from './due-figure.ts';
import { assignmentOf } from './notice.ts';
import type { Role } from './role.ts';
import type { Task } from './task.ts';

/** Where a task stands on its way to the deadline, as far as a request goes by it. */
type Phase = 'handedOver' | 'early' | 'near' | 'today' | 'overdue';

/** Whom a request is worded for: leaders ask, owners do. */
const requests: Readonly<Record<Role, Readonly<Record<Phase, string>>>> = {
  owner: {
    handedOver: '请确认承接，排出进度',
    early: '请按计划推进，遇到困难及早反映',
    near: '请抓紧收尾；确实不能按期完成的，请在到期前申请延期',
    today: '完成了的请报办结，完不成的请今天申请延期',
    overdue: '请说明原因和完成时间，办成后立即报办结',
  },
  unitHead: urging('请督促本单位按期完成', '请督促本单位尽快办结'),
  responsibleLeader: urging('请关注进度', '请协调督办，推动尽快办结'),
  principalLeader: urging('请关注进度', '请过问督办，明确完成时限'),
  office: urging('请跟踪进度', '请跟踪督办，列入通报'),
  finance: urging('请跟踪进度', '请说明原因和完成时间'),
};

const assumed: Partial<Readonly<Record<Role, string>>> = {
  owner: '请与园区办商定期限，并按计划推进',
  office: '请与责任单位核定期限',
};

/** What `role` is asked to do about `task` on `today`, without a closing mark. */
export function requestWords(request: Request, isNear: boolean): string {
  const { task, rung, role, daysLeft } = request;
  const onFigure = figureRequest(request);
  if (onFigure !== undefined) return onFigure;
  const onAssumed = task.duePrecision === 'assumed-year-end' ? assumed[role] : undefined;
  return onAssumed ?? requests[role][phaseOf(rung, daysLeft, isNear)];
}

/** What is asked where the date has passed and the figure of the due month decides; undefined elsewhere. */
function figureRequest({ task, role, daysLeft }: Request): string | undefined {
  const { due } = task;
  if (due === null || daysLeft === null) return undefined;
  const today = due.subtract({ days: daysLeft });
  const state = dueStateOf(task, due, today);
  if (state === 'awaited') return role === 'owner' ? '请按反馈日报数' : '请督促按反馈日报数';
  if (state !== 'met') return undefined;
  const { month, day } = doneDay(task, today);
  return `请报办结，办结日期记${month}月${day}日`;
}

type Request = {
  readonly task: Task;
  readonly rung: string;
  readonly role: Role;
  /** Calendar days; null without a due date. */
  readonly daysLeft: number | null;
};

function phaseOf(rung: string, daysLeft: number | null, isNear: boolean): Phase {
  if (daysLeft !== null && daysLeft < 0) return 'overdue';
  if (daysLeft === 0) return 'today';
  if (isNear) return 'near';
  return assignmentOf(rung) === undefined ? 'early' : 'handedOver';
}

function urging(ahead: string, overdue: string): Readonly<Record<Phase, string>> {
  return { handedOver: ahead, early: ahead, near: ahead, today: ahead, overdue };
}
