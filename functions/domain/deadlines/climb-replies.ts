import { Temporal } from 'temporal-polyfill';
import type { PostId } from '../base/ids.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import type { Occasion } from '../tasks/occasion.ts';
import { keyOf } from '../tasks/occasion-codec.ts';
import type { Task } from '../tasks/task.ts';
import { begins } from './acknowledgement.ts';
import { type Asked, type Climb, chainOfClimb, type Silence } from './climb.ts';
import { afterSignature, type Signed } from './climb-answers.ts';

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
  readonly contactOf: (post: PostId) => string | undefined;
  /** Whether a post is currently vacant, so that the office receives. */
  readonly isVacant: (post: PostId) => boolean;
  /** Whether a post may be notified of the task; each may unless its source is restricted. */
  readonly mayHear: (post: PostId) => boolean;
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
  const first = ofChain(asked, messages).find(({ contact }) => contact === receiver);
  const step = replies.stepAt === 'pending' ? now : replies.stepAt;
  const days = [first?.sentAt ?? now, ...(step ? [step] : [])].map((at) => localDay(at, rules));
  return { climb: { ...climb, asked, from: latest(climb.from, ...days) }, answered };
}

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

/** Those of `messages` that asked by the chain that the climb of `asked` is on. */
export function ofChain(
  asked: readonly Asked[],
  messages: readonly AskedMessage[],
): readonly AskedMessage[] {
  const chain = chainOfClimb({ asked });
  const keys = new Set(
    asked
      .filter((each) => (each.chain ?? 'signFor') === chain)
      .map(({ occasion }) => keyOf(occasion)),
  );
  return messages.filter(({ occasion }) => keys.has(keyOf(occasion)));
}

const latest = (
  first: Temporal.PlainDate,
  ...others: readonly Temporal.PlainDate[]
): Temporal.PlainDate =>
  others.reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a), first);
