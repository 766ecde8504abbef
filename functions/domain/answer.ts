import { Temporal } from 'temporal-polyfill';
import { workingDayAfter } from './calendar.ts';
import { postOf } from './decide.ts';
import { localDay, policyAt, policyOn, type Rules, sendInstant } from './hours.ts';
import { timeLamp } from './lamp.ts';
import { assignmentOf, noticeKey, type TaskNotice } from './notice.ts';
import { isPace } from './pace-step.ts';
import { isStillTrue } from './recheck.ts';
import { askedBy } from './return-steps.ts';
import type { Role } from './role.ts';
import type { Task } from './task.ts';

/** Who was told of an unanswered notice, and on which day. */
type Told = { readonly role: Role; readonly on: Temporal.PlainDate };

/** How a notice that asks to be signed for (签收) was answered so far. */
export type Answer = {
  /** Key of the notice. */
  readonly key: string;
  /** Steps of the chain that heard of the silence. */
  readonly level: number;
  /** When something was last said or signed: the next step is counted from its day. */
  readonly since: Temporal.Instant;
  readonly signedAt: Temporal.Instant | null;
  /** Id of the contact that signed. */
  readonly signedBy: string | null;
  /** Whether the task was overdue when the notice went out. */
  readonly isRed: boolean;
  /** Nothing more will be said of it. */
  readonly isSettled: boolean;
  readonly trail: readonly Told[];
};

/** An answer that has not been given yet, to a notice that went out at `sentAt`. */
export const awaited = (
  { task, notice }: { readonly task: Task; readonly notice: TaskNotice },
  sentAt: Temporal.Instant,
  rules: Rules,
): Answer => ({
  key: noticeKey(notice),
  level: 0,
  since: sentAt,
  signedAt: null,
  signedBy: null,
  isRed: timeLamp(task, localDay(sentAt, rules), rules).colour === 'red',
  isSettled: false,
  trail: [{ role: 'owner', on: localDay(sentAt, rules) }],
});

/**
 * Whether `notice`, told to `role` at `now`, asks to be signed for: the owner is asked at yellow or
 * above, but not for a date that nobody set.
 */
export function asksForSign(
  { task, notice, role }: { readonly task: Task; readonly notice: TaskNotice; readonly role: Role },
  now: Temporal.Instant,
  rules: Rules,
): boolean {
  if (role !== 'owner' || task.duePrecision === 'assumed-year-end') return false;
  if (!isRung(notice) || notice.escalates !== null) return false;
  const { colour } = timeLamp(task, localDay(now, rules), rules);
  return colour === 'yellow' || colour === 'red';
}

/** Neither a handing over nor a request for a report: those are answered by doing what they ask. */
const isRung = ({ rung }: TaskNotice): boolean =>
  assignmentOf(rung) === undefined && askedBy(rung) === undefined && !isPace(rung);

/**
 * `answer` signed by `by`. Signing again changes nothing. A signature settles it, but for a notice
 * that went out red: there the owner promises to act, and that promise is watched.
 */
export const signed = (answer: Answer, by: string, now: Temporal.Instant): Answer =>
  answer.signedAt === null
    ? { ...answer, signedAt: now, signedBy: by, since: now, isSettled: !answer.isRed }
    : answer;

/** When `answer` is to be looked at next; null when it is settled. */
export function answerWakeAt(answer: Answer, rules: Rules): Temporal.Instant | null {
  if (answer.isSettled) return null;
  const since = localDay(answer.since, rules);
  const { withinWorkingDays, reportWithinWorkingDays } = policyOn(since, rules).signFor;
  const days = answer.signedAt === null ? withinWorkingDays : reportWithinWorkingDays;
  return sendInstant(workingDayAfter(since, days, rules.calendar), rules);
}

/** What a due answer leads to: at most one notice to the next step of the chain. */
export type AnswerDecision = { readonly answer: Answer; readonly notice: TaskNotice | null };

/**
 * Decides about an answer that is due at `now`. Silence, or a signature that nothing followed while
 * the task is red, climbs one step; never two at once, however late the run. A broken promise is
 * told once. What is not true any more, was reported on since, or has reached the end of the chain
 * is settled.
 *
 * @param source - the digest that the notice went out with.
 */
export function decideAnswer(
  answer: Answer,
  {
    task,
    notice,
    source,
  }: { readonly task: Task | undefined; readonly notice: TaskNotice; readonly source: string },
  now: Temporal.Instant,
  rules: Rules,
): AnswerDecision {
  const settled = { answer: { ...answer, isSettled: true }, notice: null };
  if (!task || !isStillTrue(task, notice, rules)) return settled;
  if (!isUnanswered(answer, task, now, rules)) return settled;
  const { chain } = policyAt(now, rules).signFor;
  const role = chain[answer.level];
  if (role === undefined) return settled;
  const level = answer.level + 1;
  const trail = [...answer.trail, { role, on: localDay(now, rules) }];
  const why = answer.signedAt === null ? 'unsigned' : 'lapsed';
  const isLast = why === 'lapsed' || level >= chain.length;
  return {
    answer: { ...answer, level, since: now, trail, isSettled: isLast },
    notice: {
      ...notice,
      rung: `${notice.rung}/${why}-${level}`,
      post: postOf(task, role),
      role,
      plannedAt: answerWakeAt(answer, rules) ?? now,
      skipped: [],
      escalates: { digest: source, key: answer.key, why, trail: answer.trail },
    },
  };
}

/** Nobody signed; or somebody did, nothing was reported since, and the day has passed. */
function isUnanswered(
  { signedAt }: Answer,
  task: Task,
  now: Temporal.Instant,
  rules: Rules,
): boolean {
  if (signedAt === null) return true;
  const { lastReport } = task;
  const isReported = lastReport !== null && Temporal.Instant.compare(lastReport.at, signedAt) >= 0;
  return !isReported && timeLamp(task, localDay(now, rules), rules).colour === 'red';
}
