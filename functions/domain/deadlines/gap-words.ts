import type { Temporal } from 'temporal-polyfill';
import { dateTimeWords, dayWords } from '../base/words.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import {
  answersItselfAt,
  type Gap,
  type GapChoice,
  type GapDays,
  type GapTold,
  missedDays,
} from './gap.ts';

/** Names of the two answers. */
export const gapChoiceName: Readonly<Record<GapChoice, string>> = {
  all: '全部补发',
  today: '只发今天的',
};

/** Maximum number of days listed; a longer outage is shown as a range. */
const MAX_DAYS = 5;

/** `6月22日（周三）、6月23日（周四）`, relative to `today`. */
export function workingDaysWords(
  days: readonly Temporal.PlainDate[],
  today: Temporal.PlainDate,
): string {
  const names = days.map((day) => dayWords(day, today));
  return names.length <= MAX_DAYS
    ? names.join('、')
    : `${names[0]}至${names.at(-1)}的${names.length}个工作日`;
}

/** What happened, as displayed at `now`. */
function happenedWords(gap: GapDays, now: Temporal.Instant, rules: Rules): string {
  const today = localDay(now, rules);
  return gap.why === 'missed'
    ? `${workingDaysWords(missedDays(gap, rules), today)}没有运行，其间到点的提醒没有发出。`
    : `电脑的时钟倒回了：上次运行记在${dayWords(gap.since, today)}，现在是${dateTimeWords(now, rules.timeZone)}。请先核对时钟。`;
}

/** Effect of each answer. */
export const gapChoiceWords = (choice: GapChoice, { why }: Pick<GapDays, 'why'>): string =>
  (choice === 'all' ? allWords : todayWords)[why];

const allWords: Readonly<Record<GapDays['why'], string>> = {
  missed: '漏发的提醒与今天的合并，每个岗位一份',
  clockBack: '已经到点、还没有发过的提醒都发出',
};

const todayWords: Readonly<Record<GapDays['why'], string>> = {
  missed:
    '那几天的期限、反馈和序时进度提醒不再补发，后面还要催报的反馈除外；交办、批复和未签收的逐级上报照发',
  clockBack:
    '今天以前的期限、反馈和序时进度提醒不再补发，后面还要催报的反馈除外；交办、批复和未签收的逐级上报照发',
};

/** The question as displayed at `now`: what happened, and what happens without an answer. */
export function gapQuestion(gap: Gap, now: Temporal.Instant, rules: Rules): string {
  const until = dateTimeWords(answersItselfAt(gap, rules), rules.timeZone);
  return `${happenedWords(gap, now, rules)}请选择发哪些提醒；${until}以前没有人选择的，自动全部补发。选定以前只发新交办的通知，网页照常办理。`;
}

/** What was chosen, by whom and when; undefined if not answered. */
export function gapAnswerWords({ answer, passed }: Gap, { timeZone }: Rules): string | undefined {
  if (answer === null) return undefined;
  const at = dateTimeWords(answer.at, timeZone);
  const { choice, name } = answer;
  const left = passed === 0 ? '' : `，此前的${passed}个提醒时点不再补发`;
  return name === null
    ? `到${at}没有人选择，已按“${gapChoiceName.all}”处理${left}。`
    : `${name}${at}选择“${gapChoiceName[choice]}”${left}。`;
}

/**
 * Describes the gap in the daily message to the office.
 *
 * @param madeUp - number of tasks notified now instead of on those days.
 */
export function gapToldWords({ clockWasOn, choice, by, passed }: GapTold, madeUp: number): string {
  const who =
    by === null
      ? `没有人按时选择，按“${gapChoiceName.all}”处理`
      : `${by}选择“${gapChoiceName[choice]}”`;
  const left = passed === 0 ? [] : [`${passed}个提醒时点不再补发`];
  const made = madeUp === 0 ? [] : [`补发的涉及${madeUp}项工作`];
  const none = clockWasOn === null && passed + madeUp === 0 ? ['没有漏发的提醒'] : [];
  return [who, ...left, ...made, ...none].join('，');
}

/** Log line of a late run on a laptop without a terminal. */
export function lateRunWords(
  gap: GapDays,
  { sent, unsent }: { readonly sent: number; readonly unsent: number },
  now: Temporal.Instant,
  rules: Rules,
): string {
  const today = localDay(now, rules);
  const happened =
    gap.why === 'missed'
      ? `${workingDaysWords(missedDays(gap, rules), today)}没有运行`
      : `电脑的时钟倒回了，上次运行记在${dayWords(gap.since, today)}`;
  const left = unsent === 0 ? '' : `，没有送出${unsent}份`;
  return `${happened}；到点的提醒已按“${gapChoiceName.all}”处理：发出${sent}份${left}。`;
}
