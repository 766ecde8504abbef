import { Temporal } from 'temporal-polyfill';
import { dayWords } from '../base/words.ts';
import type { Contact } from '../contacts/contact.ts';
import { ASK, channelNames, type Outlets } from '../contacts/outlets.ts';
import { type UnreachedWhy, unreachedName, unreachedRemedy } from '../contacts/unreached.ts';
import { missedDays } from '../deadlines/gap.ts';
import { gapToldWords, workingDaysWords } from '../deadlines/gap-words.ts';
import type { DailyFigures, DatesToSet, PublicationUndone } from '../deadlines/park-notice.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import type { Task } from '../tasks/task.ts';
import { MAX_ATTEMPTS } from './digest-outcome.ts';

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
  const missed = daysWithoutRun(figures, rules);
  const outage = outageWords(figures, missed, counts.madeUp, today);
  const state = outage === '' ? '督办运行正常' : '督办已恢复运行';
  return `${stateWords(figures, { state, sent: counts.sent }, today)}${outage}${damaged}`;
}

/** The working days before the run, since the last one or the day of the first, on which there was none. */
export function daysWithoutRun(
  { since, of, ranOn }: DailyFigures,
  rules: Rules,
): readonly Temporal.PlainDate[] {
  if (ranOn === null) return [];
  const last =
    since === null ? Temporal.PlainDate.from(of).subtract(ONE_DAY) : Temporal.PlainDate.from(since);
  return missedDays(
    { since: last, through: Temporal.PlainDate.from(ranOn).subtract(ONE_DAY) },
    rules,
  );
}

const ONE_DAY = { days: 1 };

/** What became of days without a run, or of a clock that went back; empty where there was neither. */
function outageWords(
  { gap }: DailyFigures,
  missed: readonly Temporal.PlainDate[],
  madeUp: number,
  today: Temporal.PlainDate,
): string {
  const days = missed.length === 0 ? [] : [`${workingDaysWords(missed, today)}没有运行`];
  const back = gap?.clockWasOn
    ? [`电脑的时钟倒回了，此前记在${dayWords(Temporal.PlainDate.from(gap.clockWasOn), today)}`]
    : [];
  if (days.length + back.length === 0) return '';
  const made = madeUp === 0 ? '没有漏发的提醒' : `漏发的提醒现已补发，涉及${madeUp}项工作`;
  return `${[...days, ...back, gap === null ? made : gapToldWords(gap, madeUp)].join('，')}。`;
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

/** A digest that is no longer sent, as the office is notified of it. */
export type Undelivered = {
  /** Whom it was meant for. */
  readonly post: string;
  /** Whether it went out and only its answers were lost, so that nobody may say it did not arrive. */
  readonly mayHaveArrived: boolean;
  /** What it tells of that is still true. */
  readonly tasks: readonly Task[];
};

/** That a digest was refused permanently, or may have arrived, and whom to call about what. */
export function undeliveredWords(
  { post, mayHaveArrived, tasks }: Undelivered,
  today: Temporal.PlainDate,
): string {
  const said = mayHaveArrived
    ? `给${post}的提醒发出后没有回音，可能已收到，请电话确认`
    : `给${post}的提醒${MAX_ATTEMPTS}次没有发送成功，请电话通知`;
  const titles = tasks.slice(0, MOST_TITLES).map((task) => titleWords(task, today));
  const rest = tasks.length - titles.length;
  const more = rest > 0 ? [`另有${rest}项没有列出`] : [];
  const about = [...titles, ...more].join('；');
  return about === '' ? `${said}。` : `${said}：${about}。`;
}

/** Titles that the office reads at once; a digest may tell of a thousand tasks. */
const MOST_TITLES = 20;

/**
 * That a digest meant for `post` was not sent because nothing reaches it, and what it would have
 * said.
 *
 * @param what - titles of tasks, and names of sheets.
 */
export const unsentWords = (post: string, why: UnreachedWhy, what: readonly string[]): string =>
  `给${post}的提醒没有发出（${unreachedName[why]}），请电话通知：${what.join('；')}。`;

/** A task as it is named to the office, which calls about it. */
export const titleWords = ({ title, due }: Task, today: Temporal.PlainDate): string =>
  due === null ? title : `${title}（期限${dayWords(due, today)}）`;

/** Which posts have no channel that is set up; empty where all have one. */
export const withoutChannelWords = (contacts: readonly Contact[]): string =>
  contacts.length === 0
    ? ''
    : `渠道没有接通、提醒送不到的岗位：${contacts.map(({ post }) => post).join('、')}。`;

/** What to do for contacts that have no channel which is set up, and whom to ask. */
export function channelsMissingWords(contacts: readonly Contact[], outlets: Outlets): string {
  const channels = [...new Set(contacts.flatMap((contact) => contact.channels))];
  const lack = channels.length === 0 ? '任何渠道' : channelNames(channels);
  const posts = contacts.map(({ post }) => post).join('、');
  return `${posts}没有接通${lack}，收不到提醒。请在通讯录里改用${channelNames(outlets.channels)}；${ASK}。`;
}

/** That what the contact of `post` is told does not arrive, and what to do about it. */
export function unreachedWords(post: string, why: UnreachedWhy): string {
  return `给${post}的提醒现在送不到：${unreachedName[why]}，${unreachedRemedy[why]}。`;
}

/** That a task's record is damaged, where its notice would have stood. */
export const damagedWords = (task: string): string =>
  `有1项工作（编号${task}）到了提醒日，但它的记录无法读取，请联系系统管理员。`;

/** That a task which a post was notified of is no longer given to it. */
export function publicationUndoneWords({ by, title, source }: PublicationUndone): string {
  const end = '现在不用办理；重新交办的，另行通知。';
  return title === null
    ? `${by}撤回了此前告知的1项工作，${end}`
    : `${by}撤回了《${source ?? ''}》的发布：“${title}”${end}`;
}
