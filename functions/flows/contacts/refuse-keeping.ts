import { Conflict } from '../../domain/base/faults.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { Contact, Directory } from '../../domain/contacts/contact.ts';
import { refuseActor } from '../context/actor.ts';
import type { Changer } from './change-directory.ts';

/** In whose name, and on which sight of it, a contact is kept. */
export type Keeping = Changer & {
  /** Whether the contact, undefined where there is none, is as `by` saw it; not asked without it. */
  readonly isAsSeen?: (now: Contact | undefined) => boolean;
  /** Why open tasks are to be left without an owner by it; refused without a reason. */
  readonly why?: string;
};

/** @throws {BadInput} if the park has no contact with this id. */
export function knownContact(directory: Directory, id: string): Contact {
  const contact = directory.contact(id);
  if (contact) return contact;
  const message = '通讯录里没有这个联系人';
  throw new BadInput([{ place: `联系人 ${id}`, message, remedy: '请核对编号' }]);
}

/** @throws {Conflict} if the contact with this id is no longer at the version that the user saw. */
export function refuseUnseenContact(
  directory: Directory,
  id: string,
  { isAsSeen }: Pick<Keeping, 'isAsSeen'>,
): void {
  const now = directory.contact(id);
  if (!isAsSeen || isAsSeen(now)) return;
  throw new Conflict(now?.post ?? id, now ? '别人改过这个联系人' : '别人已经移除了这个联系人');
}

/** @throws {BadInput | Conflict} if `by` may not keep contacts, or did not see the contact as it is now. */
export function refuseKeeping(directory: Directory, id: string, keeping: Keeping): void {
  if (keeping.by !== undefined) refuseActor({ directory }, keeping.by, 'keepContacts');
  refuseUnseenContact(directory, id, keeping);
}

/** @throws {BadInput} if there are any problems. */
export function refuseProblems(problems: BadInput['problems']): void {
  if (problems.length > 0) throw new BadInput(problems);
}
