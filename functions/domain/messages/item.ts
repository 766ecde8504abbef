import type { Temporal } from 'temporal-polyfill';
import { Role, roleName } from '../base/role.ts';
import { dayWords, dueMark } from '../base/words.ts';
import type { Recipient } from '../contacts/contact.ts';
import { orderOf } from '../deadlines/ladder.ts';
import { isHandOver, type TaskNotice, tellsHandOver } from '../deadlines/notice.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import type { Policy } from '../policy/policy.ts';
import type { Lamp, LampColour } from '../tasks/lamp.ts';
import { type ByKind, byKind, type LadderOccasion, type Occasion } from '../tasks/occasion.ts';
import { eachOnce, isSameOccasion } from '../tasks/occasion-codec.ts';
import { occasionWords } from '../tasks/occasion-words.ts';
import { rulingWords } from '../tasks/ruling-words.ts';
import { doneReport, isLive, type Task } from '../tasks/task.ts';
import { waitingSince } from '../tasks/waiting.ts';
import { requestWords } from './request-words.ts';
import { toldAs } from './told-as.ts';

/** A target that is behind its pace, as a message says it. */
export type Behind = { readonly colour: LampColour; readonly words: string };

/** How a silence goes on for who can still break it. */
export type Rising = {
  /** Whom it is told to next; undefined where everybody has heard. */
  readonly next: Role | undefined;
  /** Whether the recipient is asked for the first time, and so has a whole limit. */
  readonly isNew: boolean;
};

/** One task as one recipient is notified of it. */
export type MessageItem = {
  readonly task: Task;
  readonly notice: TaskNotice;
  /** The role in which the recipient is told. */
  readonly role: Role;
  readonly recipient: Recipient;
  /** What it has to do with money, one sentence each. */
  readonly money: readonly string[];
  /** The silence of its owner's post that the owner reads of; null where there is none. */
  readonly climb: Rising | null;
  /** How its target is behind; null where that is not what is told. */
  readonly behind: Behind | null;
};

/** An item with its task's lamp of time on the day of the message. */
export type Lit = { readonly item: MessageItem; readonly lamp: Lamp };

/**
 * One item a task and one for what of it waits for the office, whatever the order they come in: the
 * latest rung, in the first of the roles it was told in. What an earlier rung of the same message would
 * have said counts as skipped; what was decided, and that the owner does not answer, is said next to
 * whatever rung has the word.
 */
export function onePerTask(items: readonly MessageItem[], policy: Policy): readonly MessageItem[] {
  const place = placesBy(policy);
  const byTask = Map.groupBy(
    items,
    ({ task, notice }) => `${task.id} ${toldAs(notice) === 'office'}`,
  );
  return [...byTask.values()].flatMap((group) => {
    const [latest, ...rest] = group.toSorted(
      (a, b) =>
        place(b.notice.occasion) - place(a.notice.occasion) || bySilence(a, b) || byRole(a, b),
    );
    if (!latest) return [];
    const others = rest
      .filter((item) => !isUnanswered(item))
      .flatMap(({ notice }) => [...notice.skipped, notice.occasion]);
    const skipped = eachOnce([...latest.notice.skipped, ...others])
      .filter((each) => !isSameOccasion(each, latest.notice.occasion))
      .toSorted((a, b) => place(a) - place(b));
    const escalates =
      group.find(({ notice }) => notice.escalates !== null)?.notice.escalates ?? null;
    return [{ ...latest, notice: { ...latest.notice, skipped, escalates } }];
  });
}

/** A rung of the ladder goes before a handover, and that before what was decided. */
function placesBy(policy: Policy): (occasion: Occasion) => number {
  const onLadder = (occasion: LadderOccasion): number => orderOf(occasion, policy);
  const places: ByKind<number> = {
    before: onLadder,
    due: onLadder,
    overdue: onLadder,
    overdueWeekly: onLadder,
    handOver: () => -Number.MAX_VALUE,
    unanswered: ({ after }) => byKind(after, places),
    unknown: () => -Number.MAX_VALUE,
    reportDue: () => -Infinity,
    behindPace: () => -Infinity,
    awaitsOffice: () => -Infinity,
    decision: () => -Infinity,
  };
  return (occasion) => byKind(occasion, places);
}

/** Time and rules for formatting an item. */
type When = {
  readonly today: Temporal.PlainDate;
  /** The task's lamp of time on that day. */
  readonly lamp: Lamp;
  readonly rules: Rules;
};

