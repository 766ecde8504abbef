import { Temporal } from 'temporal-polyfill';
import { workingDayAfter } from '../calendar/working-calendar.ts';
import type { Post } from '../contacts/contact.ts';
import { localDay, policyOn, type Rules, sendInstant } from '../policy/hours.ts';
import { timeLamp } from '../tasks/lamp.ts';
import { actName, type Move } from '../tasks/moves.ts';
import { keyOf, type Occasion } from '../tasks/occasion.ts';
import { isLive, type Task } from '../tasks/task.ts';
import { awaitedOf } from '../tasks/waiting.ts';
import { begins } from './acknowledgement.ts';
import { type Escalation, type Told, taskKey } from './notice.ts';

/** A notice that asked the owner's post for a signature: why, and the day that its digest is of. */
export type Asked = { readonly occasion: Occasion; readonly day: Temporal.PlainDate };

/**
 * The silence of an owner's post about one task, however many notices it spans: it begins with the
 * first that nobody answers, and each later one only lends it its words.
 */
export type Climb = {
  /** What asked, oldest first; at least one. */
  readonly asked: readonly Asked[];
  /** Steps of the chain that heard of it, or were passed over. */
  readonly level: number;
  /** The day from which the limit of the next step counts. */
  readonly from: Temporal.PlainDate;
  /** Whether the lamp was red when it last asked. */
  readonly isRed: boolean;
  /** Who heard of it, and when. */
  readonly trail: readonly Told[];
  /** The notice that told the last of them; null before the first. */
  readonly step: (Asked & { readonly post: Post }) | null;
};

/** What the owner's post answered last. */
export type Answered = {
  /** As the history calls it, with the figure that was reported: `反馈60%`. */
  readonly what: string;
  /** The name of the post that answered. */
  readonly by: string;
  readonly at: Temporal.Instant;
  /** The report that a signature under a red lamp promised; null where none is owed. */
  readonly owes: Owed | null;
};

/** A report that was promised, and whom it is told to when it does not come. */
type Owed = {
  /** The day of the signature. */
  readonly since: Temporal.PlainDate;
  /** The step of the chain that hears; past the last one once it was told. */
  readonly level: number;
  readonly occasion: Occasion;
};

/** What is known of the owner's silence, and of the answer before it. */
export type Silence = { readonly climb: Climb | null; readonly answered: Answered | null };

/** Where everything was answered, and nothing is known of it. */
export const NO_SILENCE: Silence = { climb: null, answered: null };

/** A notice that asked and went out, with the signature under it. */
export type Message = {
  readonly occasion: Occasion;
  readonly sentAt: Temporal.Instant;
  /** Id of the contact that received it. */
  readonly contact: string;
  readonly signature: { readonly at: Temporal.Instant; readonly by: string } | null;
};

/** What became of the notices of a climb. */
export type Replies = {
  /** Those that went out, in the order in which they asked. */
  readonly messages: readonly Message[];
  /** The occasions of those that have not gone out yet. */
  readonly pending: readonly Occasion[];
  /** When the last step went out: the limit of the next one counts from there, too. */
  readonly stepAt: Temporal.Instant | 'pending' | null;
  /** Id of the contact that receives for a post now. */
  readonly contactOf: (post: Post) => string | undefined;
  /** Whether nobody holds a post now, so that the office receives for it. */
  readonly isVacant: (post: Post) => boolean;
};

/** What a look at a silence goes by. */
export type Look = {
  readonly task: Task;
  readonly replies: Replies;
  readonly now: Temporal.Instant;
  readonly rules: Rules;
};

/**
 * What is left of a silence once `replies` are known. A signature under any of its messages ends it.
 * What did not go out, or was not true any more when it did, began none. Who receives for the post
 * now has a whole limit from the first message that he got himself.
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
const lastSignature = (messages: readonly Message[]): Signed | undefined =>
  messages
    .flatMap(({ occasion, signature }) => (signature ? [{ occasion, ...signature }] : []))
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
    .at(-1);

/** The climb that what went out after a signature has begun anew. */
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
 * Signing what is red promises a report, unless the office owes the next word. One that is owed already
 * is owed since the first signature.
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

/** A move, and who made it. */
export type Made = {
  readonly move: Move;
  /** The name of the post. */
  readonly by: string;
  readonly at: Temporal.Instant;
  /** Whether it answers for the owner's post. */
  readonly isForOwner: boolean;
};

/** The moves by which an owner's post answers. */
const ANSWERS: ReadonlySet<Move['act']> = new Set([
  'report',
  'submit',
  'requestExtension',
  'disown',
  'signFor',
]);

/**
 * What is left of a silence about `task` after a move. An answer of the owner's post ends it; so does
 * whatever the office or the head does about the task.
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
 * When the silence about `task` is to be looked at next; null where nobody is left to hear of it. A
 * climb is looked at once more after its last step: what that went out with may be signed for.
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
  taskKey({ task: id, occasion, post: owner, due });

/** Whether the silence that a notice tells of goes on, as far as the task knows: it has not been broken, nor another one begun. */
export function isOf({ climb, answered }: Silence, task: Task, told: Escalation): boolean {
  if (told.why === 'lapsed') return told.answered !== null && isSame(answered, told.answered);
  const [first] = climb?.asked ?? [];
  return first !== undefined && ownerKeyOf(task, first.occasion) === told.key;
}

const isSame = (a: Answered | null, b: Pick<Answered, 'at' | 'what'>): boolean =>
  a !== null && a.at.equals(b.at) && a.what === b.what;
