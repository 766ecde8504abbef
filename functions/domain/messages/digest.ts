import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ContactId } from '../base/ids.ts';
import { Day, Moment } from '../base/parsing.ts';
import { Names } from '../contacts/named.ts';
import { Acknowledgement } from '../deadlines/acknowledgement.ts';
import { Notice, noticeKey } from '../deadlines/notice.ts';
import { hasCome } from '../policy/hours.ts';

/**
 * open: accepts notices; sending: claimed by a run until its lease expires. Final states: sent;
 * unknown (may have been sent, but SNS never answered); failed (rejected permanently); unreached
 * (no working channel); cancelled (nothing in it is still true).
 */
const DigestState = z.enum([
  'open',
  'sending',
  'sent',
  'unknown',
  'failed',
  'unreached',
  'cancelled',
]);
type DigestState = z.infer<typeof DigestState>;

/** What one post is told on one day. */
const Sending = z.object({
  park: z.string(),
  /** Local day of the notices. */
  day: Day,
  post: z.string(),
  /** From 1; another digest takes notices created after the previous one was sent. */
  number: z.int().positive(),
  state: DigestState,
  notices: z.array(Notice).readonly(),
  /** Keys of notices that were no longer true when it was sent. */
  dropped: z.array(z.string()).readonly(),
  /** Id of the run that claimed it while `sending`. */
  holder: z.string().nullable(),
  /** When to evaluate it next; for a claimed digest, the end of the lease. */
  wakeAt: Moment.nullable().default(null),
  /** Number of rejections by the provider. */
  attempts: z.int().nonnegative(),
  /** Number of attempts with unknown outcome: no answer, or the run ended. */
  unknowns: z.int().nonnegative().default(0),
  /** Id of the contact that received it, may have, or should have. */
  contact: ContactId.nullable(),
  /** Id of the contact that receiver stood in for, if any. */
  insteadOf: ContactId.nullable(),
  /** Names of both at the time; missing in older records. */
  names: Names.exactOptional(),
  messageId: z.string().nullable(),
  /** Token of the link in its message, chosen with the first claim; null before that. */
  code: z.string().nullable().default(null),
  /** Tokens of links in earlier messages: to another contact or address. */
  formerCodes: z.array(z.string()).readonly().default([]),
  sentAt: Moment.nullable(),
  /** Acknowledgements of the notices that request one. */
  answers: z.array(Acknowledgement).readonly(),
});

/** A message that repeated a digest. */
const Copy = Sending.pick({ contact: true, insteadOf: true, messageId: true, sentAt: true });

/** All notices to one post on one day, with proof of delivery (送达凭证). */
export const Digest = Sending.extend({
  /** Additional messages sent on request. */
  copies: z.array(Copy).readonly().default([]),
});
export type Digest = Readonly<z.infer<typeof Digest>>;

/** Maximum number of notices in a digest, so that the item stays far below 400 KB. */
const MAX_NOTICES = 1000;

/** Number of rejections after which a digest fails and the office is notified. */
export const MAX_ATTEMPTS = 5;

/**
 * Number of unanswered attempts after which the office is told that the digest may have arrived.
 */
const MAX_UNKNOWNS = 3;

/**
 * Duration of a claim. Longer than the function timeout (5 minutes), so that only one run
 * publishes; shorter than 15 minutes, from which on a wake needs a slot.
 */
export const LEASE = Temporal.Duration.from({ minutes: 10 });

/**
 * Minimum remaining lease for publishing, so that a hanging call does not overlap with the next
 * claim.
 */
const PUBLISHING_TAKES = Temporal.Duration.from({ minutes: 1 });

/** Delay before a rejected digest is retried. */
export const RETRY_AFTER = Temporal.Duration.from({ minutes: 10 });

/** Delay before a digest with unknown outcome is retried, to avoid frequent duplicates. */
const UNKNOWN_RETRY_AFTER = Temporal.Duration.from({ hours: 1 });

/** How far back to look for unfinished or unacknowledged digests. */
export const LOOK_BACK = Temporal.Duration.from({ days: 62 });

/** Id of a digest of `park`: `2022-06-15#owner@安环局#1`. */
export const digestId = ({ day, post, number }: Pick<Digest, 'day' | 'post' | 'number'>): string =>
  `${day.toString()}#${post}#${number}`;

