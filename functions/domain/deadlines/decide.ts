import type { Temporal } from 'temporal-polyfill';
import type { PostId } from '../base/ids.ts';
import { Role } from '../base/role.ts';
import { hasCome, isSpeakingTime, localDay, nextSendInstant, type Rules } from '../policy/hours.ts';
import { isMetWhenDue } from '../tasks/due-figure.ts';
import { type ByKind, byKind, type Occasion } from '../tasks/occasion.ts';
import { keyOf } from '../tasks/occasion-codec.ts';
import { supportingPosts } from '../tasks/owned.ts';
import { postOf, type Task } from '../tasks/task.ts';
import { NO_SILENCE, type Silence } from './climb.ts';
import { chainOf, namedRole } from './climb-chain.ts';
import { afterReplies, type Look, type Replies } from './climb-replies.ts';
import { climbed } from './climb-step.ts';
import { climbWakeAt } from './climb-wake.ts';
import type { Heard } from './heard.ts';
import { answeredByNodes } from './node-answers.ts';
import { spokenOf } from './spoken-steps.ts';
import { type TaskNotice, taskNoticeKey } from './task-notice.ts';
import { heardThrough, occasionsAt, type TimedOccasion } from './timed-occasions.ts';
import { earlier, inTime, wakeAtOf } from './wakes.ts';

/** Notices due for a task now, and when to evaluate it again. */
export type TaskDecision = {
  readonly notices: readonly TaskNotice[];
  /** Strictly after the evaluation time; null if nothing becomes due without a change. */
  readonly next: Temporal.Instant | null;
  readonly heard: Heard;
};

/** Input for a decision about a task, besides time and rules. */
export type Undecided = {
  readonly task: Task;
  readonly heard: Heard;
  /**
   * What became of the notices that the owner did not answer; null where everything is signed for at
   * once, as in a rehearsal.
   */
  readonly replies: Replies | null;
};

/** Like {@link decideTask}, assuming immediate acknowledgement. */
export const decide = (
  task: Task,
  heard: Heard,
  now: Temporal.Instant,
  rules: Rules,
): TaskDecision => decideTask({ task, heard, replies: null }, now, rules);

/**
 * Decides about one task at `now`. Pure and total.
 * A late run sends one notice, for the latest rung reached, to everyone named by it or by a skipped
 * rung. Outside speaking time, it sends nothing and returns the next send time.
 */
export function decideTask(
  { task, heard: known, replies }: Undecided,
  now: Temporal.Instant,
  rules: Rules,
): TaskDecision {
  const heard = answeredByNodes(inTime(task, known, now, rules), task, rules);
  const { reached, next } = occasionsAt(task, heard, now, rules);
  const isDue = reached.length > 0 || hasCome(climbWakeAt(heard, task, rules), now);
  if (!isDue) return { notices: [], next: wakeAtOf(task, heard, rules), heard };
  if (!isSpeakingTime(now, rules)) {
    return { notices: [], next: nextSendInstant(now, rules), heard };
  }
  const matters = Map.groupBy(spokenOf(reached, localDay(now, rules)), matterOf);
  const said = [...matters.values()].flatMap((steps) => noticesOf(task, steps));
  const { notices, silence } = withSilence(heard, said, replies && { task, replies, now, rules });
  const told = { ...heardThrough(task, heard, reached), ...silence, on: localDay(now, rules) };
  const at = earlier(next?.at ?? null, climbWakeAt(silence, task, rules));
  return { notices, next: at, heard: told };
}

/** What the owner's silence adds to what the ladder says, and what is left of it. */
const withSilence = (
  silence: Silence,
  said: readonly TaskNotice[],
  look: Look | null,
): ReturnType<typeof climbed> =>
  look === null
    ? { notices: said, silence: NO_SILENCE }
    : climbed(afterReplies(silence, look), namedOf(said, look), look);

/**
 * `said` with what posts that may not be notified of the task are told by others in their place. A supporting
 * unit and who asked for a decision have no such other: nobody is told for them.
 */
