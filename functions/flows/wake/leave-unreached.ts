import { type Contact, OFFICE } from '../../domain/contacts/contact.ts';
import { namesFor } from '../../domain/contacts/named.ts';
import type { UnreachedWhy } from '../../domain/contacts/unreached.ts';
import { digestId } from '../../domain/messages/digest.ts';
import { unreached } from '../../domain/messages/digest-outcome.ts';
import { unsentNotice } from '../../domain/messages/office-notices.ts';
import { alone, type ParkContext } from '../context/park-context.ts';
import { unreachedNow } from '../context/unreached.ts';
import { addNotice } from './add-notice.ts';
import { claimChecked } from './claim-digest.ts';
import type { Group } from './prepare.ts';
import type { Rechecked } from './recheck-digest.ts';

/**
 * Takes the digests of contacts that nothing reaches out of `groups`: they end there, and the office
 * is told what they held, before its own digest goes out. Digests of a contact of which that cannot
 * be found out are left to a later run.
 *
 * @returns the groups that are to be sent.
 */
export async function leaveUnreached(
  run: ParkContext,
  groups: readonly Group[],
): Promise<readonly Group[]> {
  const reached: Group[] = [];
  for (const group of groups) {
    const { contact } = group.recipient;
    const why = await alone(run, contact.id, () => unreachedNow(run, contact));
    if (why === null) reached.push(group);
    else if (why !== undefined) await leave(run, group, why);
  }
  return reached;
}

async function leave(run: ParkContext, { digests }: Group, why: UnreachedWhy): Promise<void> {
  for (const { stored, recipient } of digests) {
    const { contact, insteadOf } = recipient;
    const id = digestId(stored.value);
    await alone(run, id, async () => {
      const checked = await claimChecked(run, stored, recipient);
      if (!checked) return;
      await tellOffice(run, checked, contact, why);
      const told = {
        contact: contact.id,
        insteadOf: insteadOf?.id ?? null,
        names: namesFor(contact, insteadOf),
        dropped: checked.dropped,
      };
      const { value, version } = checked.digest;
      await run.ports.ledger.write(unreached(value, told), version);
      run.report.unreached.push(id);
    });
  }
}

/** What the office itself cannot get is a fault, but where nothing ever leaves: its pages say so. */
async function tellOffice(
  run: ParkContext,
  { digest: { value } }: Rechecked,
  contact: Contact,
  why: UnreachedWhy,
): Promise<void> {
  const id = digestId(value);
  if (contact.id === run.directory.recipientOf(OFFICE)?.contact.id) {
    const fault = `the office cannot be told: ${why}`;
    if (run.ports.outlets.channels.length > 0) run.report.faults.push({ at: id, fault });
    return;
  }
  run.opened.add(await addNotice(run, unsentNotice(id, contact.id, why), value.day, run.now));
}