/** A digest with `notice`, due at `wakeAt`. */
export const openedDigest = (
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

/** `digest` whose next message has the link `code`. */
export const linkedBy = (digest: Digest, code: string): Digest => ({
  ...digest,
  code,
  formerCodes:
    digest.code === null || digest.code === code
      ? digest.formerCodes
      : [...digest.formerCodes, digest.code],
});

/** Whether `digest` contains the notice `key`, sent or dropped. */
export const holdsKey = (digest: Digest, key: string): boolean =>
  digest.notices.some((notice) => noticeKey(notice) === key);

/** Maximum number of characters in the notices; at three bytes each below the 400 KB of an item. */
const MAX_CHARACTERS = 100_000;

/** Whether `digest` accepts notices. */
export const takesMore = ({ state, notices }: Digest): boolean =>
  state === 'open' &&
  notices.length < MAX_NOTICES &&
  JSON.stringify(z.encode(Digest.shape.notices, notices)).length < MAX_CHARACTERS;

/** `digest` with an additional notice. */
export const withNotice = (digest: Digest, notice: Notice): Digest => ({
  ...digest,
  notices: [...digest.notices, notice],
});

/** Whether a run may claim `digest` at `now`: it is open and due, or its lease has expired. */
export const isClaimable = ({ state, wakeAt }: Digest, now: Temporal.Instant): boolean =>
  (state === 'open' || state === 'sending') && hasCome(wakeAt, now);

/** Whether a run that started at `begun` may still publish its claims at `now`. */
export const holdsAt = (begun: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now.add(PUBLISHING_TAKES), begun.add(LEASE)) < 0;

/** `digest` claimed by the run `holder`, which started at `begun`. */
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

/** A claim of another run that expired may have been sent. */
const unknownsFor = ({ state, holder, unknowns }: Digest, me: string): number =>
  unknowns + Number(state === 'sending' && holder !== me);

/** `digest` released by the run `me` without publishing; due again at `wakeAt`. */
export const postponed = (digest: Digest, me: string, wakeAt: Temporal.Instant): Digest =>
  reopened({ ...digest, unknowns: unknownsFor(digest, me) }, wakeAt);

const reopened = (digest: Digest, wakeAt: Temporal.Instant): Digest => ({
  ...digest,
  state: 'open',
  holder: null,
  wakeAt,
});

/** Facts about a finished message: its actual or possible receiver, and its requests. */
export type DeliveryFacts = Pick<Digest, 'contact' | 'insteadOf' | 'names' | 'dropped' | 'answers'>;

/** `digest` as sent. */
export const sent = (
  digest: Digest,
  proof: DeliveryFacts & Pick<Digest, 'messageId' | 'sentAt'>,
): Digest => ({ ...digest, ...proof, state: 'sent', holder: null, wakeAt: null });

/** Whether `digest` was sent, or finally may have been. */
export const isOut = ({ state }: Digest): boolean => state === 'sent' || state === 'unknown';

/**
 * `digest` with all notices dropped. Its keys stay used. If it may have been sent before, it is not
 * cancelled.
 */
export const cancelled = (digest: Digest, told: DeliveryFacts): Digest =>
  digest.unknowns > 0 ? givenUp(digest, told) : ended(digest, 'cancelled');

/** `digest` after `times` more rejections: to be retried, or failed. */
export function afterRefusal(digest: Digest, told: DeliveryFacts, { times, now }: Refusal): Digest {
  const next = { ...digest, attempts: digest.attempts + times };
  return isSpent(next) ? givenUp(next, told) : reopened(next, now.add(RETRY_AFTER));
}

type Refusal = { readonly times: number; readonly now: Temporal.Instant };

/** `digest` after an unanswered attempt at `now`: to be retried, or unknown. */
export function unanswered(digest: Digest, told: DeliveryFacts, now: Temporal.Instant): Digest {
  const next = { ...digest, ...receiverOf(told), unknowns: digest.unknowns + 1 };
  return isSpent(next) ? givenUp(next, told) : reopened(next, now.add(UNKNOWN_RETRY_AFTER));
}

/** Whether the next rejection is final. */
export const isLastAttempt = ({ attempts }: Digest): boolean => attempts + 1 >= MAX_ATTEMPTS;

/** Whether `digest` has no attempts left. */
export const isSpent = ({ attempts, unknowns }: Digest): boolean =>
  attempts >= MAX_ATTEMPTS || unknowns >= MAX_UNKNOWNS;

/**
 * `digest` after its last attempt: failed, or unknown if a message may have been sent. An unknown
 * digest names the receiver of that message.
 */
export function givenUp(digest: Digest, told: DeliveryFacts): Digest {
  if (digest.unknowns === 0) return ended(digest, 'failed');
  const receiver = receiverOf(digest.contact === null ? told : digest);
  return { ...ended(digest, 'unknown'), ...told, ...receiver };
}

const receiverOf = ({
  contact,
  insteadOf,
  names,
}: DeliveryFacts): Pick<DeliveryFacts, 'contact' | 'insteadOf' | 'names'> => ({
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

/** `digest` not sent because its contact is unreachable. Requests no acknowledgement. */
export const unreached = (
  digest: Digest,
  told: Pick<Digest, 'contact' | 'insteadOf' | 'names' | 'dropped'>,
): Digest => ({ ...digest, ...told, state: 'unreached', holder: null, wakeAt: null });

/** Whether `digest` is final. */
export const isSettled = ({ wakeAt }: Digest): boolean => wakeAt === null;
