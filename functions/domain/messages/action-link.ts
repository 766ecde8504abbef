import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ContactId, DigestId } from '../base/ids.ts';
import { Moment } from '../base/parsing.ts';
import type { Directory } from '../contacts/contact.ts';
import { type Digest, digestId } from './digest.ts';

/**
 * Lets one contact answer one message without signing in. Uses a random token that is looked up in
 * the table, because a signature would not fit a text message.
 */
export const ActionLink = z.object({
  /** {@link CODE_LENGTH} characters of {@link CODE_ALPHABET}. */
  code: z.string(),
  park: z.string(),
  /** Id of the contact that it acts for. */
  contact: ContactId,
  /**
   * Link epoch of the contact when the link was created. All links of a contact are invalidated
   * permanently when its address or unit changes, or when it is deleted.
   */
  epoch: z.int().nonnegative().default(0),
  /** Ids of the digests in the message. */
  digests: z.array(DigestId).readonly(),
  expiresAt: Moment,
  revokedAt: Moment.nullable(),
});
export type ActionLink = Readonly<z.infer<typeof ActionLink>>;

export const CODE_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 62 to the power of 12 is more than 2 to the power of 71. */
export const CODE_LENGTH = 12;

/** Whether `text` is a well-formed token; others are not looked up. */
export const isLinkToken = (text: string): boolean => /^[0-9A-Za-z]{12}$/.test(text);

/** Lifetime of a link. After that, the contact uses a newer message or signs in. */
const LIFE = Temporal.Duration.from({ hours: 14 * 24 });

/** Creates the link of a message with `digests` to a contact at `now`. */
export const actionLinkOf = (
  { code, contact, epoch }: Pick<ActionLink, 'code' | 'contact' | 'epoch'>,
  digests: readonly Digest[],
  now: Temporal.Instant,
): ActionLink => ({
  code,
  park: digests[0]?.park ?? '',
  contact,
  epoch,
  digests: digests.map(digestId),
  expiresAt: now.add(LIFE),
  revokedAt: null,
});

/**
 * Merges `link` with an earlier one that has the same token, so that the earlier message can still
 * be answered completely.
 */
export const inPlaceOf = (earlier: ActionLink | undefined, link: ActionLink): ActionLink => ({
  ...link,
  digests: [...new Set([...(earlier?.digests ?? []), ...link.digests])],
});

/**
 * Whether `link` is valid at `now`, or why not. moved: its contact has another address or unit, or
 * was deleted.
 */
export function linkStateOf(
  { contact, epoch, expiresAt, revokedAt }: ActionLink,
  directory: Directory,
  now: Temporal.Instant,
): 'valid' | 'expired' | 'revoked' | 'moved' {
  if (revokedAt !== null) return 'revoked';
  if (!directory.contact(contact) || directory.linkEpochOf(contact) !== epoch) return 'moved';
  return Temporal.Instant.compare(now, expiresAt) < 0 ? 'valid' : 'expired';
}
