import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Day, Moment } from '../base/parsing.ts';
import { workingDayAfter } from '../calendar/working-calendar.ts';
import type { Post } from '../contacts/contact.ts';
import { localDay, policyOn, type Rules, sendInstant } from '../policy/hours.ts';
import { timeLamp } from '../tasks/lamp.ts';
import { actName, type Move } from '../tasks/moves.ts';
import type { Occasion } from '../tasks/occasion.ts';
import { keyOf } from '../tasks/occasion-codec.ts';
import { OccasionKey, withOccasion } from '../tasks/occasion-key.ts';
import { isLive, type Task } from '../tasks/task.ts';
import { awaitedOf } from '../tasks/waiting.ts';
import { begins } from './acknowledgement.ts';
import { type Escalation, ToldRole, taskNoticeKey } from './notice.ts';

const StoredAsked = z.object({ rung: OccasionKey, day: Day });

/** A notice that asked the owner's post for a signature: why, and the day that its digest is of. */
const Asked = withOccasion(StoredAsked);
export type Asked = z.infer<typeof Asked>;

/**
 * Missing acknowledgements of an owner's post for one task, across notices. Starts with the first
 * unacknowledged notice.
 */
const Climb = z.object({
  /** Notices that requested it, oldest first; at least one. */
  asked: z.array(Asked).readonly(),
  /** Number of escalation levels notified or skipped. */
  level: z.int().nonnegative(),
  /** The day from which the time limit of the next level runs. */
  from: Day,
  /** Whether the lamp was red at the last request. */
  isRed: z.boolean(),
  /** Who was notified, and when. */
  trail: z.array(ToldRole).readonly(),
  /** The notice of the last escalation; null before the first. */
  step: withOccasion(StoredAsked.extend({ post: z.string() })).nullable(),
});
export type Climb = Readonly<z.infer<typeof Climb>>;

/** A report that is due, and the escalation if it is missing. */
const Owed = withOccasion(
  z.object({
    /** Day of the acknowledgement. */
    since: Day,
    /** Next escalation level; beyond the last one once it was notified. */
    level: z.int().nonnegative(),
    rung: OccasionKey,
  }),
);
type Owed = z.infer<typeof Owed>;

/** The last response of the owner's post. */
const Answered = z.object({
  /** As shown in the history, including the reported value: `反馈60%`. */
  what: z.string(),
  /** Name of the post that responded. */
  by: z.string(),
  at: Moment,
  /** The report that follows from acknowledging a red task; null if none is due. */
  owes: Owed.nullable(),
});
export type Answered = Readonly<z.infer<typeof Answered>>;

/** State of the owner's silence, and the last response before it. */
export const Silence = z.object({
  climb: Climb.nullable().default(null),
  answered: Answered.nullable().default(null),
});
export type Silence = Readonly<z.infer<typeof Silence>>;

/** No silence, and no known response. */
export const NO_SILENCE: Silence = { climb: null, answered: null };

/** A sent notice that requested an acknowledgement, and the acknowledgement. */
export type AskedMessage = {
  readonly occasion: Occasion;
  readonly sentAt: Temporal.Instant;
  /** Id of the contact that received it. */
  readonly contact: string;
  readonly signature: { readonly at: Temporal.Instant; readonly by: string } | null;
};

/** State of the notices of a silence. */
export type Replies = {
  /** Sent notices, in the order of their requests. */
  readonly messages: readonly AskedMessage[];
  /** The occasions of those that have not gone out yet. */
  readonly pending: readonly Occasion[];
  /** When the last escalation was sent; also starts the time limit of the next level. */
  readonly stepAt: Temporal.Instant | 'pending' | null;
  /** Id of the contact that currently receives for a post. */
  readonly contactOf: (post: Post) => string | undefined;
  /** Whether a post is currently vacant, so that the office receives. */
  readonly isVacant: (post: Post) => boolean;
};

/** Input for evaluating a silence. */
export type Look = {
  readonly task: Task;
  readonly replies: Replies;
  readonly now: Temporal.Instant;
  readonly rules: Rules;
};

/**
 * Updates a silence with `replies`. An acknowledgement of any of its messages ends it. Notices that
 * were not sent, or no longer true when sent, are ignored. A new receiver of the post gets a full
 * time limit from the first message it received itself.
 */
export function afterReplies({ climb, answered }: Silence, look: Look): Silence {
  if (climb === null) return { climb, answered };
  const { task, replies, now, rules } = look;
  const { messages, pending, contactOf } = replies;
  const signed = lastSignature(messages);
  if (signed) {
    const later = messages.filter((each) => Temporal.Instant.compare(each.sentAt, signed.at) > 0);
    const left = afterSignature({ climb, answered }, task, signed, rules);
    return afterReplies(
      { ...left, climb: begunBy(climb, [...later.map(({ occasion }) => occasion), ...pending]) },
      { ...look, replies: { ...replies, messages: later, stepAt: null } },
    );
  }
  const asked = askedBy(climb, [...messages.map(({ occasion }) => occasion), ...pending]);
  if (asked.length === 0) return { climb: null, answered };
  const receiver = contactOf(task.owner);
  const first = messages.find(({ contact }) => contact === receiver);
  const step = replies.stepAt === 'pending' ? now : replies.stepAt;
  const days = [first?.sentAt ?? now, ...(step ? [step] : [])].map((at) => localDay(at, rules));
  return { climb: { ...climb, asked, from: latest(climb.from, ...days) }, answered };
}

