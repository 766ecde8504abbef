import { Temporal } from 'temporal-polyfill';
import type { Post } from '../contacts/contact.ts';
import type { Names } from '../contacts/named.ts';
import type { Answer } from '../deadlines/acknowledgement.ts';
import { type Notice, noticeKey } from '../deadlines/notice.ts';
import { hasCome } from '../policy/hours.ts';
import { keyOf } from '../tasks/occasion.ts';

/**
 * open: takes notices; sending: claimed by one run until its lease ends; sent, unknown (it may have
 * gone out, and no answer ever told), failed (refused for good), unreached (its contact has no channel
 * that delivers) and cancelled (nothing in it was true any more) are ends.
 */
type DigestState = 'open' | 'sending' | 'sent' | 'unknown' | 'failed' | 'unreached' | 'cancelled';

/** What one post is told on one day, and the proof that it was (送达凭证). */
export type Digest = {
  readonly park: string;
  /** Local day of the records that filled it. */
  readonly day: Temporal.PlainDate;
  readonly post: Post;
  /** From 1; a second one takes what comes after the first went out. */
  readonly number: number;
  readonly state: DigestState;
  readonly notices: readonly Notice[];
  /** Keys of notices that were not true any more when it was sent. */
  readonly dropped: readonly string[];
  /** The run that holds it while `sending`. */
  readonly holder: string | null;
  /** When to look again; for a held digest the end of the lease. */
  readonly wakeAt: Temporal.Instant | null;
  /** Times that the provider refused it. */
  readonly attempts: number;
  /** Times that it may have gone out and no answer told: a lost one, or a run that ended without a word. */
  readonly unknowns: number;
  /** Id of the contact that received it, may have, or was to: nothing may have reached it. */
  readonly contact: string | null;
  /** Id of the contact for whom that one stands in; null where none does. */
  readonly insteadOf: string | null;
  /** What both were called when it was told to them; not known of one that is older than this. */
  readonly names?: Names;
  readonly messageId: string | null;
  /** Code of the link that its message carries, chosen when it is first claimed; null until then. */
  readonly code: string | null;
  /** Codes of the links that it was told with before: to somebody else, or at another address. */
  readonly formerCodes: readonly string[];
  readonly sentAt: Temporal.Instant | null;
  /** Of the notices that ask to be signed for. */
  readonly answers: readonly Answer[];
  /** Messages that told it once more because somebody asked for that. */
  readonly copies: readonly Copy[];
};

/** A message that told a digest once more. */
type Copy = Pick<Digest, 'contact' | 'insteadOf' | 'messageId' | 'sentAt'>;

/** Notices that one digest holds at most, so that its item stays far below 400 KB. */
const MAX_NOTICES = 1000;

/** Refusals after which a digest is given up and the office is told. */
export const MAX_ATTEMPTS = 5;

/** Times that a digest goes out without an answer before the office is told that it may have arrived. */
const MAX_UNKNOWNS = 3;

/**
 * How long a claim holds from the beginning of its run. Longer than a function may take (it is stopped
 * after 5 minutes), so that only one run publishes; shorter than the 15 minutes from which a wake
 * needs a slot.
 */
export const LEASE = Temporal.Duration.from({ minutes: 10 });

/** How much of the lease must be left to publish: a call that hangs does not meet the next holder's. */
const PUBLISHING_TAKES = Temporal.Duration.from({ minutes: 1 });

/** How long a refused digest waits for its next attempt. */
export const RETRY_AFTER = Temporal.Duration.from({ minutes: 10 });

/** How long a digest waits that may have gone out: whoever received it is not told it every few minutes. */
const UNKNOWN_RETRY_AFTER = Temporal.Duration.from({ hours: 1 });

/** How far back a digest is looked for that is not settled, or not signed for. */
export const LOOK_BACK = Temporal.Duration.from({ days: 62 });

/** Names a digest of `park`: `2022-06-15#owner@安环局#1`. */
export const digestId = ({ day, post, number }: Pick<Digest, 'day' | 'post' | 'number'>): string =>
  `${day.toString()}#${post}#${number}`;

/** A digest that holds `notice` and is due at `wakeAt`. */
export const opened = (
  place: Pick<Digest, 'park' | 'day' | 'post' | 'number'>,
  notice: Notice,
  wakeAt: Temporal.Instant,
): Digest => ({
  ...place,
  state: 'open',
  notices: [notice],
  dropped: [],
  holder: null,
  wakeAt,
  attempts: 0,
  unknowns: 0,
  contact: null,
  insteadOf: null,
  messageId: null,
  code: null,
  formerCodes: [],
  sentAt: null,
  answers: [],
  copies: [],
});

/** `digest` whose next message carries the link `code`. */
export const linkedBy = (digest: Digest, code: string): Digest => ({
  ...digest,
  code,
  formerCodes:
    digest.code === null || digest.code === code
      ? digest.formerCodes
      : [...digest.formerCodes, digest.code],
});

/** Whether `digest` holds the notice with `key`, told or dropped. */
export const holdsKey = (digest: Digest, key: string): boolean =>
  digest.notices.some((notice) => noticeKey(notice) === key);

/** Characters of a digest's notices, at three bytes each still below the 400 KB of an item. */
const MAX_CHARACTERS = 100_000;

/** Whether `digest` still takes notices. */
export const takesMore = ({ state, notices }: Digest): boolean =>
  state === 'open' &&
  notices.length < MAX_NOTICES &&
  JSON.stringify(notices.map(storedForm)).length < MAX_CHARACTERS;

