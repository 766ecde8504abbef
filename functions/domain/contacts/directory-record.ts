import { z } from 'zod';
import type { PostId } from '../base/ids.ts';
import { own } from '../base/own.ts';
import { type Contact, type Directory, directoryOf, postsOf } from './contact.ts';
import { UnitMove } from './unit-move.ts';

/** A directory as it is stored: entries as they were written, one of which may be beyond this version. */
export const StoredDirectory = z.object({
  park: z.string(),
  contacts: z.array(z.record(z.string(), z.unknown())),
  /** Assigned holder (contact id) of each post that several contacts claim. */
  holders: z.record(z.string(), z.string()),
  /**
   * How often the links of a contact were invalidated, by contact id. Kept after the contact is
   * deleted, so that a new contact with the same id cannot use old links.
   */
  linkEpochs: z.record(z.string(), z.int().positive()),
  /** Units that were renamed or merged, oldest first; none in a directory that is older than this. */
  unitMoves: z.array(UnitMove).readonly().default([]),
});

/**
 * All contacts of a park in one record, so that constraints across contacts are checked against the
 * version that is written.
 */
export type DirectoryRecord = Readonly<Omit<z.infer<typeof StoredDirectory>, 'contacts'>> & {
  readonly contacts: readonly Contact[];
  /** Entries that this version of the program cannot read; preserved on write. */
  readonly damaged: readonly DamagedEntry[];
};

export type DamagedEntry = {
  readonly key: string;
  readonly entry: Readonly<Record<string, unknown>>;
};

/** An empty directory. */
export const emptyDirectory = (park: string): DirectoryRecord => ({
  park,
  contacts: [],
  damaged: [],
  holders: {},
  linkEpochs: {},
  unitMoves: [],
});

/** Looks up contacts of `record` by post and by id. */
export const directoryIn = (record: DirectoryRecord): Directory =>
  directoryOf(record.contacts, record);

/** A post that one contact claims and another holds. */
export type Contested = {
  readonly post: PostId;
  readonly holder: Contact;
  /** Whether this change adds the claim. */
  readonly isNew: boolean;
};

/** Posts that `next` would claim although other contacts hold them. */
export function contestedBy(next: Contact, directory: Directory): readonly Contested[] {
  const before = directory.contact(next.id);
  const claimed = new Set(before ? postsOf(before) : []);
  return postsOf(next).flatMap((post) => {
    const holder = directory.holderOf(post);
    if (!holder || holder.id === next.id) return [];
    return [{ post, holder, isNew: !claimed.has(post) }];
  });
}

/**
 * `record` with `next` added, or replaced if its id exists.
 *
 * @param taking - posts of which `next` becomes the holder, no matter who else claims them.
 */
export function withContact(
  record: DirectoryRecord,
  next: Contact,
  taking: readonly PostId[] = [],
): DirectoryRecord {
  const before = record.contacts.find(({ id }) => id === next.id);
  const contacts = before
    ? record.contacts.map((each) => (each === before ? next : each))
    : [...record.contacts, next];
  const taken = Object.fromEntries(taking.map((post) => [post, next.id]));
  return {
    ...record,
    contacts,
    damaged: record.damaged.filter(({ entry }) => entry['id'] !== next.id),
    holders: { ...record.holders, ...taken },
    linkEpochs:
      before && endsLinks(before, next) ? oneLater(record.linkEpochs, next.id) : record.linkEpochs,
  };
}

/** `record` without the contact `id`. Its links are invalidated permanently. */
export const withoutContact = (record: DirectoryRecord, id: string): DirectoryRecord => ({
  ...record,
  contacts: record.contacts.filter((each) => each.id !== id),
  damaged: record.damaged.filter(({ entry }) => entry['id'] !== id),
  holders: Object.fromEntries(Object.entries(record.holders).filter(([, holder]) => holder !== id)),
  linkEpochs: oneLater(record.linkEpochs, id),
});

const oneLater = (
  epochs: DirectoryRecord['linkEpochs'],
  id: string,
): DirectoryRecord['linkEpochs'] => ({ ...epochs, [id]: 1 + (own(epochs, id) ?? 0) });

/** Properties that identify who receives messages, and for which units. */
const OF_THE_PLACE = ['unit', 'role', 'covers', 'channels', 'mail', 'https'] as const;

/**
 * Whether links sent to `before` must be invalidated for `next`: the address or a unit has changed.
 * A new title or stand-in does not matter.
 */
export const endsLinks = (before: Contact, next: Contact): boolean =>
  OF_THE_PLACE.some((field) => JSON.stringify(before[field]) !== JSON.stringify(next[field]));
