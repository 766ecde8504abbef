import type { Contact } from '../domain/contact.ts';
import { againstStandIn } from '../domain/contact-changes.ts';
import { BadInput } from '../domain/problem.ts';
import { refuseActor } from './actor.ts';
import { type Keeping, knownContact, refuseUnseen } from './keep-contacts.ts';
import type { Needs } from './ports.ts';
import { beginRun } from './run.ts';

/** Who is to receive and act for whom. */
export type StandIn = Pick<Keeping, 'isAsSeen'> & {
  readonly park: string;
  /** Id of the contact that is away. */
  readonly contact: string;
  /** Id of the contact that receives instead; null when the other is back. */
  readonly standIn: string | null;
  /** Id of the contact that arranges it. */
  readonly by: string;
};

/**
 * Lets one contact receive and act for another until that is taken back. Each message and each move
 * then says who stood in for whom.
 *
 * @throws {BadInput} if `by` may not arrange it, either contact is unknown, they are the same, or
 *   one of them stands in or is stood in for already, so that nobody would know who is meant.
 * @throws {Conflict} if somebody else changed the contact meanwhile.
 */
export async function setStandIn(wanted: StandIn, needs: Needs): Promise<Contact> {
  const run = await beginRun(wanted.park, needs);
  refuseActor(run, wanted.by, 'setStandIn');
  refuseUnseen(run, wanted.contact, wanted);
  const { standIn: _, ...contact } = knownContact(run, wanted.contact);
  const next = wanted.standIn === null ? contact : { ...contact, standIn: wanted.standIn };
  if (wanted.standIn !== null) {
    const problems = againstStandIn(contact.id, wanted.standIn, run.directory);
    if (problems.length > 0) throw new BadInput(problems);
  }
  await needs.register.putContacts(wanted.park, [next]);
  return next;
}
