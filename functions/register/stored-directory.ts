import { Change } from '../domain/contacts/change.ts';
import { Contact } from '../domain/contacts/contact.ts';
import {
  type DamagedEntry,
  type DirectoryRecord,
  emptyDirectory,
  StoredDirectory,
} from '../domain/contacts/directory-record.ts';
import type { Register } from '../flows/ports.ts';
import { archive, historyOf } from './change-log.ts';
import { type ItemStore, type TableItem, versionIs } from './item-store.ts';
import { readItem, Version, written } from './items.ts';
import { DIRECTORY, directoryKey, OLD_CONTACTS } from './table.ts';

const DirectoryItem = StoredDirectory.extend({ version: Version, lastChange: Change });

type Directories = Pick<Register, 'directory' | 'changeDirectory' | 'directoryHistory'>;

/** The directory of each park in the one table. */
export function storedDirectory(items: ItemStore): Directories {
  const directory: Directories['directory'] = async (park) => {
    const item = await items.get(directoryKey(park));
    if (!item) return { value: await beforeTheRecord(items, park), version: 0, lastChange: null };
    const { version, lastChange, contacts, ...rest } = readItem(DirectoryItem, item);
    return { value: { ...rest, ...sorted(contacts, park) }, version, lastChange };
  };
  return {
    directory,
    changeDirectory: async ({ version, lastChange }, next) => {
      const { park, damaged, ...record } = next.value;
      if (lastChange) await archive(items, park, DIRECTORY, lastChange);
      const contacts = [...record.contacts, ...damaged.map(({ entry }) => entry)];
      const item = { ...next, ...record, park, contacts };
      return items.put(written(DirectoryItem, item, directoryKey(park)), versionIs(version));
    },
    directoryHistory: async (park) =>
      historyOf(items, park, DIRECTORY, (await directory(park)).lastChange ?? undefined),
  };
}

/** What stands in the records that contacts had of their own; the first change makes one of them. */
async function beforeTheRecord(items: ItemStore, park: string): Promise<DirectoryRecord> {
  const found = items.under(`park#${park}`, OLD_CONTACTS);
  const entries = await Array.fromAsync(found, withoutKey);
  return { ...emptyDirectory(park), ...sorted(entries, park) };
}

function withoutKey(item: TableItem): TableItem {
  const { pk: _, sk: __, ...entry } = item;
  return entry;
}

/** Those of `entries` that are contacts, and those that cannot be read, which harm no other. */
function sorted(
  entries: readonly TableItem[],
  park: string,
): Pick<DirectoryRecord, 'contacts' | 'damaged'> {
  const { pk, sk } = directoryKey(park);
  const contacts: Contact[] = [];
  const damaged: DamagedEntry[] = [];
  for (const entry of entries) {
    const parsed = Contact.safeParse(entry);
    if (parsed.success) contacts.push(parsed.data);
    else damaged.push({ key: `${pk} / ${sk} ${String(entry['id'])}`, entry });
  }
  return { contacts, damaged };
}
