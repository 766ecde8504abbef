import type { Temporal } from 'temporal-polyfill';
import type { Role } from '../base/role.ts';
import { hasCome, localDay, policyOn } from '../policy/hours.ts';
import { timeLamp } from '../tasks/lamp.ts';
import type { Unanswered } from '../tasks/occasion.ts';
import { postOf } from '../tasks/task.ts';
import { awaitedOf } from '../tasks/waiting.ts';
import { asksForSign, begins, isRung } from './acknowledgement.ts';
import { type Answered, type Climb, ownerKeyOf, type Silence } from './climb.ts';
import type { Look } from './climb-replies.ts';
import { climbWakeAt } from './climb-wake.ts';
import type { Escalation, TaskNotice } from './notice.ts';

/** The notices of a run including escalations, and the remaining silence. */
export type Climbed = { readonly notices: readonly TaskNotice[]; readonly silence: Silence };

/**
 * Escalates the silence about a task by at most one level, however late the run is, and tracks
 * those of `notices` that request an acknowledgement from the owner's post. If one of them goes to
 * the next level anyway, it becomes the escalation.
 *
 * @param silence - from {@link afterReplies}.
 * @param notices - notices of the ladder at `now`.
 */
export function climbed(silence: Silence, notices: readonly TaskNotice[], look: Look): Climbed {
  const { task, now, rules } = look;
  const plannedAt = climbWakeAt(silence, task, rules);
  const stepped = hasCome(plannedAt, now)
    ? step(silence, notices, plannedAt, look)
    : { silence, notices };
  const asking = notices.find((notice) =>
    asksForSign({ task, notice, role: notice.role }, now, rules),
  );
  const climb = asking ? takenOver(stepped.silence.climb, asking, look) : stepped.silence.climb;
  return { notices: stepped.notices, silence: { ...stepped.silence, climb } };
}

const chainOf = (look: Look): readonly Role[] => policyOn(todayOf(look), look.rules).signFor.chain;

const todayOf = ({ now, rules }: Look): Temporal.PlainDate => localDay(now, rules);

function step(
  silence: Silence,
  notices: readonly TaskNotice[],
  plannedAt: Temporal.Instant,
  look: Look,
): Climbed {
  const { climb, answered } = silence;
  const due = climb ? rise(climb, answered, look) : lapse(answered, look);
  if (!due.told) return { notices, silence: due.silence };
  const all = withStep(notices, { ...due.told, plannedAt }, look);
  return { notices: all, silence: steppedWith(due.silence, due.told.escalates, all, look) };
}

/** `silence` that knows by which of `notices` its step is told. */
function steppedWith(
  { climb, answered }: Silence,
  escalates: Escalation | null,
  notices: readonly TaskNotice[],
  { rules }: Look,
): Silence {
  const told = notices.find((notice) => notice.escalates === escalates);
  if (climb === null || !told) return { climb, answered };
  const { occasion, post, plannedAt } = told;
  const day = localDay(plannedAt, rules);
  return { climb: { ...climb, step: { occasion, post, day } }, answered };
}

/** Result of a silence: what remains of it, and who is notified, if anybody. */
type Due = {
  readonly silence: Silence;
  readonly told?: Pick<TaskNotice, 'occasion' | 'role' | 'escalates'>;
};

/** No acknowledgement: the next level is notified. */
function rise(climb: Climb, answered: Answered | null, look: Look): Due {
  const { level, role } = nextStep(climb.level, look);
  if (role === undefined) return { silence: { climb: { ...climb, level: level + 1 }, answered } };
  const { task, replies, now, rules } = look;
  const [first, latest] = [climb.asked[0], climb.asked.at(-1)];
  if (!first || !latest) return { silence: { climb: null, answered } };
  const today = todayOf(look);
  const why = 'unsigned';
  const escalates: Escalation = {
    why,
    key: ownerKeyOf(task, first.occasion),
    since: localDay(replies.messages[0]?.sentAt ?? now, rules),
    trail: climb.trail,
    answered,
  };
  const trail = [...climb.trail, { role: heardBy(role, look), on: today }];
  return {
    silence: { climb: { ...climb, level: level + 1, from: today, trail }, answered },
    // What asked last, not this morning's: a run that is repeated on a later morning finds its own notice.
    told: { occasion: unanswered(latest, why, level), role, escalates },
  };
}

