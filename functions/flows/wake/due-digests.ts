import type { Digest } from '../../domain/messages/digest.ts';
import { isClaimable } from '../../domain/messages/digest-claim.ts';
import { alone, type ParkContext } from '../context/park-context.ts';
import type { Stored } from '../ports.ts';
import type { Group } from './prepare.ts';

/** What the run opened since the last look. */
export async function dueDigests(run: ParkContext): Promise<readonly Stored<Digest>[]> {
  const due: Stored<Digest>[] = [];
  const ids = [...run.opened].toSorted();
  run.opened.clear();
  for (const id of ids) {
    const read = await alone(run, id, () => run.ports.ledger.read(run.park.id, id));
    if (read && isClaimable(read.value, run.now)) due.push(read);
  }
  return due;
}

/** `due` by the contact that receives it; a digest that nobody would receive is noted as a fault. */
export function groupsByContact(
  run: ParkContext,
  due: readonly Stored<Digest>[],
): readonly Group[] {
  const addressed = due.flatMap((stored) => {
    const recipient = run.directory.recipientOf(stored.value.post);
    if (recipient) return [{ stored, recipient }];
    const fault = 'neither this post nor the office has a contact';
    run.report.faults.push({ at: stored.value.post, fault });
    return [];
  });
  const byContact = Map.groupBy(addressed, ({ recipient }) => recipient.contact.id);
  return [...byContact.values()].flatMap((digests) =>
    digests[0] ? [{ recipient: digests[0].recipient, digests }] : [],
  );
}
