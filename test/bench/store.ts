import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { stateCouncilCalendar } from '../../functions/domain/calendar/working-calendar.ts';
import { inboxForAll } from '../../functions/domain/contacts/outlets.ts';
import { enterContacts } from '../../functions/flows/contacts/enter-contacts.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { openPark } from '../../functions/flows/tasks/open-park.ts';
import { openSqlite } from '../../functions/local/sqlite-file.ts';
import { sqliteItems } from '../../functions/local/sqlite-items.ts';
import { dynamoItems } from '../../functions/register/dynamo-items.ts';
import type { ItemStore } from '../../functions/register/item-store.ts';
import { storedPorts } from '../../functions/register/stored-ports.ts';
import { tableDefinition } from '../../functions/register/table.ts';
import { aPark, aTask, at, contactsOf, deadlinesOnly } from '../support/builders.ts';
import { enterTasks, wake } from '../support/requests.ts';

/**
 * One morning on which every task of a park has a rung: the laptop's store, in memory and synced to
 * a disk, next to the embedded DynamoDB on disk that a laptop might use instead.
 */
const NOTICES = 1000;
const UNITS = 100;

await bench('SQLite in memory', async () => sqliteItems(openSqlite()));
await bench('SQLite, each commit synced', async () =>
  sqliteItems(openSqlite(join(await mkdtemp(join(tmpdir(), 'ruqi-')), 'ruqi.sqlite'))),
);
await bench('the naive way: dynalite on disk, not synced', onDynalite);

async function bench(name: string, open: () => Promise<ItemStore>): Promise<void> {
  let now = at('2022-06-01 07:00');
  let names = 0;
  const ports: Ports = {
    ...storedPorts(await open()),
    clock: { ensureSlot: async () => undefined, wakeSoon: async () => undefined },
    messenger: {
      publish: async (messages) => messages.map(() => ({ result: 'accepted', messageId: 'm' })),
    },
    outlets: inboxForAll,
    calendar: stateCouncilCalendar,
    now: () => now,
    newId: () => `id-${(names += 1)}`,
    newCode: () => `code-${(names += 1)}`,
    pages: () => null,
  };
  const units = Array.from({ length: UNITS }, (_, number) => `单位${number}`);
  const tasks = Array.from({ length: NOTICES }, (_, number) =>
    aTask({ id: `t-${number}`, leadUnit: units[number % UNITS] ?? '' }),
  );
  await openPark(aPark(), ports, deadlinesOnly);
  await enterContacts('linxiang', contactsOf(...units), ports);
  await enterTasks('linxiang', tasks, now, ports);
  now = at('2022-06-15 08:00');
  const began = performance.now();
  const { decided, sent } = await wake('linxiang', ports);
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(
    `${name.padEnd(44)} ${decided} notices, ${sent} messages in ${seconds.toFixed(2)} s: ${Math.round(decided / seconds)} notices/s\n`,
  );
}

async function onDynalite(): Promise<ItemStore> {
  const path = await mkdtemp(join(tmpdir(), 'ruqi-'));
  const server = dynalite({ createTableMs: 0, path });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await client.send(new CreateTableCommand(tableDefinition('ruqi')));
  return dynamoItems({ client: DynamoDBDocumentClient.from(client), table: 'ruqi' });
}
