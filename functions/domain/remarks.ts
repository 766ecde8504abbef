import { Temporal } from 'temporal-polyfill';
import { isWorkingDay } from './calendar.ts';
import { MAX_ATTEMPTS } from './digest.ts';
import { localDay, type Rules } from './hours.ts';
import type { DailyFigures, DatesToSet, UnreachedWhy } from './notice.ts';
import type { Task } from './task.ts';
import { yearWithoutNotice } from './watch.ts';
import { dayWords } from './words.ts';

/** What the office's digest of a working day counts. */
export type DailyCounts = {
  /** Messages that went out since it last heard. */
  readonly sent: number;
  /** Tasks that are told now of what was to be told on days without a run. */
  readonly madeUp: number;
};

/** The line that opens the office's digest of a working day, with what else it must know. */
export function dailyWords(
  figures: DailyFigures,
  counts: DailyCounts,
  now: Temporal.Instant,
  rules: Rules,
): string {
  const today = localDay(now, rules);
  const damaged =
    figures.damaged === 0 ? '' : `有${figures.damaged}条记录无法读取，请联系系统管理员。`;
  const missing = yearWithoutNotice(today, rules);
  const calendar =
    missing === null ? '' : `国务院${missing}年放假安排还没有录入，请尽快更新，此前暂按周末推算。`;
  const missed = daysWithoutRun(figures, rules);
  const outage = missed.length === 0 ? '' : missedWords(missed, counts.madeUp, today);
  const state = missed.length === 0 ? '督办运行正常' : '督办已恢复运行';
  return `${stateWords(figures, { state, sent: counts.sent }, today)}${outage}${damaged}${calendar}`;
}

/** The working days before the run, since the last one or the day of the first, on which there was none. */
export function daysWithoutRun(
  { since, of, ranOn }: DailyFigures,
  { calendar }: Rules,
): readonly Temporal.PlainDate[] {
  if (ranOn === null) return [];
  const first =
    since === null ? Temporal.PlainDate.from(of) : Temporal.PlainDate.from(since).add({ days: 1 });
  const days = first.until(ranOn, { largestUnit: 'day' }).days;
  return Array.from({ length: Math.max(days, 0) }, (_, at) => first.add({ days: at })).filter(
    (day) => isWorkingDay(day, calendar),
  );
}

/** Days that are named one by one; a longer outage by its first and last. */
const MAX_DAYS = 5;

function missedWords(
  missed: readonly Temporal.PlainDate[],
  madeUp: number,
  today: Temporal.PlainDate,
): string {
  const names = missed.map((day) => dayWords(day, today));
  const days =
    names.length <= MAX_DAYS
      ? names.join('、')
      : `${names[0]}至${names.at(-1)}的${names.length}个工作日`;
  const made = madeUp === 0 ? '没有漏发的提醒' : `漏发的提醒现已补发，涉及${madeUp}项工作`;
  return `${days}没有运行，${made}。`;
}

function stateWords(
  figures: DailyFigures,
  { state, sent }: { readonly state: string; readonly sent: number },
  today: Temporal.PlainDate,
): string {
  const { since, watched, repaired } = figures;
  const repairs = `自查修复${repaired}处。`;
  if (since === null) return `督办今天开始：在督${watched}项，${repairs}`;
  const day = dayWords(Temporal.PlainDate.from(since), today);
  const how = figures.damaged === 0 ? state : '督办运行有异常';
  return `${how}：在督${watched}项，${day}以来发出提醒${sent}份，${repairs}`;
}

/** That promises have no date, asked of the office once. */
export const datesToSetWords = ({ of, count }: DatesToSet): string =>
  `${of}年计划有${count}项没有写明期限，暂按年底估计，请逐项核定。核定以前，到期只提醒责任人和园区办，不逐级上报。`;

/** That a digest meant for `post` could not be delivered, and what it would have said. */
export function undeliveredWords(
  post: string,
  tasks: readonly Task[],
  today: Temporal.PlainDate,
): string {
  const titles = tasks.map(({ title, due }) =>
    due === null ? title : `${title}（期限${dayWords(due, today)}）`,
  );
  return `给${post}的提醒${MAX_ATTEMPTS}次没有发送成功，请电话通知：${titles.join('；')}。`;
}

/** That what the contact of `post` is told does not arrive, and what to do about it. */
export function unreachedWords(post: string, why: UnreachedWhy): string {
  const causes: Readonly<Record<UnreachedWhy, string>> = {
    pending: '还没有确认订阅，请提醒本人打开确认邮件里的链接',
    refused: '没有按时确认订阅，或已退订，核实地址后请重新邀请',
    full: '没有订上，因为主题的订阅数已到上限，请换用群机器人等渠道',
  };
  return `给${post}的提醒现在送不到：${causes[why]}。`;
}

/** That a task's record is damaged, where its notice would have stood. */
export const damagedWords = (task: string): string =>
  `有1项工作（编号${task}）到了提醒日，但它的记录无法读取，请联系系统管理员。`;
