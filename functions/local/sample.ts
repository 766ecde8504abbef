import { readFile } from 'node:fs/promises';
import type { Temporal } from 'temporal-polyfill';
import type { Task } from '../domain/task.ts';
import { confirmed, readConfirmation } from '../intake/read-confirmation.ts';
import { type Contacts, readContacts } from '../intake/read-contacts.ts';
import { readRegister } from '../intake/read-register.ts';

/** The sample park: 临湘高新区's real plan of 2022, with invented posts and office-set dates. */
export const samplePark = { id: 'linxiang', name: '临湘高新区', plan: 2022 } as const;

const load = (name: string): Promise<Uint8Array> =>
  readFile(new URL(`sample/${name}`, import.meta.url));

/** The sample's register as entered at `at`, and its posts. */
export async function readSample(
  at: Temporal.Instant,
): Promise<Contacts & { readonly tasks: readonly Task[] }> {
  const contacts = readContacts(await load('contacts.jsonl'), 'contacts.jsonl');
  const confirmation = readConfirmation(
    await load('confirmation-2022.json'),
    'confirmation-2022.json',
  );
  const rows = readRegister(await load('register-2022.jsonl'), 'register-2022.jsonl', {
    park: samplePark.id,
    plan: samplePark.plan,
    at,
    directory: contacts.directory,
  });
  return { ...contacts, tasks: confirmed(rows, confirmation, 'confirmation-2022.json') };
}
