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
export function requestWords({ task, rung, role, daysLeft }: Request, isNear: boolean): string {
  const onAssumed = task.duePrecision === 'assumed-year-end' ? assumed[role] : undefined;
  return onAssumed ?? requests[role][phaseOf(rung, daysLeft, isNear)];
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
