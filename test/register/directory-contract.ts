import { describe, expect, it } from 'vitest';
import { DamagedRecord } from '../../functions/domain/base/faults.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import {
  type DirectoryRecord,
  emptyDirectory,
  withContact,
  withoutContact,
} from '../../functions/domain/contacts/directory-record.ts';
import type {
  DirectoryRead,
  Register,
  Versioned,
  WriteResult,
} from '../../functions/flows/ports.ts';
import type { ItemStore } from '../../functions/register/item-store.ts';
import { storedPorts } from '../../functions/register/stored-ports.ts';
import { at, contactsOf } from '../support/builders.ts';
import { contactId } from '../support/ids.ts';

const PARK = 'linxiang';
const nobody: DirectoryRead = { value: emptyDirectory(PARK), version: 0, lastChange: null };

/** What follows `read` when its directory becomes `value`. */
function after(
  { version: seen }: DirectoryRead,
  value: DirectoryRecord,
): Versioned<DirectoryRecord> {
  const version = seen + 1;
  const lastChange = {
    id: `change-${version}`,
    version,
    at: at('2022-06-15 08:00'),
    by: 'office',
    onBehalfOf: null,
    what: '修改联系人',
    from: '',
    to: '',
    why: '',
    via: '网页',
  };
  return { value, version, lastChange };
}

/** Puts `contacts` into the directory of a park that has none. */
export const putDirectory = (
  register: Register,
  contacts: readonly Contact[],
): Promise<WriteResult> =>
  register.changeDirectory(nobody, after(nobody, { ...emptyDirectory(PARK), contacts }));

/** What every register must do with the directory of a park. */
export function directoryContract(fresh: () => Promise<ItemStore>): void {
  const contacts = contactsOf('安环局');
  const [owner] = contacts as readonly [Contact];

  describe('the directory', () => {
    it('is empty before anybody is in it, and of one park', async () => {
      const { register } = storedPorts(await fresh());
      expect(await register.directory(PARK)).toEqual(nobody);
      expect(await register.directoryHistory(PARK)).toEqual([]);
      await putDirectory(register, contacts);
      expect((await register.directory(PARK)).value.contacts).toEqual(contacts);
      expect((await register.directory('elsewhere')).value.contacts).toEqual([]);
    });

    it('changes as a whole, only from the version read, and keeps its history', async () => {
      const { register } = storedPorts(await fresh());
      await putDirectory(register, contacts);
      const read = await register.directory(PARK);
      const holders = { office: 'office' };
      const next = after(read, { ...withoutContact(read.value, 'owner-0'), holders });

      expect(await register.changeDirectory(read, next)).toBe('written');
      expect(await register.changeDirectory(read, next)).toBe('lost');
      expect(await putDirectory(register, contacts)).toBe('lost');
      expect(await register.directory(PARK)).toEqual(next);
      expect(next.value.linkEpochs).toEqual({ 'owner-0': 1 });
      const history = await register.directoryHistory(PARK);
      expect(history.map(({ id }) => id)).toEqual(['change-1', 'change-2']);
    });

    it('has everybody who had a record of their own, until the first change makes it one', async () => {
      const items = await fresh();
      const { register } = storedPorts(items);
      for (const contact of contacts) {
        await items.put({ pk: `park#${PARK}`, sk: `contact#${contact.id}`, ...contact });
      }
      const read = await register.directory(PARK);
      expect(read).toMatchObject({ version: 0, lastChange: null });
      const byId = contacts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(read.value.contacts).toEqual(byId);

      const next = withContact(read.value, { ...owner, post: '安环经办' });
      expect(await register.changeDirectory(read, after(read, next))).toBe('written');
      expect(await register.changeDirectory(read, after(read, read.value))).toBe('lost');
      expect((await register.directory(PARK)).value).toEqual(next);
    });

    it('keeps what it cannot read of one contact, and gives the others', async () => {
      const items = await fresh();
      const { register } = storedPorts(items);
      const broken = { id: 'broken', role: 'king', unit: '安环局' };
      await items.put({ pk: `park#${PARK}`, sk: 'contact#broken', ...broken });
      await items.put({ pk: `park#${PARK}`, sk: `contact#${owner.id}`, ...owner });
      const damaged = [{ key: `park#${PARK} / directory broken`, entry: broken }];
      const read = await register.directory(PARK);
      expect(read.value).toMatchObject({ contacts: [owner], damaged });

      await register.changeDirectory(read, after(read, read.value));
      const kept = await register.directory(PARK);
      expect(kept.value).toMatchObject({ contacts: [owner], damaged });
      const mended = withContact(kept.value, { ...owner, id: contactId('broken') });
      await register.changeDirectory(kept, after(kept, mended));
      expect((await register.directory(PARK)).value).toMatchObject({
        contacts: [owner, { id: 'broken', role: 'owner' }],
        damaged: [],
      });
    });

    it('that cannot be read as a whole is a fault, and no directory that nobody is in', async () => {
      const items = await fresh();
      const { register } = storedPorts(items);
      await items.put({ pk: `park#${PARK}`, sk: 'directory', park: PARK, version: 3 });
      await expect(register.directory(PARK)).rejects.toThrow(DamagedRecord);
    });
  });
}
