/**
 * A morning of one park in a SQLite file, for a test that watches its system calls: after each write
 * of the store was answered it prints a line. Arguments: the file; `OFF` for a store that does not sync.
 */

import { writeSync } from 'node:fs';
import { stateCouncilCalendar } from '../../functions/domain/calendar/working-calendar.ts';
import { inboxForAll } from '../../functions/domain/contacts/outlets.ts';
import { enterContacts } from '../../functions/flows/contacts/enter-contacts.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { openPark } from '../../functions/flows/tasks/open-park.ts';
import { openSqlite } from '../../functions/local/sqlite-file.ts';
import { sqliteItems } from '../../functions/local/sqlite-items.ts';
import type { ItemStore } from '../../functions/register/item-store.ts';
import { storedPorts } from '../../functions/register/stored-ports.ts';
import { aPark, aTask, at, contactsOf, deadlinesOnly } from '../support/builders.ts';
import { enterTasks, wake, watchPark } from '../support/requests.ts';

const [path, synchronous] = process.argv.slice(2);
const file = openSqlite(path);
if (synchronous === 'OFF') file.all('PRAGMA synchronous = OFF');

const store = sqliteItems(file);
const STDOUT = 1;

/** Says on standard output when a write was answered, before anybody is told. */
const answered =
  <Args extends readonly unknown[], Answer>(write: (...args: Args) => Promise<Answer>) =>
  async (...args: Args): Promise<Answer> => {
    const answer = await write(...args);
    writeSync(STDOUT, 'answered\n');
    return answer;
  };

const items: ItemStore = { ...store, put: answered(store.put), update: answered(store.update) };
let now = at('2022-06-01 07:00');
let names = 0;
const ports: Ports = {
  ...storedPorts(items),
  clock: { ensureSlot: async () => undefined, wakeSoon: async () => undefined },
  messenger: {
    publish: async (messages) => messages.map(() => ({ result: 'accepted', messageId: 'm' })),
  },
  outlets: inboxForAll,
  calendar: stateCouncilCalendar,
  now: () => now,
  newId: () => `id-${(names += 1)}`,
  newCode: () => `code-${(names += 1)}`,
  pages: () => 'http://127.0.0.1:1',
};

await openPark(aPark(), ports, deadlinesOnly);
const tasks = [aTask({ id: 'a' }), aTask({ id: 'b' })];
await enterContacts('linxiang', contactsOf('安环局'), ports);
await enterTasks('linxiang', tasks, now, ports);
await watchPark('linxiang', tasks, now, ports);
now = at('2022-06-15 08:00');
const { sent } = await wake('linxiang', ports);
writeSync(STDOUT, `sent ${sent}\n`);
file.close();
