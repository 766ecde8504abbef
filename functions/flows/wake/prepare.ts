import type { Recipient } from '../../domain/contacts/contact.ts';
import { type Digest, digestId } from '../../domain/messages/digest.ts';
import { alone, type ParkContext } from '../context/park-context.ts';
import type { OutgoingMessage, Stored } from '../ports.ts';
import { claimChecked, type Telling } from './claim-digest.ts';
import { issueLink, outgoingMessage } from './outgoing-message.ts';

/** A message and the claimed digests that it tells. */
export type Prepared = { readonly message: OutgoingMessage; readonly told: readonly Telling[] };

/** Digests that go to one contact, with why they do. */
export type Group = {
  readonly recipient: Recipient;
  readonly digests: readonly { readonly stored: Stored<Digest>; readonly recipient: Recipient }[];
};

/**
 * Claims the digests of one contact, checks each notice again and writes the message.
 * A digest in which nothing is still true is cancelled.
 *
 * @returns undefined when nothing is left to tell, or others hold it.
 */
export async function prepare(run: ParkContext, group: Group): Promise<Prepared | undefined> {
  const told: Telling[] = [];
  for (const { stored, recipient } of group.digests) {
    const id = digestId(stored.value);
    const code = told[0]?.digest.value.code ?? undefined;
    const one = await alone(run, id, () => claimChecked(run, stored, recipient, code));
    if (one) told.push(one);
  }
  if (told.length === 0) return undefined;
  const link = await issueLink(run, group.recipient, told);
  return { message: await outgoingMessage(run, { recipient: group.recipient, told, link }), told };
}
