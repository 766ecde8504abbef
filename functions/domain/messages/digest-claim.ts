import { Temporal } from 'temporal-polyfill';
import { hasCome } from '../policy/hours.ts';
import type { Digest } from './digest.ts';

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

/** `digest` whose next message has the link `code`. */
export const linkedBy = (digest: Digest, code: string): Digest => ({
  ...digest,
  code,
  formerCodes:
    digest.code === null || digest.code === code
      ? digest.formerCodes
      : [...digest.formerCodes, digest.code],
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

/** `digest` without a holder, due again at `wakeAt`. */
export const reopened = (digest: Digest, wakeAt: Temporal.Instant): Digest => ({
  ...digest,
  state: 'open',
  holder: null,
  wakeAt,
});