/** The lines on one item, in the order a reader asks: what, by when, who, what now. */
export function itemLines(item: MessageItem, number: number, when: When): readonly string[] {
  const { task, notice } = item;
  return [
    `${number}. ${task.title}`,
    ...dueLine(task, when),
    `责任：${task.leadUnit}`,
    ...item.money,
    ...rulingLines(item, when),
    ...handOverLine(item, when),
    ...pointLines(item, when),
    ...skippedLine(notice),
    ...silenceLine(notice, when),
    ...recipientLine(item),
  ];
}

/** What was decided about the task, and is told by this item. */
function rulingLines({ task, notice }: MessageItem, { today, rules }: When): readonly string[] {
  const told = new Set(
    [...notice.skipped, notice.occasion].map((each) => each.kind === 'decision' && each.number),
  );
  const byNumber = new Map(
    task.rulings.flatMap((each) => (told.has(each.number) ? [[each.number, each]] : [])),
  );
  return [...byNumber.values()].map((ruling) => rulingWords(ruling, today, rules));
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

/** What the owner's post asked of the office and waits for. */
function askedLine({ request, disowned }: Task, { today, rules }: When): readonly string[] {
  const day = (at: Temporal.Instant): string => dayWords(localDay(at, rules), today);
  return [
    ...(disowned ? [`待答复：${day(disowned.at)}提出不属其负责，待园区办答复。`] : []),
    ...(request
      ? [`待答复：${day(request.at)}申请延期到${dayWords(request.due, today)}，待园区办批复。`]
      : []),
  ];
}

function doneLine(task: Task, { today, rules }: When): readonly string[] {
  const report = doneReport(task);
  if (report === null) return [];
  return [`反馈：${dayWords(localDay(report.at, rules), today)}反馈100%，尚未报办结。`];
}

/** What the office is asked to decide; the status goes before what was asked for under another. */
function decisionWords(task: Task, { today, rules }: When): string {
  const { request, status, disowned } = task;
  const since = waitingSince(task, rules);
  const day = since === null ? '' : dayWords(since, today);
  const days = since === null ? 0 : since.until(today, { largestUnit: 'day' }).days;
  const waited = days > 0 ? `，已等${days}天` : '';
  if (status === 'pendingReview') {
    return `请核验：责任单位${day}报办结，等待销号或退办${waited}`;
  }
  if (disowned !== null) {
    return `请改派或维持：责任岗位${day}提出不属其负责，说明：${disowned.why}${waited}`;
  }
  const wish = request === null ? '' : `到${dayWords(request.due, today)}，原因：${request.why}`;
  return `请批复：责任单位${day}申请延期${wish}${waited}`;
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
  const missed = skipped.filter((each) => each.kind !== 'decision' && !isHandOver(each));
  return missed.length === 0
    ? []
    : [`补报：${missed.map(occasionWords).join('、')}的提醒当时没有发出。`];
}

/** That the owner does not answer, since when, who was told, and what was answered before. */
function silenceLine({ escalates }: TaskNotice, { today, rules }: When): readonly string[] {
  if (escalates === null) return [];
  const { why, since, trail, answered } = escalates;
  const day = since === null ? '' : dayWords(since, today);
  if (why === 'lapsed') {
    return [`督办：${day}${answered?.by ?? '责任人'}签收，此后一直没有反馈进度。`];
  }
  const words = [
    `${day === '' ? '' : `${day}起`}责任人没有签收，也没有反馈`,
    ...trail.map(({ role, on }) => `${dayWords(on, today)}已报${roleName[role]}`),
    ...(answered
      ? [`此前${dayWords(localDay(answered.at, rules), today)}${answered.by}${answered.what}`]
      : []),
  ];
  return [`督办：${words.join('；')}。`];
}

function recipientLine({ role, recipient }: MessageItem): readonly string[] {
  const { insteadOf, isVacant } = recipient;
  const notes = [
    ...(isVacant ? [`原应送${roleName[role]}，该岗位没有联系人，转园区办`] : []),
    ...(insteadOf ? [`由您代${insteadOf.post}接收`] : []),
  ];
  return notes.length === 0 ? [] : [`说明：${notes.join('；')}。`];
}

/** At one rung its own notice comes before what followed from it. */
const bySilence = (a: MessageItem, b: MessageItem): number =>
  Number(isUnanswered(a)) - Number(isUnanswered(b));

const isUnanswered = ({ notice }: MessageItem): boolean => notice.occasion.kind === 'unanswered';

function byRole(a: MessageItem, b: MessageItem): number {
  const place = Role.options.indexOf(a.role) - Role.options.indexOf(b.role);
  return place || (a.notice.post < b.notice.post ? -1 : 1);
}