/** `notice` with its occasions as their keys, as it is stored. */
function storedForm(notice: Notice): unknown {
  if (notice.about === 'park') return notice;
  const { occasion, skipped, ...others } = notice;
  return { ...others, rung: keyOf(occasion), skipped: skipped.map(keyOf) };
}

/** `digest` with one more notice. */
export const withNotice = (digest: Digest, notice: Notice): Digest => ({
  ...digest,
  notices: [...digest.notices, notice],
});

/** Whether a run may claim `digest` at `now`: it is open and due, or the lease of its holder has ended. */
export const isClaimable = ({ state, wakeAt }: Digest, now: Temporal.Instant): boolean =>
  (state === 'open' || state === 'sending') && hasCome(wakeAt, now);

/**
 * Whether a run that began at `begun` may still publish at `now` what it claimed. Later its claims have
 * ended, and what it says is of another hour.
 */
export const holdsAt = (begun: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now.add(PUBLISHING_TAKES), begun.add(LEASE)) < 0;

/** `digest` held by the run `holder`, which began at `begun`, to the end of the lease. */
export const claimed = (
  digest: Digest,
  {
    holder,
    code,
    begun,
  }: {
    readonly holder: string;
    readonly code: string;
    readonly begun: Temporal.Instant;
  },
): Digest => ({
  ...linkedBy(digest, code),
  unknowns: unknownsFor(digest, holder),
  state: 'sending',
  holder,
  wakeAt: begun.add(LEASE),
});

/** What another run held and did not put back may have gone out. */
const unknownsFor = ({ state, holder, unknowns }: Digest, me: string): number =>
  unknowns + Number(state === 'sending' && holder !== me);

/** `digest` put off to `wakeAt` by the run `me`, which did not publish it, for anyone to claim. */
export const postponed = (digest: Digest, me: string, wakeAt: Temporal.Instant): Digest =>
  reopened({ ...digest, unknowns: unknownsFor(digest, me) }, wakeAt);

const reopened = (digest: Digest, wakeAt: Temporal.Instant): Digest => ({
  ...digest,
  state: 'open',
  holder: null,
  wakeAt,
});

/** What is known of a message when it is over: who received it, or may have, and what it asked for. */
export type Told = Pick<Digest, 'contact' | 'insteadOf' | 'names' | 'dropped' | 'answers'>;

/** The proof that `digest` went out. */
export const sent = (
  digest: Digest,
  proof: Told & Pick<Digest, 'messageId' | 'sentAt'>,
): Digest => ({ ...digest, ...proof, state: 'sent', holder: null, wakeAt: null });

/** Whether `digest` went out, or may have, for the last time. */
export const isOut = ({ state }: Digest): boolean => state === 'sent' || state === 'unknown';

/**
 * `digest` with nothing left to tell: every notice was dropped. Its keys stay used. What may have
 * gone out before is not called cancelled.
 */
export const cancelled = (digest: Digest, told: Told): Digest =>
  digest.unknowns > 0 ? givenUp(digest, told) : ended(digest, 'cancelled');

/** `digest` after the provider refused it `times` more: to be tried again, or given up. */
export function refused(digest: Digest, told: Told, { times, now }: Refusal): Digest {
  const next = { ...digest, attempts: digest.attempts + times };
  return isSpent(next) ? givenUp(next, told) : reopened(next, now.add(RETRY_AFTER));
}

type Refusal = { readonly times: number; readonly now: Temporal.Instant };

/** `digest` after it went out at `now` without an answer: to be told once more, or given up. */
export function unanswered(digest: Digest, told: Told, now: Temporal.Instant): Digest {
  const next = { ...digest, ...receiverOf(told), unknowns: digest.unknowns + 1 };
  return isSpent(next) ? givenUp(next, told) : reopened(next, now.add(UNKNOWN_RETRY_AFTER));
}

/** Whether one more refusal is the last one. */
export const isLastAttempt = ({ attempts }: Digest): boolean => attempts + 1 >= MAX_ATTEMPTS;

/** Whether `digest` is not to be sent once more. */
export const isSpent = ({ attempts, unknowns }: Digest): boolean =>
  attempts >= MAX_ATTEMPTS || unknowns >= MAX_UNKNOWNS;

/**
 * `digest` after its last attempt: refused for good or, where a message may have gone out, unknown.
 * Then it names whom that one was for, whoever holds the post since.
 */
export function givenUp(digest: Digest, told: Told): Digest {
  if (digest.unknowns === 0) return ended(digest, 'failed');
  const receiver = receiverOf(digest.contact === null ? told : digest);
  return { ...ended(digest, 'unknown'), ...told, ...receiver };
}

const receiverOf = ({
  contact,
  insteadOf,
  names,
}: Told): Pick<Told, 'contact' | 'insteadOf' | 'names'> => ({
  contact,
  insteadOf,
  ...(names && { names }),
});

const ended = (digest: Digest, state: DigestState): Digest => ({
  ...digest,
  state,
  holder: null,
  wakeAt: null,
});

/** `digest` that was not sent, because nothing reaches its contact. No answer to it is awaited. */
export const unreached = (
  digest: Digest,
  told: Pick<Digest, 'contact' | 'insteadOf' | 'names' | 'dropped'>,
): Digest => ({ ...digest, ...told, state: 'unreached', holder: null, wakeAt: null });

/** Whether nothing is left to decide about `digest`. */
export const isSettled = ({ wakeAt }: Digest): boolean => wakeAt === null;
