import { Temporal } from 'temporal-polyfill';
import type { Digest, DigestState } from './digest.ts';
import { reopened } from './digest-claim.ts';

/** Number of rejections after which a digest fails and the office is notified. */
export const MAX_ATTEMPTS = 5;

/**
 * Number of unanswered attempts after which the office is told that the digest may have arrived.
 */
const MAX_UNKNOWNS = 3;

/** Delay before a rejected digest is retried. */
export const RETRY_AFTER = Temporal.Duration.from({ minutes: 10 });

/** Delay before a digest with unknown outcome is retried, to avoid frequent duplicates. */
const UNKNOWN_RETRY_AFTER = Temporal.Duration.from({ hours: 1 });

/** Facts about a finished message: its actual or possible receiver, and its requests. */
export type DeliveryFacts = Pick<Digest, 'contact' | 'insteadOf' | 'names' | 'dropped' | 'answers'>;

/** `digest` as sent. */
export const sent = (
  digest: Digest,
  proof: DeliveryFacts & Pick<Digest, 'messageId' | 'sentAt'>,
): Digest => ({ ...digest, ...proof, state: 'sent', holder: null, wakeAt: null });

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
