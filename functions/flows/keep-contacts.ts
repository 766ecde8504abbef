import type { Contact } from '../domain/contact.ts';
import { againstKeeping, againstRemoval } from '../domain/contact-changes.ts';
import { Conflict } from '../domain/faults.ts';
import { againstChannels } from '../domain/outlets.ts';
import { BadInput } from '../domain/problem.ts';
import { refuseActor } from './actor.ts';
import type { Needs } from './ports.ts';
import { beginRun, type Run } from './run.ts';

/** In whose name, and on which sight of it, a contact is kept. */
export type Keeping = {
  readonly park: string;
  /** Id of the contact that does it; without one, an operator at the command line. */
  readonly by?: string;
  /** Whether the contact, undefined where there is none, is as `by` saw it; not asked without it. */
  readonly isAsSeen?: (now: Contact | undefined) => boolean;
};

/**
 * Adds a contact, or puts it in the place of the one with its id.
 *
 * @throws {BadInput} if `by` may not, the park would be left without an office, the stand-in
 *   cannot be one, or a new channel cannot be chosen here.
 * @throws {Conflict} if somebody else changed it meanwhile.
 */
export async function keepContact(next: Contact, keeping: Keeping, needs: Needs): Promise<Contact> {
  const run = await beginRun(keeping.park, needs);
  refuseKeeping(run, next.id, keeping);
  refuseAll(againstKeeping(next, run.contacts));
  refuseAll(againstChannels(next, run.directory.contact(next.id), needs.outlets));
  await needs.register.putContacts(keeping.park, [next]);
  return next;
}

/**
 * Takes a contact out of the directory. What is meant for its posts goes to the office from now on.
 *
 * @returns who it was.
 * @throws {BadInput} if `by` may not, there is no such contact, the park would be left without an
 *   office, or it stands in for another.
 * @throws {Conflict} if somebody else changed it meanwhile.
 */
export async function removeContact(id: string, keeping: Keeping, needs: Needs): Promise<Contact> {
  const run = await beginRun(keeping.park, needs);
  refuseKeeping(run, id, keeping);
  const contact = knownContact(run, id);
  refuseAll(againstRemoval(id, run.contacts));
  await needs.register.removeContact(keeping.park, id);
  return contact;
}

/** @throws {BadInput} if the park has no contact with this id. */
export function knownContact({ directory }: Pick<Run, 'directory'>, id: string): Contact {
  const contact = directory.contact(id);
  if (contact) return contact;
  const message = '通讯录里没有这个联系人';
  throw new BadInput([{ place: `联系人 ${id}`, message, remedy: '请核对编号' }]);
}

/** @throws {Conflict} if the contact with this id is not any more as it was seen. */
export function refuseUnseen(
  { directory }: Pick<Run, 'directory'>,
  id: string,
  { isAsSeen }: Pick<Keeping, 'isAsSeen'>,
): void {
  const now = directory.contact(id);
  if (!isAsSeen || isAsSeen(now)) return;
  throw new Conflict(now?.post ?? id, now ? '别人改过这个联系人' : '别人已经移除了这个联系人');
}

function refuseKeeping(run: Run, id: string, keeping: Keeping): void {
  if (keeping.by !== undefined) refuseActor(run, keeping.by, 'keepContacts');
  refuseUnseen(run, id, keeping);
}

function refuseAll(problems: BadInput['problems']): void {
  if (problems.length > 0) throw new BadInput(problems);
}
