import type { Temporal } from 'temporal-polyfill';
import type { Recipient } from './contact.ts';
import { dueWords } from './due-figure.ts';
import { orderOf } from './ladder.ts';
import type { LampColour } from './lamp.ts';
import { assignmentOf, type TaskNotice } from './notice.ts';
import type { Policy } from './policy.ts';
import { requestWords } from './requests.ts';
import { Role, roleName } from './role.ts';
import type { Task } from './task.ts';
import { isWaiting } from './waiting.ts';
import { dayWords, dueMark, rungWords } from './words.ts';

/** A target that is behind its pace, as a message says it. */
export type Behind = { readonly colour: LampColour; readonly words: string };

/** One task as one recipient is told of it. */
export type Item = {
  readonly task: Task;
  readonly notice: TaskNotice;
  /** The role in which the recipient is told. */
  readonly role: Role;
  readonly recipient: Recipient;
  /** What it has to do with money, one sentence each. */
  readonly money: readonly string[];
  /** How its target is behind; null where that is not what is told. */
  readonly behind: Behind | null;
};

/**
 * One item a task, and one for what of it waits for the office, whatever the order they come in: the
 * latest rung, in the first of the roles it was told in. What an earlier rung of the same message would have said counts as skipped; that
 * the owner does not answer is said beside whatever rung has the word.
 */
export function onePerTask(items: readonly Item[], policy: Policy): readonly Item[] {
  const place = (rung: string): number =>
    assignmentOf(rung) === undefined && !isWaiting(rung) ? orderOf(rung, policy) : -Infinity;
  const byTask = Map.groupBy(
    items,
    ({ task, notice }) => `${task.id} ${isWaiting(notice.rung) ? 'waits' : ''}`,
  );
  return [...byTask.values()].flatMap((group) => {
    const [latest, ...rest] = group.toSorted(
      (a, b) => place(b.notice.rung) - place(a.notice.rung) || bySilence(a, b) || byRole(a, b),
    );
    if (!latest) return [];
    const rungs = rest
      .filter(({ notice }) => notice.escalates === null)
      .flatMap(({ notice }) => [...notice.skipped, notice.rung]);
    const missed = new Set([...latest.notice.skipped, ...rungs]);
    missed.delete(latest.notice.rung);
    const skipped = [...missed].toSorted((a, b) => place(a) - place(b));
    const escalates =
      group.find(({ notice }) => notice.escalates !== null)?.notice.escalates ?? null;
    return [{ ...latest, notice: { ...latest.notice, skipped, escalates } }];
  });
}

/** The paragraph of one item, its lines in the order a reader asks: what, by when, who, what now. */
export function itemWords(
  item: Item,
  number: number,
  today: Temporal.PlainDate,
  lamp: LampColour | undefined,
): string {
  const { task, notice, role } = item;
  const daysLeft = task.due === null ? null : today.until(task.due, { largestUnit: 'day' }).days;
  const request = isWaiting(notice.rung)
    ? decisionWords(task, today)
    : requestWords({ task, rung: notice.rung, role, daysLeft }, lamp === 'yellow');
  return [
    `${number}. ${task.title}`,
    ...dueLine(task, today),
    `责任：${task.leadUnit}`,
    ...item.money,
    `要求：${request}。`,
    ...skippedLine(notice),
    ...silenceLine(notice, today),
    ...recipientLine(item),
  ].join('\n');
}

/** What the office is asked to decide. */
function decisionWords({ request, doneOn, disowned }: Task, today: Temporal.PlainDate): string {
  if (disowned !== null) return `请改派或维持：责任岗位提出不属其负责，说明：${disowned.why}`;
  if (request !== null) {
    const { due, why } = request;
    return `请批复：责任单位申请延期到${dayWords(due, today)}，原因：${why}`;
  }
  const day = doneOn === null ? '' : dayWords(doneOn, today);
  return `请核验：责任单位${day}报办结，等待销号或退办`;
}

function dueLine(task: Task, today: Temporal.PlainDate): readonly string[] {
  if (task.due === null) return [];
  const words = `期限：${dayWords(task.due, today)}〔${dueMark[task.duePrecision]}〕，${dueWords(task, task.due, today)}`;
  const isAssumed = task.duePrecision === 'assumed-year-end';
  return [isAssumed ? `${words}（计划没有写明期限，暂按年底估计）` : words];
}

const skippedLine = ({ skipped }: TaskNotice): readonly string[] =>
  skipped.length === 0 ? [] : [`补报：${skipped.map(rungWords).join('、')}的提醒当时没有发出。`];

/** Who was told before, and when, and that the owner does not answer. */
function silenceLine({ escalates }: TaskNotice, today: Temporal.PlainDate): readonly string[] {
  if (escalates === null) return [];
  const told = escalates.trail.map(({ role, on }) => `${dayWords(on, today)}送${roleName[role]}`);
  const silence = escalates.why === 'unsigned' ? '责任人至今没有签收' : '责任人签收后一直没有反馈';
  return [`督办：${told.join('，')}，${silence}。`];
}

function recipientLine({ role, recipient }: Item): readonly string[] {
  const { insteadOf, isVacant } = recipient;
  const notes = [
    ...(isVacant ? [`原应送${roleName[role]}，该岗位没有联系人，转园区办`] : []),
    ...(insteadOf ? [`由您代${insteadOf.post}接收`] : []),
  ];
  return notes.length === 0 ? [] : [`说明：${notes.join('；')}。`];
}

/** At one rung its own notice comes before what followed from it. */
const bySilence = (a: Item, b: Item): number =>
  Number(a.notice.escalates !== null) - Number(b.notice.escalates !== null);

function byRole(a: Item, b: Item): number {
  const place = Role.options.indexOf(a.role) - Role.options.indexOf(b.role);
  return place || (a.notice.post < b.notice.post ? -1 : 1);
}
