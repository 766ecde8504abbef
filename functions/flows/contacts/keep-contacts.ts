import type { Contact } from '../../domain/contacts/contact.ts';
import { differenceOf } from '../../domain/contacts/contact-words.ts';
import {
  contestedBy,
  type DirectoryRecord,
  directoryIn,
  endsLinks,
  withContact,
  withoutContact,
} from '../../domain/contacts/directory-record.ts';
import { againstChannels } from '../../domain/contacts/outlets.ts';
import { againstFormerNames } from '../../domain/contacts/units.ts';
import {
  againstClaiming,
  againstKeeping,
  againstRemoval,
} from '../../domain/tasks/contact-changes.ts';
import type { Ports } from '../ports.ts';
import { changeDirectory, type DirectoryChange } from './change-directory.ts';
import { type Keeping, knownContact, refuseKeeping, refuseProblems } from './refuse-keeping.ts';
import { refuseVacating } from './refuse-vacating.ts';

/** How a contact is put in its place. */
type Placing = Keeping & {
  /** Whether it takes over the posts that it claims and others have. */
  readonly isTaking?: boolean;
};

/** A contact as it is kept now. */
export type KeptContact = {
  readonly contact: Contact;
  /** Whether the links that it was sent before are ended. */
  readonly hasEndedLinks: boolean;
};

/**
 * Adds a contact, or puts it in the place of the one with its id, whose links are ended if they lie
 * at another address or are of another unit by that.
 *
 * @throws {BadInput} if `by` may not, the park would be left without an office, the stand-in cannot
 *   be one, a new channel cannot be chosen here, others have a post that it newly claims and does
 *   not take over, or open tasks would be left without an owner and no reason is given.
 * @throws {Conflict} if somebody else changed it meanwhile.
 */
export async function keepContact(
  next: Contact,
  placing: Placing,
  ports: Ports,
): Promise<KeptContact> {
  const decide = async (record: DirectoryRecord): Promise<DirectoryChange> => {
    const change = placed(next, placing, record, ports.outlets);
    await refuseVacating(next.id, { before: record, after: change.record }, placing, ports);
    return change;
  };
  const { before } = await changeDirectory(placing, decide, ports);
  const replaced = directoryIn(before).contact(next.id);
  return { contact: next, hasEndedLinks: replaced !== undefined && endsLinks(replaced, next) };
}

function placed(
  next: Contact,
  { isTaking = false, ...keeping }: Placing,
  record: DirectoryRecord,
  outlets: Ports['outlets'],
): DirectoryChange {
  const directory = directoryIn(record);
  refuseKeeping(directory, next.id, keeping);
  refuseProblems(againstKeeping(next, record.contacts));
  refuseProblems(againstFormerNames(next, record));
  refuseProblems(againstChannels(next, directory.contact(next.id), outlets));
  if (!isTaking) refuseProblems(againstClaiming(next, directory));
  const taking = isTaking ? contestedBy(next, directory).map(({ post }) => post) : [];
  const before = directory.contact(next.id);
  const { from, to } = differenceOf(before, next);
  const what = before ? '修改联系人' : '增加联系人';
  const isSame = from === to && taking.length === 0;
  return {
    record: isSame ? record : withContact(record, next, taking),
    what,
    from,
    to: taking.length > 0 ? `${to}，接替 ${taking.join('、')}` : to,
    ...reasonIn(keeping),
  };
}

/**
 * Takes a contact out of the directory, and ends its links. What is meant for its posts goes from now
 * on to no matter who else claims them, or to the office.
 *
 * @returns who it was.
 * @throws {BadInput} if `by` may not, there is no such contact, the park would be left without an
 *   office, it stands in for another, or open tasks would be left without an owner and no reason is given.
 * @throws {Conflict} if somebody else changed it meanwhile.
 */
export async function removeContact(id: string, keeping: Keeping, ports: Ports): Promise<Contact> {
  const removed = async (record: DirectoryRecord): Promise<DirectoryChange> => {
    const directory = directoryIn(record);
    refuseKeeping(directory, id, keeping);
    const said = differenceOf(knownContact(directory, id), undefined);
    refuseProblems(againstRemoval(id, record.contacts));
    const after = withoutContact(record, id);
    await refuseVacating(id, { before: record, after }, keeping, ports);
    return { record: after, what: '移除联系人', ...said, ...reasonIn(keeping) };
  };
  const { before } = await changeDirectory(keeping, removed, ports);
  return knownContact(directoryIn(before), id);
}

/** The reason of a change, for the history. */
const reasonIn = ({ why }: Pick<Keeping, 'why'>): Pick<DirectoryChange, 'why'> =>
  why === undefined ? {} : { why };