/** A red task was acknowledged but not reported on: one post is notified, once. */
function lapse(answered: Answered | null, look: Look): Due {
  const owes = answered?.owes;
  if (!answered || !owes) return { silence: { climb: null, answered } };
  const isRed = timeLamp(look.task, todayOf(look), look.rules).colour === 'red';
  const over = { ...owes, level: chainOf(look).length };
  const silence = { climb: null, answered: { ...answered, owes: isRed ? over : null } };
  const { level, role } = nextStep(owes.level, look);
  if (role === undefined || !isRed) return { silence };
  const why = 'lapsed';
  const key = ownerKeyOf(look.task, owes.occasion);
  const escalates: Escalation = { why, key, since: owes.since, trail: [], answered };
  return { silence, told: { occasion: unanswered(owes, why, level), role, escalates } };
}

/** That what asked on `occasion` is told to the post that comes after `level` others. */
const unanswered = (
  { occasion }: Pick<TaskNotice, 'occasion'>,
  why: Unanswered['why'],
  level: number,
): Unanswered => ({ kind: 'unanswered', after: occasion, why, level: level + 1 });

/**
 * The role to which a silence is escalated next; the office if the post is vacant; undefined at the
 * end of the chain.
 */
export function toldNext({ level }: Climb, look: Look): Role | undefined {
  const { role } = nextStep(level, look);
  return role && heardBy(role, look);
}

/** Who is notified of what is for `role`. */
const heardBy = (role: Role, { task, replies }: Look): Role =>
  replies.isVacant(postOf(task, role)) ? 'office' : role;

/**
 * The next level from `level` on that is not the silent contact itself; without a role at the end
 * of the chain.
 */
function nextStep(
  level: number,
  look: Look,
): { readonly level: number; readonly role: Role | undefined } {
  const { task } = look;
  const { contactOf } = look.replies;
  const chain = chainOf(look);
  const silent = contactOf(task.owner);
  const skipped = chain.slice(level).findIndex((role) => contactOf(postOf(task, role)) !== silent);
  const next = skipped < 0 ? Math.max(level, chain.length) : level + skipped;
  return { level: next, role: chain[next] };
}

/** `notices` with one that tells of a silence; what a rung says to the same post anyway says it too. */
function withStep(
  notices: readonly TaskNotice[],
  told: Pick<TaskNotice, 'occasion' | 'role' | 'plannedAt' | 'escalates'>,
  { task }: Look,
): readonly TaskNotice[] {
  const post = postOf(task, told.role);
  const isThere = (notice: TaskNotice): boolean => notice.post === post && isRung(notice);
  if (notices.some(isThere)) {
    const { escalates } = told;
    return notices.map((notice) => (isThere(notice) ? { ...notice, escalates } : notice));
  }
  return [...notices, { about: 'task', task: task.id, post, due: task.due, skipped: [], ...told }];
}

/**
 * Maximum number of notices checked for an acknowledgement: the first one and the latest others.
 */
const MAX_ASKED = 12;

/**
 * The climb once `asking` went out: begun by it, or taken over with its level and its first day.
 * While the office owes an answer none begins, nor does any with a weekly rung. One that has come to
 * the end of the chain begins there again when the lamp has become worse.
 */
function takenOver(
  climb: Climb | null,
  { occasion, plannedAt }: TaskNotice,
  look: Look,
): Climb | null {
  const { task, rules } = look;
  const from = todayOf(look);
  const asked = { occasion, day: localDay(plannedAt, rules) };
  const isRed = timeLamp(task, from, rules).colour === 'red';
  if (climb === null) {
    const isBegun = begins(occasion) && awaitedOf(task) === undefined;
    return isBegun ? { asked: [asked], level: 0, from, isRed, trail: [], step: null } : null;
  }
  const [first = asked, ...others] = climb.asked;
  const next = { ...climb, isRed, asked: [first, ...[...others, asked].slice(1 - MAX_ASKED)] };
  const isWorse = isRed && !climb.isRed;
  return isWorse && climb.level >= chainOf(look).length ? { ...next, level: 0, from } : next;
}