type Signed = {
  readonly occasion: Occasion;
  readonly at: Temporal.Instant;
  readonly by: string;
};

/** The last signature under any of `messages`, with the occasion of that one. */
const lastSignature = (messages: readonly AskedMessage[]): Signed | undefined =>
  messages
    .flatMap(({ occasion, signature }) => (signature ? [{ occasion, ...signature }] : []))
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
    .at(-1);

/** The climb that what went out after a signature has begun again. */
function begunBy(climb: Climb, occasions: readonly Occasion[]): Climb | null {
  const asked = askedBy(climb, occasions);
  const [first] = asked;
  if (!first || !begins(first.occasion)) return null;
  return { ...climb, asked, level: 0, from: first.day, trail: [], step: null };
}

/** What of `climb` asked on one of `occasions`. */
function askedBy({ asked }: Climb, occasions: readonly Occasion[]): readonly Asked[] {
  const keys = new Set(occasions.map(keyOf));
  return asked.filter(({ occasion }) => keys.has(keyOf(occasion)));
}

const latest = (
  first: Temporal.PlainDate,
  ...others: readonly Temporal.PlainDate[]
): Temporal.PlainDate =>
  others.reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a), first);

/**
 * Acknowledging a red task requires a report, unless the office has a pending decision. A report
 * that is already due stays due since the first acknowledgement.
 */
function afterSignature(
  { climb, answered }: Silence,
  task: Task,
  { occasion, at, by }: Signed,
  rules: Rules,
): Silence {
  const since = localDay(at, rules);
  const isRed = timeLamp(task, since, rules).colour === 'red';
  const isPromised = isRed && awaitedOf(task) === undefined;
  const promise = isPromised ? { since, level: climb?.level ?? 0, occasion } : null;
  return {
    climb: null,
    answered: { what: actName.signFor, by, at, owes: answered?.owes ?? promise },
  };
}

/** A move and its author. */
export type Made = {
  readonly move: Move;
  /** Name of the post. */
  readonly by: string;
  readonly at: Temporal.Instant;
  /** Whether the author responds for the owner's post. */
  readonly isForOwner: boolean;
};

/** Moves that count as a response of the owner's post. */
const ANSWERS: ReadonlySet<Move['act']> = new Set([
  'report',
  'submit',
  'requestExtension',
  'disown',
  'signFor',
]);

/**
 * Updates a silence about `task` after a move. A response of the owner's post ends it, and so does
 * any decision of the office or the head.
 */
export function afterMove(silence: Silence, task: Task, made: Made, rules: Rules): Silence {
  if (ANSWERS.has(made.move.act)) {
    return made.isForOwner ? afterAnswer(silence, task, made, rules) : silence;
  }
  const { answered } = silence;
  const isHandedOver = made.move.act === 'reassign' || made.move.act === 'assign';
  return { climb: null, answered: isHandedOver || !answered ? null : { ...answered, owes: null } };
}

function afterAnswer(silence: Silence, task: Task, { move, by, at }: Made, rules: Rules): Silence {
  if (move.act === 'signFor') {
    const occasion = silence.climb?.asked.at(-1)?.occasion ?? handOverOf(task);
    return afterSignature(silence, task, { occasion, at, by }, rules);
  }
  const share = move.act === 'report' && task.kind !== 'target' ? move.progress : null;
  const what = `${actName[move.act]}${share === null ? '' : `${share}%`}`;
  return { climb: null, answered: { what, by, at, owes: null } };
}

const handOverOf = ({ assignment }: Task): Occasion => ({
  kind: 'handOver',
  number: assignment.number,
});

/**
 * When to evaluate the silence about `task` next; null if nobody is left to notify. Evaluated once
 * more after the last level, because that notice may still be acknowledged.
 */
export function climbWakeAt(
  { climb, answered }: Silence,
  task: Task,
  rules: Rules,
): Temporal.Instant | null {
  if (!isLive(task)) return null;
  if (climb) return stepAt(climb.from, climb.level - 1, 'withinWorkingDays', rules);
  const owes = answered?.owes;
  return owes ? stepAt(owes.since, owes.level, 'reportWithinWorkingDays', rules) : null;
}

function stepAt(
  from: Temporal.PlainDate,
  level: number,
  limit: 'withinWorkingDays' | 'reportWithinWorkingDays',
  rules: Rules,
): Temporal.Instant | null {
  const { signFor } = policyOn(from, rules);
  const day = workingDayAfter(from, signFor[limit], rules.calendar);
  return level < signFor.chain.length ? sendInstant(day, rules) : null;
}

/** The key of the notice of `occasion` to the owner's post, as long as neither that nor the date changed. */
export const ownerKeyOf = ({ id, owner, due }: Task, occasion: Occasion): string =>
  taskNoticeKey({ task: id, occasion, post: owner, due });

/**
 * Whether the silence of a notice continues, according to the task: it has neither ended nor
 * restarted.
 */
export function isOf({ climb, answered }: Silence, task: Task, told: Escalation): boolean {
  if (told.why === 'lapsed') return told.answered !== null && isSame(answered, told.answered);
  const [first] = climb?.asked ?? [];
  return first !== undefined && ownerKeyOf(task, first.occasion) === told.key;
}

const isSame = (a: Answered | null, b: Pick<Answered, 'at' | 'what'>): boolean =>
  a !== null && a.at.equals(b.at) && a.what === b.what;
