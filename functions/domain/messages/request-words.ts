import type { Role } from '../base/role.ts';
import { isUnsignedHandOver, tellsHandOver } from '../deadlines/handover-notice.ts';
import type { TaskNotice } from '../deadlines/task-notice.ts';
import { doneDay } from '../tasks/due-figure.ts';
import type { Lamp } from '../tasks/lamp.ts';
import type { Task } from '../tasks/task.ts';
import { doneReport } from '../tasks/task-progress.ts';
import { tellsNodesDone } from './with-nodes.ts';

/**
 * Where a task stands on its way to the deadline, as far as a request follows it. reported: it is all
 * done by the owner's own report, and not handed in; asked: its date has come while a timely request
 * for a later one waits; handedOver: it is handed over with its date ahead, and others than the owner
 * read of that only where nobody signs for it; takenLate: it is handed over after its date, which is not
 * its new owner's fault.
 */
type Phase =
  | 'handedOver'
  | 'takenLate'
  | 'early'
  | 'near'
  | 'today'
  | 'overdue'
  | 'asked'
  | 'reported';

/** Whom a request is worded for: leaders ask, owners do. */
const requests: Readonly<Record<Role, Readonly<Record<Phase, string>>>> = {
  owner: {
    handedOver: '请确认承接，排出进度',
    takenLate: '请确认承接，明确完成时间，办成后立即报办结',
    early: '请按计划推进，遇到困难及早反映',
    near: '请抓紧收尾；确实不能按期完成的，请在到期前申请延期',
    today: '完成了的请报办结，完不成的请今天申请延期',
    overdue: '请说明原因和完成时间，办成后立即报办结',
    asked: '批复以前请继续推进，办成后立即报办结',
    reported: '已经办成的，请报办结；还没有办成的，请更正进度',
  },
  unitHead: urging({
    handedOver: '请督促责任人签收',
    ahead: '请督促本单位按期完成',
    overdue: '请督促本单位尽快办结',
    asked: '批复以前请督促本单位继续推进',
    reported: '请督促本单位报办结',
  }),
  responsibleLeader: urging({
    handedOver: '请督促责任单位签收',
    ahead: '请关注进度',
    overdue: '请协调督办，推动尽快办结',
    asked: '请关注进度，等待园区办批复',
    reported: '请提醒责任单位报办结',
  }),
  principalLeader: urging({
    handedOver: '请督促责任单位签收',
    ahead: '请关注进度',
    overdue: '请过问督办，明确完成时限',
    asked: '请关注进度，等待园区办批复',
    reported: '请提醒责任单位报办结',
  }),
  office: urging({
    handedOver: '请催责任人签收',
    ahead: '请跟踪进度',
    overdue: '请跟踪督办，列入通报',
    asked: '请尽快批复',
    reported: '请催责任单位报办结',
  }),
  finance: urging({
    handedOver: '请跟踪进度',
    ahead: '请跟踪进度',
    overdue: '请说明原因和完成时间',
    asked: '请跟踪进度',
    reported: '请跟踪进度',
  }),
};

const assumed: Partial<Readonly<Record<Role, string>>> = {
  owner: '请与园区办商定期限，并按计划推进',
  office: '请与责任单位核定期限',
};

/** What the office is asked where it reports on a source, whose sender alone can put off the date. */
const answering: Partial<Readonly<Record<Phase, string>>> = {
  early: '请按时准备报送',
  near: '请抓紧报送，报送后报办结；确需推迟的，请与来文单位商定后改报送日期',
  today: '请今天报送，报送后报办结；确需推迟的，请与来文单位商定后改报送日期',
  overdue: '请立即报送，报送后报办结；已经商定推迟的，请改报送日期',
};

/** What `role` is asked to do about `task`, whose lamp of time is `lamp`, without a closing mark. */
export function requestWords(request: Request): string {
  const { task, notice, role, lamp } = request;
  if (notice.isSupporting) return `请配合${task.leadUnit}推进，有进展或困难的请反馈`;
  if (role === 'owner' && tellsNodesDone(notice)) return NODES_DONE;
  const onFigure = figureRequest(request);
  if (onFigure !== undefined) return onFigure;
  const phase = phaseOf(task, notice, lamp);
  return ofItsKind(request, phase) ?? requests[role][phase];
}

/** What is asked of a date that was only assumed, and of a report on a source; undefined elsewhere. */
function ofItsKind({ task, notice, role }: Request, phase: Phase): string | undefined {
  const isAssumed = task.duePrecision === 'assumed-year-end';
  if (isAssumed && !isUnsignedHandOver(notice)) return assumed[role];
  return task.answers !== undefined && role === 'owner' ? answering[phase] : undefined;
}

const NODES_DONE = '节点已全部办结，这一项已经办成的，请报办结；还没有办成的，请反馈还差什么';

/** What is asked where the date has passed and the figure of the due month decides; undefined elsewhere. */
function figureRequest({ task, role, lamp: { rule, numbers } }: Request): string | undefined {
  if (rule === 'time.awaited') return role === 'owner' ? '请按反馈日报数' : '请督促按反馈日报数';
  if (rule !== 'time.met' || task.due === null) return undefined;
  const today = task.due.subtract({ days: Number(numbers['daysLeft']) });
  const { month, day } = doneDay(task, today);
  return `请报办结，办结日期记${month}月${day}日`;
}

type Request = {
  readonly task: Task;
  readonly notice: TaskNotice;
  readonly role: Role;
  readonly lamp: Lamp;
};

function phaseOf(task: Task, notice: TaskNotice, { colour, rule, numbers }: Lamp): Phase {
  if (doneReport(task) !== null) return 'reported';
  if (rule === 'time.asked') return 'asked';
  if (colour === 'red') return tellsHandOver(notice) ? 'takenLate' : 'overdue';
  if (numbers['daysLeft'] === 0) return 'today';
  if (colour === 'yellow') return 'near';
  return tellsHandOver(notice) ? 'handedOver' : 'early';
}

function urging({
  ahead,
  handedOver,
  ...later
}: Readonly<Record<'handedOver' | 'ahead' | 'overdue' | 'asked' | 'reported', string>>): Readonly<
  Record<Phase, string>
> {
  const { overdue: takenLate } = later;
  return { handedOver, takenLate, early: ahead, near: ahead, today: ahead, ...later };
}
