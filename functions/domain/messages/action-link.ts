import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ContactId } from '../base/ids.ts';
import { Moment } from '../base/parsing.ts';
import type { Directory } from '../contacts/contact.ts';
import { type Digest, digestId } from './digest.ts';

/**
 * What lets one contact answer one message without signing in: a code that nobody can guess, looked
 * up in the table, because a signature does not fit a text message.
 */
export const Link = z.object({
  /** {@link CODE_LENGTH} characters of {@link CODE_ALPHABET}. */
  code: z.string(),
  park: z.string(),
  /** Id of the contact that it speaks for. */
  contact: ContactId,
  /**
   * How often the contact's links had been ended when it was made: as the directory counts, so that
   * all of them end together and for good when its address or unit changes, or it goes.
   */
  epoch: z.int().nonnegative().default(0),
  /** Ids of the digests that the message told. */
  digests: z.array(z.string()).readonly(),
  expiresAt: Moment,
  revokedAt: Moment.nullable(),
});
export type Link = Readonly<z.infer<typeof Link>>;

export const CODE_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 62 to the power of 12 is more than 2 to the power of 71. */
export const CODE_LENGTH = 12;

/** Whether `text` could be a link's code; what could not is never looked up. */
export const isCode = (text: string): boolean => /^[0-9A-Za-z]{12}$/.test(text);

/** How long a link can be used. Whoever comes later finds the newest message, or signs in. */
const LIFE = Temporal.Duration.from({ hours: 14 * 24 });

/** The link of a message to a contact that tells `digests`, made at `now`. */
export const linkOf = (
  { code, contact, epoch }: Pick<Link, 'code' | 'contact' | 'epoch'>,
  digests: readonly Digest[],
  now: Temporal.Instant,
): Link => ({
  code,
  park: digests[0]?.park ?? '',
  contact,
  epoch,
  digests: digests.map(digestId),
  expiresAt: now.add(LIFE),
  revokedAt: null,
});

/**
 * `link` in the place of the one that an earlier message carried under the same code: whoever holds
 * that message still answers all that it told.
 */
export const inPlaceOf = (earlier: Link | undefined, link: Link): Link => ({
  ...link,
  digests: [...new Set([...(earlier?.digests ?? []), ...link.digests])],
});

/**
 * Whether `link` may still be used at `now`, or why not. moved: its contact has another address or
 * unit since, or is gone.
 */
export function standingOf(
  { contact, epoch, expiresAt, revokedAt }: Link,
  directory: Directory,
  now: Temporal.Instant,
): 'valid' | 'expired' | 'revoked' | 'moved' {
  if (revokedAt !== null) return 'revoked';
  if (!directory.contact(contact) || directory.linkEpochOf(contact) !== epoch) return 'moved';
  return Temporal.Instant.compare(now, expiresAt) < 0 ? 'valid' : 'expired';
}
