import { BadInput } from '../../domain/base/problems.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import {
  type DirectoryRecord,
  directoryIn,
  withContact,
} from '../../domain/contacts/directory-record.ts';
import { againstFormerNames } from '../../domain/contacts/units.ts';
import { againstClaiming, againstStandIn } from '../../domain/tasks/contact-changes.ts';
import type { Ports } from '../ports.ts';
import { changeDirectory, type DirectoryChange } from './change-directory.ts';

/**
 * Enters `contacts` into the directory of a park. One whose id is there already stays as it is, so
 * that an entry that was cut short can be made again.
 *
 * @returns how many were new.
 * @throws {BadInput} naming every post that one of them claims and another has, and every stand-in who
 *   cannot be one.
 */
export async function enterContacts(
  park: string,
  contacts: readonly Contact[],
  ports: Ports,
): Promise<number> {
  const decide = (record: DirectoryRecord): DirectoryChange => entered(contacts, record);
  const { before, now } = await changeDirectory({ park, via: '导入' }, decide, ports);
  return now.contacts.length - before.contacts.length;
}

/** Puts `first` into the directory of a park that nobody is in. */
export async function enterFirst(park: string, first: Contact, ports: Ports): Promise<void> {
  const isEmpty = ({ contacts, damaged }: DirectoryRecord): boolean =>
    contacts.length + damaged.length === 0;
  const decide = (record: DirectoryRecord): DirectoryChange =>
    entered(isEmpty(record) ? [first] : [], record);
  await changeDirectory({ park }, decide, ports);
}

function entered(contacts: readonly Contact[], before: DirectoryRecord): DirectoryChange {
  const there = new Set(before.contacts.map(({ id }) => id));
  const fresh = contacts.filter(({ id }) => !there.has(id));
  let record = before;
  const problems = [];
  for (const contact of fresh) {
    problems.push(...againstFormerNames(contact, before));
    problems.push(...againstClaiming(contact, directoryIn(record)));
    record = withContact(record, contact);
  }
  const directory = directoryIn(record);
  for (const { id, standIn } of fresh) {
    if (standIn !== undefined) problems.push(...againstStandIn(id, standIn, directory));
  }
  if (problems.length > 0) throw new BadInput(problems);
  const to = fresh.map(({ post, id }) => `${post}（${id}）`).join('，');
  return { record, what: '登记联系人', from: '', to };
}
