import { ContactId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import { differenceOf } from '../../domain/contacts/contact-words.ts';
import {
  type DirectoryRecord,
  directoryIn,
  withContact,
} from '../../domain/contacts/directory-record.ts';
import { againstStandIn } from '../../domain/tasks/contact-changes.ts';
import { refuseActor } from '../context/actor.ts';
import type { Ports } from '../ports.ts';
import { changeDirectory, type DirectoryChange } from './change-directory.ts';
import { type Keeping, knownContact, refuseUnseenContact } from './refuse-keeping.ts';

/** Who is to receive and act for whom. */
export type StandIn = Keeping & {
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
export async function setStandIn(wanted: StandIn, ports: Ports): Promise<Contact> {
  const { now } = await changeDirectory(wanted, (record) => arranged(wanted, record), ports);
  return knownContact(directoryIn(now), wanted.contact);
}

function arranged(wanted: StandIn, record: DirectoryRecord): DirectoryChange {
  const directory = directoryIn(record);
  refuseActor({ directory }, wanted.by, 'setStandIn');
  refuseUnseenContact(directory, wanted.contact, wanted);
  const before = knownContact(directory, wanted.contact);
  const { standIn: _, ...contact } = before;
  const next =
    wanted.standIn === null ? contact : { ...contact, standIn: ContactId.parse(wanted.standIn) };
  if (wanted.standIn !== null) {
    const problems = againstStandIn(contact.id, wanted.standIn, directory);
    if (problems.length > 0) throw new BadInput(problems);
  }
  const { from, to } = differenceOf(before, next);
  const what = wanted.standIn === null ? '改为自己接收' : '设定代收人';
  return { record: from === to ? record : withContact(record, next), what, from, to };
}
