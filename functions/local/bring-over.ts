import { access, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Level } from 'level';
import type { TableItem } from '../register/item-store.ts';
import { InUse } from './lock.ts';
import type { SqliteFile } from './sqlite-file.ts';
import { saveItem } from './sqlite-items.ts';

/** Files of a data folder of version 0.1.0. */
export const TABLE = 'table';
const INBOX = 'inbox.jsonl';
const STATE = 'state.json';

/** Key prefix of the items of the table in the store of that version. */
const ITEMS = 'item-ruqi~';

/**
 * Migrates the data of version 0.1.0 from `folder` into `file` in one transaction, and then renames
 * the old table to `table.0.1.0`. Does nothing in a folder of this version or an empty one.
 *
 * @throws {InUse} if a process of that version has the folder open.
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

async function itemsIn(table: string): Promise<readonly TableItem[]> {
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

/** Whether `fault` says that another process has the store of `level` open. */
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
