import { Temporal } from 'temporal-polyfill';
import type { Answer } from './answer.ts';
import type { Post } from './contact.ts';
import { hasCome } from './hours.ts';
import { type Notice, noticeKey } from './notice.ts';

/**
 * open: takes notices; sending: claimed by one run until its lease ends; sent, failed (refused for
 * good) and cancelled (nothing in it was true any more) are ends.
 */
type DigestState = 'open' | 'sending' | 'sent' | 'failed' | 'cancelled';

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
  /** Times that the provider refused it, or that a run which held it ended without a word. */
  readonly attempts: number;
  /** Id of the contact that received it. */
  readonly contact: string | null;
  /** Id of the contact for whom that one stands in; null where none does. */
  readonly insteadOf: string | null;
  readonly messageId: string | null;
  /** Code of the link that its message carries, chosen when it is first claimed; null until then. */
  readonly code: string | null;
  readonly sentAt: Temporal.Instant | null;
  /** Of the notices that ask to be signed for. */
  readonly answers: readonly Answer[];
};

/** Notices that one digest holds at most, so that its item stays far below 400 KB. */
const MAX_NOTICES = 1000;

/** Refusals after which a digest is given up and the office is told. */
export const MAX_ATTEMPTS = 5;

/**
 * How long a claim holds. Longer than any run may take (a function is stopped after 5 minutes), so
 * that only one run publishes; shorter than the 15 minutes from which a wake needs a slot.
 */
export const LEASE = Temporal.Duration.from({ minutes: 10 });

/** How long a refused digest waits for its next attempt. */
export const RETRY_AFTER = Temporal.Duration.from({ minutes: 10 });

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
  contact: null,
  insteadOf: null,
  messageId: null,
  code: null,
  sentAt: null,
  answers: [],
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
  JSON.stringify(notices).length < MAX_CHARACTERS;

/** `digest` with one more notice. */
export const withNotice = (digest: Digest, notice: Notice): Digest => ({
  ...digest,
  notices: [...digest.notices, notice],
});

/** Whether a run may claim `digest` at `now`: it is open, or the lease of its holder has ended. */
export const isClaimable = ({ state, wakeAt }: Digest, now: Temporal.Instant): boolean =>
  state === 'open' || (state === 'sending' && hasCome(wakeAt, now));

/**
 * `digest` held by the run `holder` from `now` to the end of the lease. A lease that ran out before
 * counts as an attempt, so that nothing is repeated without end. It keeps the code of its first
 * claim, so that a message which is sent again carries the same link.
 */
export const claimed = (
  digest: Digest,
  { holder, code }: { readonly holder: string; readonly code: string },
  now: Temporal.Instant,
): Digest => ({
  ...digest,
  code: digest.code ?? code,
  attempts: digest.attempts + Number(digest.state === 'sending'),
  state: 'sending',
  holder,
  wakeAt: now.add(LEASE),
});

/** `digest` put off to `wakeAt`, for anyone to claim. */
export const postponed = (digest: Digest, wakeAt: Temporal.Instant): Digest => ({
  ...digest,
  state: 'open',
  holder: null,
  wakeAt,
});

/** The proof that `digest` went out. */
export const sent = (
  digest: Digest,
  proof: Pick<Digest, 'contact' | 'insteadOf' | 'messageId' | 'sentAt' | 'dropped' | 'answers'>,
): Digest => ({ ...digest, ...proof, state: 'sent', holder: null, wakeAt: null });

/** `digest` with nothing left to tell: every notice was dropped. Its keys stay used. */
export const cancelled = (digest: Digest): Digest => ({
  ...digest,
  state: 'cancelled',
  holder: null,
  wakeAt: null,
});

/** `digest` after the provider refused it `times` more: to be tried again, or given up. */
export function refused(digest: Digest, times: number, now: Temporal.Instant): Digest {
  const attempts = digest.attempts + times;
  return attempts < MAX_ATTEMPTS
    ? { ...postponed(digest, now.add(RETRY_AFTER)), attempts }
    : { ...givenUp(digest), attempts };
}

/** `digest` given up after its last attempt. */
export const givenUp = (digest: Digest): Digest => ({
  ...digest,
  state: 'failed',
  holder: null,
  wakeAt: null,
});

/** Whether nothing is left to decide about `digest`. */
export const isSettled = ({ wakeAt }: Digest): boolean => wakeAt === null;
