import { UnknownPark } from '../../domain/base/faults.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import type { GroupRule } from '../../domain/contacts/sign-in-settings.ts';
import { openContext } from '../../flows/context/open-context.ts';
import type { ParkContext } from '../../flows/context/park-context.ts';
import type { Booker } from '../../flows/funding/book-steps.ts';
import type { Ports } from '../../flows/ports.ts';
import type { Desk } from './frame.ts';

/** Who changes something, through a page or the API. */
export const bookerOf = (
  { var: { viewer } }: Pick<Desk, 'var'>,
  via: '网页' | '接口' = '网页',
): Booker => ({ by: viewer.id, via });

/** Units that have an owner, to whom a task can be given. */
export const ownedUnits = ({ contacts }: ParkContext): readonly string[] => [
  ...new Set(
    contacts.filter(({ role }) => role === 'owner').flatMap(({ unit, covers }) => covers ?? [unit]),
  ),
];

/** A post that the account may sign in as. */
export type HeldPost = {
  readonly park: string;
  readonly parkName: string;
  readonly contact: Contact;
};

/** The posts that members of `groups` hold by `rules`, each once, in the order of the rules. */
export async function postsOfGroups(
  groups: readonly string[],
  rules: readonly GroupRule[],
  ports: Ports,
): Promise<readonly HeldPost[]> {
  const held = new Map<string, HeldPost>();
  for (const { park, role, unit } of rules.filter(({ group }) => groups.includes(group))) {
    const run = await openContext(park, ports).catch(ifUnknown);
    if (!run) continue;
    for (const contact of run.contacts) {
      const isOther = unit !== undefined && contact.unit !== run.directory.unitNow(unit);
      if (contact.role !== role || isOther) continue;
      held.set(`${park}/${contact.id}`, { park, parkName: run.park.name, contact });
    }
  }
  return [...held.values()];
}

/** A park that is not opened yet has no posts. */
const ifUnknown = (fault: unknown): undefined => {
  if (!(fault instanceof UnknownPark)) throw fault;
};