function namedOf(said: readonly TaskNotice[], look: Look): readonly TaskNotice[] {
  if (said.every(({ post }) => look.replies.mayHear(post))) return said;
  const named = said.flatMap((notice) => inPlaceOf(notice, look) ?? []);
  const posts = new Map(named.map((notice) => [taskNoticeKey(notice), notice]));
  return [...posts.values()];
}

function inPlaceOf(notice: TaskNotice, look: Look): TaskNotice | undefined {
  if (look.replies.mayHear(notice.post)) return notice;
  if (notice.isSupporting || notice.occasion.kind === 'decision') return undefined;
  const role = namedRole(notice.role, chainOf('signFor', look), look);
  return { ...notice, role, post: postOf(look.task, role) };
}

const DEADLINE = 'deadline';

const matters: ByKind<string> = {
  before: () => DEADLINE,
  due: () => DEADLINE,
  overdue: () => DEADLINE,
  overdueWeekly: () => DEADLINE,
  handOver: () => DEADLINE,
  reportDue: ({ kind, of }) => `${kind} ${of.toString()}`,
  behindPace: ({ kind }) => kind,
  awaitsOffice: ({ kind }) => kind,
  decision: keyOf,
  urge: keyOf,
  nodesDone: ({ kind }) => kind,
  unanswered: keyOf,
  unknown: keyOf,
};

/** What a step is about: each matter is told by itself, and so is each ruling. */
const matterOf = ({ occasion }: TimedOccasion): string => byKind(occasion, matters);

/**
 * One notice for each post of `steps`, for its last rung; the earlier ones are listed as missed.
 */
function noticesOf(task: Task, steps: readonly TimedOccasion[]): readonly TaskNotice[] {
  const latest = steps.findLast(isRung) ?? steps.at(-1);
  const first = steps.find(isRung) ?? steps[0];
  if (!latest || !first) return [];
  const missed = steps
    .filter((step) => step !== latest && matterOf(step) === DEADLINE)
    .map(({ occasion }) => occasion);
  const skipped = withoutRepeats(missed);
  const notice = {
    about: 'task',
    task: task.id,
    occasion: latest.occasion,
    // An urging is the same whatever date its task is given before it goes out.
    due: latest.occasion.kind === 'urge' ? null : task.due,
    plannedAt: first.at,
    skipped,
    escalates: null,
  } as const;
  const told = audience(task, steps);
  return [
    ...told.map(([post, role]): TaskNotice => ({ ...notice, post, role })),
    ...supporters(task, steps)
      .filter((post) => told.every(([other]) => other !== post))
      .map((post): TaskNotice => ({ ...notice, post, role: 'owner', isSupporting: true })),
  ];
}

/** The posts of supporting units that are notified of `steps`; of an assumed date only that it is handed over. */
function supporters(task: Task, steps: readonly TimedOccasion[]): readonly PostId[] {
  const isOfDate = task.duePrecision !== 'assumed-year-end' && !isMetWhenDue(task);
  const isTold = steps.some(
    ({ occasion: { kind } }) =>
      kind === 'handOver' || (isOfDate && (kind === 'due' || kind === 'overdue')),
  );
  return isTold ? supportingPosts(task) : [];
}

/** Each post once, in the lowest of its roles. */
function audience(
  task: Task,
  steps: readonly TimedOccasion[],
): readonly (readonly [PostId, Role])[] {
  const named = new Set(steps.flatMap(({ to }) => to));
  const posts = new Map<PostId, Role>(steps.flatMap(({ post }) => (post ? [[post, 'owner']] : [])));
  for (const role of Role.options.filter((each) => named.has(each))) {
    const post = postOf(task, role);
    if (!posts.has(post)) posts.set(post, role);
  }
  return [...posts].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Lists only the last of the missed weekly rungs, because they have the same content. */
function withoutRepeats(missed: readonly Occasion[]): readonly Occasion[] {
  const last = missed.findLastIndex(({ kind }) => kind === 'overdueWeekly');
  return missed.filter(({ kind }, at) => kind !== 'overdueWeekly' || at === last);
}

const isRung = ({ order }: TimedOccasion): boolean => order !== undefined;
