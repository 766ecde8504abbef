import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { withContact } from '../../functions/domain/contacts/directory-record.ts';
import { changeDirectory } from '../../functions/flows/contacts/change-directory.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { contactId } from './ids.ts';

/** Puts each of `contacts` in the place of the one with its id, whatever an office would be asked. */
export const putContacts = async (
  park: string,
  contacts: readonly Contact[],
  ports: Ports,
): Promise<void> => {
  const put = (record: Parameters<typeof withContact>[0]) => ({
    record: contacts.reduce((into, each) => withContact(into, each), record),
    what: '登记联系人',
    from: '',
    to: '',
  });
  await changeDirectory({ park }, put, ports);
};

/** Everybody in the directory of `park`. */
export const contactsOfPark = async (park: string, ports: Ports): Promise<readonly Contact[]> =>
  (await ports.register.directory(park)).value.contacts;

/** A contact of a unit that no task names, who is reached by mail. */
export const byMail: Contact = {
  id: contactId('pump-owner'),
  unit: '水务',
  post: '水务责任人',
  role: 'owner',
  channels: ['mail'],
  mail: 'pump@park.example',
};
