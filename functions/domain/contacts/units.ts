import { Temporal } from 'temporal-polyfill';
import type { ContactId, PostId } from '../base/ids.ts';
import { own } from '../base/own.ts';
import { Label } from '../base/parsing.ts';
import type { Problem } from '../base/problems.ts';
import { type Contact, contactPost, postFor, UNIT_ROLES } from './contact.ts';
import { type DirectoryRecord, directoryIn } from './directory-record.ts';
import { movesFrom, type UnitMove } from './unit-move.ts';
import { unitNamesOf } from './unit-names.ts';

/** A unit of the park, as its contacts and the moves of units say. */
export type UnitRecord = {
  readonly name: string;
  /** What it or a unit that was merged into it was called, and the first day of the name after. */
  readonly formerNames: readonly {
    readonly name: string;
    readonly until: Temporal.PlainDate;
    readonly isMerged: boolean;
  }[];
  readonly contacts: readonly Contact[];
};

/** The units that contacts of `record` are of or cover. */
export function unitsIn({
  contacts,
  unitMoves,
}: Pick<DirectoryRecord, 'contacts' | 'unitMoves'>): readonly UnitRecord[] {
  const { formerNames } = unitNamesOf(unitMoves);
  const names = new Set(contacts.flatMap(unitsOfContact));
  return [...names].toSorted().map((name) => ({
    name,
    contacts: contacts.filter((each) => unitsOfContact(each).includes(name)),
    formerNames: formerNames(name).flatMap((former) => {
      const [first] = movesFrom(former, unitMoves);
      return first ? [{ name: former, until: first.on, isMerged: first.isMerge }] : [];
    }),
  }));
}

/** The units that `contact` is of or covers. */
const unitsOfContact = ({ unit, covers = [] }: Contact): readonly string[] => [unit, ...covers];

/** Problems with `contact` naming a unit by a name that it had before. */
export function againstFormerNames(
  contact: Contact,
  { unitMoves }: Pick<DirectoryRecord, 'unitMoves'>,
): readonly Problem[] {
  const { unitNow } = unitNamesOf(unitMoves);
  return [...new Set(unitsOfContact(contact))]
    .filter((unit) => unitNow(unit) !== unit)
    .map((unit) => ({
      place: `联系人 ${contact.id}`,
      message: `单位“${unit}”现在叫${unitNow(unit)}`,
      remedy: '请填现在的名称',
    }));
}

/** A post that a contact of each unit holds before one is merged into the other. */
export type Doubled = {
  readonly role: (typeof UNIT_ROLES)[number];
  readonly holders: readonly [Contact, Contact];
};

/** The posts that `unit` and `to` both have, with different holders: one of them is to be chosen. */
export function doubledPosts(
  record: DirectoryRecord,
  unit: string,
  to: string,
): readonly Doubled[] {
  const { holderOf } = directoryIn(record);
  return UNIT_ROLES.flatMap((role) => {
    const [first, second] = [holderOf(postFor(role, unit)), holderOf(postFor(role, to))];
    return first && second && first.id !== second.id ? [{ role, holders: [first, second] }] : [];
  });
}

/** Whether any contact of `record` is of the unit `name` or covers it. */
export const hasUnit = ({ contacts }: DirectoryRecord, name: string): boolean =>
  contacts.some((each) => unitsOfContact(each).includes(name));

/** How many open tasks a unit leads. */
export type CountsTasks = (unit: string) => number;

/** `record` with every move in effect that is to be at `now`; itself where there is none. */
export function withDueMoves(
  record: DirectoryRecord,
  now: Temporal.Instant,
  tasksOf: CountsTasks = () => 0,
): DirectoryRecord {
  const due = record.unitMoves.filter(
    ({ state, takenAt }) => state === 'ahead' && Temporal.Instant.compare(takenAt, now) <= 0,
  );
  return due.reduce((before, move) => withMoveTaken(before, move, tasksOf), record);
}

/**
 * `record` with `move` in effect: the contacts of the unit are of the other one, and each post of it is
 * held by who was chosen, else by who holds it already, else by who held that of the old name. Links stay.
 */
function withMoveTaken(
  record: DirectoryRecord,
  move: UnitMove,
  tasksOf: CountsTasks,
): DirectoryRecord {
  const { unit, to } = move;
  const before = directoryIn(record);
  const holders = { ...record.holders };
  for (const role of UNIT_ROLES) {
    const [old, present] = [postFor(role, unit), postFor(role, to)];
    delete holders[old];
    const holder =
      chosen(record, move, role) ?? (before.holderOf(present) ?? before.holderOf(old))?.id;
    if (holder !== undefined) holders[present] = holder;
  }
  const isMerge = hasUnit(record, to);
  const contacts = record.contacts.map((each) => movedContact(each, { ...move, isMerge }));
  const next = { ...record, contacts, holders };
  const taken: UnitMove = {
    ...move,
    state: 'moving',
    isMerge,
    ownerBefore: ownerIn(record, unit),
    ownerOfTo: ownerIn(record, to),
    ownerAfter: ownerIn(next, to),
    tasks: tasksOf(unit),
  };
  return {
    ...next,
    unitMoves: record.unitMoves.map((each) => (each.id === move.id ? taken : each)),
  };
}

const ownerIn = (record: DirectoryRecord, unit: string): ContactId | null =>
  directoryIn(record).holderOf(postFor('owner', unit))?.id ?? null;

/** The contact that was chosen for `role`, if it is still there. */
function chosen(
  { contacts }: DirectoryRecord,
  { heads }: UnitMove,
  role: string,
): ContactId | undefined {
  const id = own(heads, role);
  return contacts.some((each) => each.id === id) ? id : undefined;
}

/** `contact` after `move`; the title of a post that begins with the old name follows a renaming. */
function movedContact(contact: Contact, move: UnitMove): Contact {
  const { unit, covers } = contact;
  const present = (name: string): string => (name === move.unit ? move.to : name);
  if (!unitsOfContact(contact).includes(move.unit)) return contact;
  return {
    ...contact,
    unit: present(unit),
    post: titleAfter(contact, move),
    ...(covers && { covers: [...new Set(covers.map(present))] }),
  };
}

/** The title stays where it would be too long, or where two units become one. */
function titleAfter({ unit: present, post }: Contact, { unit, to, isMerge }: UnitMove): string {
  if (present !== unit || isMerge || !post.startsWith(unit)) return post;
  return Label.safeParse(`${to}${post.slice(unit.length)}`).data ?? post;
}

/** Posts that a contact holds in `before` and nobody does in `after`. */
export function vacatedPosts(before: DirectoryRecord, after: DirectoryRecord): readonly PostId[] {
  const { holds } = directoryIn(after);
  const posts = before.contacts.flatMap(({ role, unit, covers = [unit], id }) => [
    ...covers.map((each) => postFor(role, each)),
    postFor(role, unit),
    ...(after.contacts.some((each) => each.id === id) ? [] : [contactPost(id)]),
  ]);
  const { holds: held } = directoryIn(before);
  return [...new Set(posts)].filter((post) => held(post) && !holds(post));
}
