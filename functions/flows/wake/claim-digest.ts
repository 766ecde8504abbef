import type { Temporal } from 'temporal-polyfill';
import type { Recipient } from '../../domain/contacts/contact.ts';
import { namesFor } from '../../domain/contacts/named.ts';
import { asksForSign, awaited } from '../../domain/deadlines/acknowledgement.ts';
import { type ActionLink, linkStateOf } from '../../domain/messages/action-link.ts';
import { type Digest, digestId } from '../../domain/messages/digest.ts';
import { claimed, isClaimable } from '../../domain/messages/digest-claim.ts';
import {
  cancelled,
  type DeliveryFacts,
  givenUp,
  isSpent,
} from '../../domain/messages/digest-outcome.ts';
import { unlessDamaged } from '../context/damaged.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Stored } from '../ports.ts';
import { notifyUndeliverable } from './notify-undeliverable.ts';
import { type Rechecked, recheck } from './recheck-digest.ts';

/** What a digest tells one contact, and the link that an earlier attempt to tell it carried. */
export type Telling = Rechecked & {
  readonly recipient: Recipient;
  readonly link: ActionLink | undefined;
};

/**
 * Claims a digest and checks each of its notices again. One in which nothing is still true is
 * cancelled; one that has no attempts left ends.
 *
 * @param shared - code of the link of its message, if other digests are told by it, too.
 * @returns undefined when nothing is left to tell, or others hold it.
 */
export async function claimChecked(
  run: ParkContext,
  stored: Stored<Digest>,
  recipient: Recipient,
  shared?: string,
): Promise<Telling | undefined> {
  const link = await earlierLink(run, stored.value, recipient);
  const digest = await claim(run, stored, link?.code ?? shared ?? run.ports.newCode());
  if (!digest) return undefined;
  const telling = { ...(await recheck(run, digest, recipient)), recipient, link };
  const over = await overAlready(run, telling);
  if (!over) return telling;
  await run.ports.ledger.write(over, digest.version);
  return undefined;
}

/** `telling`'s digest as it ends without being sent, because nothing in it is still true, or because it is not sent once more. */
async function overAlready(run: ParkContext, telling: Telling): Promise<Digest | undefined> {
  const { value } = telling.digest;
  const told = toldBy(run, telling, run.ports.now());
  if (telling.keys.length === 0) return cancelled(value, told);
  if (!isSpent(value)) return undefined;
  await notifyUndeliverable(run, value);
  return givenUp(value, told);
}

/** What is known of the message that tells `telling` if it went out at `at`. */
export function toldBy(
  run: ParkContext,
  { recipient: { contact, insteadOf }, items, dropped }: Telling,
  at: Temporal.Instant,
): DeliveryFacts {
  const asked = items.filter((item) => asksForSign(item, at, run.rules));
  const answers = asked.map(({ notice }) => awaited(notice));
  const names = namesFor(contact, insteadOf);
  return { contact: contact.id, insteadOf: insteadOf?.id ?? null, names, dropped, answers };
}

/** Races that a claim may lose to appends before it leaves the digest to the sweep. */
const MAX_CLAIMS = 5;

/** Claims `read` for this run, or answers undefined when another run holds or finished it. */
async function claim(
  run: ParkContext,
  read: Stored<Digest>,
  code: string,
): Promise<Stored<Digest> | undefined> {
  const { ledger } = run.ports;
  let seen: Stored<Digest> | undefined = read;
  for (let tries = 0; tries < MAX_CLAIMS && seen; tries += 1) {
    if (seen.value.state === 'sending' && seen.value.holder === run.holder) return seen;
    if (!isClaimable(seen.value, run.now)) return undefined;
    const mine = claimed(seen.value, { holder: run.holder, code, begun: run.now });
    if ((await ledger.write(mine, seen.version)) === 'written') {
      return { value: mine, version: seen.version + 1 };
    }
    seen = await ledger.read(run.park.id, digestId(read.value));
  }
  return undefined;
}

/**
 * The link that an earlier message with this digest carried, if it still serves its receiver: a message
 * that is sent again carries the same one. One for somebody else, for another address, or that was
 * ended, is never reused.
 */
async function earlierLink(
  run: ParkContext,
  { code }: Digest,
  { contact }: Recipient,
): Promise<ActionLink | undefined> {
  const link = code === null ? undefined : await readLink(run, code);
  const isOfUse =
    link?.contact === contact.id && linkStateOf(link, run.directory, run.now) === 'valid';
  return isOfUse ? link : undefined;
}

/** A link that cannot be read keeps no message back. */
const readLink = (run: ParkContext, code: string): Promise<ActionLink | undefined> =>
  unlessDamaged(run, () => run.ports.links.read(code), undefined);
