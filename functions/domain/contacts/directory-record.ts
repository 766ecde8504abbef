import { z } from 'zod';
import { own } from '../base/own.ts';
import { type Contact, type Directory, directoryOf, type Post, postsOf } from './contact.ts';

/** A directory as it is stored: entries as they were written, one of which may be beyond this version. */
export const StoredDirectory = z.object({
  park: z.string(),
  contacts: z.array(z.record(z.string(), z.unknown())),
  /** Ids of those who have a post that several claim, as the office said. */
  holders: z.record(z.string(), z.string()),
  /**
   * How often the links of a contact were ended, by its id; kept when it is gone. A link is of one
   * epoch: whoever comes under the same id later does not revive it.
   */
  linkEpochs: z.record(z.string(), z.int().positive()),
});

/**
 * All that is kept of whom a park tells things: one record, so that what must be true of the whole of
 * it can be asked of the very version that is written.
 */
export type DirectoryRecord = Readonly<Omit<z.infer<typeof StoredDirectory>, 'contacts'>> & {
  readonly contacts: readonly Contact[];
  /** Entries that this version of the program cannot read, which stay as they are. */
  readonly damaged: readonly DamagedEntry[];
};

export type DamagedEntry = {
  readonly key: string;
  readonly entry: Readonly<Record<string, unknown>>;
};

/** A directory that nobody is in. */
export const emptyDirectory = (park: string): DirectoryRecord => ({
  park,
  contacts: [],
  damaged: [],
  holders: {},
  linkEpochs: {},
});

/** Who is in `record`, by post and by id. */
export const directoryIn = (record: DirectoryRecord): Directory =>
  directoryOf(record.contacts, record);

/** A post that a contact claims and another one has. */
export type Contested = {
  readonly post: Post;
  readonly holder: Contact;
  /** Whether the contact did not claim it before. */
  readonly isNew: boolean;
};

/** The posts that `next` would claim beside those who have them. */
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
 * `record` with `next`, in the place of the contact with its id if there is one.
 *
 * @param taking - posts that it has from now on, whoever claims them beside it.
 */
export function withContact(
  record: DirectoryRecord,
  next: Contact,
  taking: readonly Post[] = [],
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

/** `record` without the contact called `id`, whose links are ended for good. */
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

/** What says who sits where a message goes, and for which units. */
const OF_THE_PLACE = ['unit', 'role', 'covers', 'channels', 'mail', 'https'] as const;

/**
 * Whether the links that were sent to `before` must not serve `next`: they lie at another address, or
 * are of another unit. How the post is called and who stands in for it leave them.
 */
export const endsLinks = (before: Contact, next: Contact): boolean =>
  OF_THE_PLACE.some((field) => JSON.stringify(before[field]) !== JSON.stringify(next[field]));
