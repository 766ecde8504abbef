import { createHash } from 'node:crypto';
import { oneLine } from '../../domain/base/one-line.ts';
import { type Contact, EnteredContact } from '../../domain/contacts/contact.ts';
import { type FieldFault, readForm } from '../http/forms.ts';

type Fields = Readonly<Record<string, string>>;

/** What people call the fields of a contact. */
const names: Readonly<Record<string, string>> = {
  id: '编号',
  unit: '单位',
  post: '岗位',
  role: '身份',
  covers: '负责的单位',
  channel: '渠道',
  mail: '邮箱',
  https: '网址',
};

/** The fields that say `contact`. */
export const contactFields = (contact: Contact): Fields => ({
  id: contact.id,
  unit: contact.unit,
  post: contact.post,
  role: contact.role,
  covers: (contact.covers ?? []).join('、'),
  channel: contact.channels.at(0) ?? '',
  mail: contact.mail ?? '',
  https: contact.https ?? '',
});

/**
 * The contact that the fields say, or all that is wrong with them. Anyone who stands in for `base`, and
 * its other channels while they have an address, stay.
 */
export function contactOf(
  fields: Fields,
  base: Contact | null,
): Contact | { readonly faults: readonly FieldFault[] } {
  const typed = (name: string): string => oneLine(fields[name] ?? '');
  const units = typed('covers')
    .split(/[、，,\s]+/)
    .filter((unit) => unit !== '');
  const said = {
    ...base,
    id: base ? base.id : typed('id'),
    unit: fields['unit'],
    post: fields['post'],
    role: fields['role'],
    covers: units.length > 0 ? units : undefined,
    channels: [typed('channel'), ...otherChannels(typed, base)],
    mail: typed('mail') || undefined,
    https: typed('https') || undefined,
  };
  const given = Object.fromEntries(Object.entries(said).filter(([, each]) => each !== undefined));
  const read = readForm(EnteredContact, given, { ...names, channels: '渠道' });
  return 'value' in read ? read.value : { faults: read.faults.map(atItsField) };
}

/** Channels next to the first one that the contact had; of those with an address, while it has one. */
const otherChannels = (
  typed: (name: string) => string,
  base: Contact | null,
): Contact['channels'] =>
  (base?.channels ?? []).filter((each) => {
    const isAddressed = each === 'mail' || each === 'https';
    return each !== typed('channel') && (!isAddressed || typed(each) !== '');
  });

const atItsField = ({ field, message }: FieldFault): FieldFault => ({
  field: field === 'channels' ? 'channel' : field,
  message,
});

const PRINT_LENGTH = 22;

/** Hash of a contact; empty for one that does not exist. */
export function printOf(contact: Contact | undefined): string {
  if (!contact) return '';
  const said = Object.entries(contact).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const print = createHash('sha256').update(JSON.stringify(said)).digest('base64url');
  return print.slice(0, PRINT_LENGTH);
}
