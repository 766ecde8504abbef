import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ContactId, DigestId, PostId } from '../base/ids.ts';
import { Day, Moment } from '../base/parsing.ts';
import { Names } from '../contacts/named.ts';
import { Acknowledgement } from '../deadlines/acknowledgement.ts';
import { Notice } from '../deadlines/notice.ts';

/**
 * open: accepts notices; sending: claimed by a run until its lease expires. Final states: sent;
 * unknown (may have been sent, but SNS never answered); failed (rejected permanently); unreached
 * (no working channel); cancelled (nothing in it is still true).
 */
export const DigestState = z.enum([
  'open',
  'sending',
  'sent',
  'unknown',
  'failed',
  'unreached',
  'cancelled',
]);
export type DigestState = z.infer<typeof DigestState>;

/** What one post is told on one day. */
const Sending = z.object({
  park: z.string(),
  /** Local day of the notices. */
  day: Day,
  post: PostId,
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

/** How far back to look for unfinished or unacknowledged digests. */
export const LOOK_BACK = Temporal.Duration.from({ days: 62 });

/** Id of a digest of `park`: `2022-06-15#owner@安环局#1`. */
export const digestId = ({
  day,
  post,
  number,
}: Pick<Digest, 'day' | 'post' | 'number'>): DigestId =>
  DigestId.parse(`${day.toString()}#${post}#${number}`);

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

/** Whether `digest` was sent, or finally may have been. */
export const isOut = ({ state }: Digest): boolean => state === 'sent' || state === 'unknown';

/** Whether `digest` is final. */
export const isSettled = ({ wakeAt }: Digest): boolean => wakeAt === null;
