import { roleName } from '../base/role.ts';
import { dayWords, dueMark } from '../base/words.ts';
import { isHandOver, tellsHandOver } from '../deadlines/handover-notice.ts';
import type { Escalation, TaskNotice } from '../deadlines/task-notice.ts';
import { localDay } from '../policy/hours.ts';
import { occasionWords } from '../tasks/occasion-words.ts';
import { rulingWords } from '../tasks/ruling-words.ts';
import type { Task } from '../tasks/task.ts';
import { doneReport } from '../tasks/task-progress.ts';
import { isLive } from '../tasks/task-status.ts';
import { isOpenFromBefore } from '../tasks/task-year.ts';
import { urgeWords } from '../tasks/urging.ts';
import type { MessageItem, When } from './item.ts';
import { askedLine, decisionWords } from './office-words.ts';
import { isUnanswered } from './one-per-task.ts';
import { requestWords } from './request-words.ts';
import { toldAs } from './told-as.ts';
import { urgeOf } from './urge-of.ts';
import { nodeTitle, type ToldTogether } from './with-nodes.ts';

/** The lines of a paragraph: those of a work, or its title alone, and one for each of its nodes. */
export function paragraphLines(
  { head, nodes }: ToldTogether,
  number: number,
  when: Omit<When, 'lamp'>,
): readonly string[] {
  const work = nodes[0]?.item.task.nodeOf?.title ?? '';
  const title = head?.item.task.title ?? `《${work}》的${nodes.length}个节点`;
  return [
    `${number}. ${title}`,
    ...(head ? linesOf(head.item, { ...when, lamp: head.lamp }) : []),
    ...nodes.map(({ item, lamp }) => {
      const words = linesOf(item, { ...when, lamp }).map((line) => line.replace(/。?$/u, '。'));
      return `${nodeTitle(item)}：${words.join('')}`;
    }),
  ];
}

/** The lines on one item, in the order a reader asks: by when, who, what now. */
function linesOf(item: MessageItem, when: When): readonly string[] {
  const { task, notice } = item;
  return [
    ...dueLine(task, when),
    ...unitLines(item),
    ...earlierLine(task, when),
    ...item.money,
    ...item.waits,
    ...rulingLines(item, when),
    ...urgeLine(item, when),
    ...handOverLine(item, when),
    ...pointLines(item, when),
    ...skippedLine(notice),
    ...silenceLine(notice, when),
    ...recipientLine(item),
  ];
}

/** Who answers for the task, and who helps; a supporting unit reads that it is one. */
function unitLines({ task, notice }: MessageItem): readonly string[] {
  const { leadUnit, supportingUnits } = task;
  if (notice.isSupporting) return [`牵头：${leadUnit}`, '配合：本单位是这项工作的配合单位。'];
  const support = supportingUnits.length === 0 ? '' : `，配合：${supportingUnits.join('、')}`;
  return [`责任：${leadUnit}${support}`];
}
/** A task of an earlier year is told apart from those of this one. */
const earlierLine = (task: Task, { today }: When): readonly string[] =>
  task.answers === undefined && isOpenFromBefore(task, today.year)
    ? [`年度：${task.plan}年，往年未办结`]
    : [];

/** What was decided about the task, and is told by this item. */
function rulingLines({ task, notice }: MessageItem, { today, rules }: When): readonly string[] {
  const told = new Set(
    [...notice.skipped, notice.occasion].map((each) => each.kind === 'decision' && each.number),
  );
  const byNumber = new Map(
    task.rulings.flatMap((each) =>
      told.has(each.number) && each.post === notice.post ? [[each.number, each]] : [],
    ),
  );
  return [...byNumber.values()].map((ruling) => rulingWords(ruling, today, rules));
}

/** What the office urges, and is told by this item. */
function urgeLine(item: MessageItem, { today, rules }: When): readonly string[] {
  const urge = urgeOf(item);
  return urge ? [urgeWords(urge, today, rules)] : [];
}

/** How the task stands, and what is asked of the reader; nothing of who only hears what was decided. */
function pointLines({ task, notice, role }: MessageItem, when: When): readonly string[] {
  const way = toldAs(notice);
  if (way === 'office') return [`要求：${decisionWords(task, when)}。`];
  const isOnlyTold = way === 'outcome' && (!isLive(task) || notice.post !== task.owner);
  if (isOnlyTold) return [];
  const request = requestWords({ task, notice, role, lamp: when.lamp });
  return [...askedLine(task, when), ...doneLine(task, when), `要求：${request}。`];
}

function doneLine(task: Task, { today, rules }: When): readonly string[] {
  const report = doneReport(task);
  if (report === null) return [];
  return [`反馈：${dayWords(localDay(report.at, rules), today)}反馈100%，尚未报办结。`];
}

function dueLine(task: Task, { today, lamp }: When): readonly string[] {
  if (task.due === null) return [];
  const words = `期限：${dayWords(task.due, today)}〔${dueMark[task.duePrecision]}〕，${lamp.reason}`;
  const isAssumed = task.duePrecision === 'assumed-year-end';
  return [isAssumed ? `${words}（计划没有写明期限，暂按年底估计）` : words];
}

/**
 * A handover that is told next to a rung is news, and no reminder that was missed. What is asked of
 * the new owner says so itself only where the date is not near.
 */
function handOverLine(item: MessageItem, { lamp: { colour } }: When): readonly string[] {
  const { task, notice } = item;
  const isSaid = isHandOver(notice.occasion) && colour !== 'yellow' && colour !== 'red';
  return tellsHandOver(notice) && !isSaid && !isUnanswered(item)
    ? [`交办：这项工作现交由${task.leadUnit}负责。`]
    : [];
}

function skippedLine({ skipped }: TaskNotice): readonly string[] {
  const missed = skipped.filter(({ kind }) => kind !== 'decision' && kind !== 'urge');
  const reminders = missed.filter((each) => !isHandOver(each));
  return reminders.length === 0
    ? []
    : [`补报：${reminders.map(occasionWords).join('、')}的提醒当时没有发出。`];
}

/** That the owner does not answer, since when, who was told, and what was answered before. */
function silenceLine({ escalates }: TaskNotice, when: When): readonly string[] {
  if (escalates === null) return [];
  return [`督办：${silenceWords(escalates, when)}。`];
}

function silenceWords(escalates: Escalation, { today, rules }: When): string {
  const { why, isOfHandOver, since, trail, answered } = escalates;
  const day = since === null ? '' : dayWords(since, today);
  if (why === 'lapsed') {
    return `${day}${answered?.by ?? '责任人'}签收，此后一直没有反馈进度`;
  }
  const begun = isOfHandOver ? '交办以来' : '起';
  const words = [
    `${day === '' ? '' : `${day}${begun}`}责任人没有签收，也没有反馈`,
    ...trail.map(({ role, on }) => `${dayWords(on, today)}已报${roleName[role]}`),
    ...(answered
      ? [`此前${dayWords(localDay(answered.at, rules), today)}${answered.by}${answered.what}`]
      : []),
  ];
  return words.join('；');
}

/** For whom the reader receives it. */
export function recipientLine({ role, recipient }: MessageItem): readonly string[] {
  const { insteadOf, isVacant } = recipient;
  const notes = [
    ...(isVacant ? [`原应送${roleName[role]}，该岗位没有联系人，转园区办`] : []),
    ...(insteadOf ? [`由您代${insteadOf.post}接收`] : []),
  ];
  return notes.length === 0 ? [] : [`说明：${notes.join('；')}。`];
}
