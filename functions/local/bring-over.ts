import { access, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Level } from 'level';
import type { Item } from '../register/item-store.ts';
import { InUse } from './lock.ts';
import type { SqliteFile } from './sqlite-file.ts';
import { saveItem } from './sqlite-items.ts';

/** What a folder of version 0.1.0 keeps its table, its messages and its state in. */
export const TABLE = 'table';
const INBOX = 'inbox.jsonl';
const STATE = 'state.json';

/** Begins the keys of the items of the one table, as the engine of that version laid them down. */
const ITEMS = 'item-ruqi~';

/**
 * Brings what version 0.1.0 kept in `folder` into `file`, in one transaction, and then sets it
 * aside as `table.0.1.0`. In a folder of this version, or an empty one, it does nothing.
 *
 * @throws {InUse} if a Ruqi of that version has the folder open.
 */
export async function bringOver(folder: string, file: SqliteFile): Promise<void> {
  const table = join(folder, TABLE);
  if (!(await isThere(table))) return;
  if (file.all('SELECT 1 FROM items LIMIT 1').length === 0) {
    const [items, messages, state] = await Promise.all([
      itemsIn(table),
      textOf(join(folder, INBOX)),
      textOf(join(folder, STATE)),
    ]);
    file.write(() => {
      for (const item of items) saveItem(file, item);
      for (const message of messages.split('\n').filter((line) => line !== '')) {
        file.run('INSERT INTO inbox (message, isShown) VALUES (?, 1)', message);
      }
      for (const [name, value] of Object.entries(JSON.parse(state === '' ? '{}' : state))) {
        file.run('INSERT INTO state (name, value) VALUES (?, ?)', name, JSON.stringify(value));
      }
    });
  }
  await rename(table, `${table}.0.1.0`);
}

async function itemsIn(table: string): Promise<readonly Item[]> {
  const store = new Level<string, Record<string, AttributeValue>>(table, { valueEncoding: 'json' });
  try {
    await store.open();
  } catch (fault) {
    throw isLocked(fault) ? new InUse(undefined, { cause: fault }) : fault;
  }
  try {
    const found = store.values({ gte: ITEMS, lt: `${ITEMS}\u{10FFFF}` });
    return await Array.fromAsync(found, (item) => unmarshall(item));
  } finally {
    await store.close();
  }
}

/** What `level` says of a store that another process has open. */
const isLocked = (fault: unknown): boolean =>
  fault instanceof Error &&
  fault.cause instanceof Error &&
  'code' in fault.cause &&
  fault.cause.code === 'LEVEL_LOCKED';

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const textOf = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');
