import type { SQLInputValue } from 'node:sqlite';
import type { WriteResult } from '../flows/ports.ts';
import type { Condition, ItemStore, TableItem } from '../register/item-store.ts';
import type { Key } from '../register/table.ts';
import type { SqliteFile, SqliteRow } from './sqlite-file.ts';
import { newTurns } from './turns.ts';

/** A file for reading only. */
type Rows = Pick<SqliteFile, 'all'>;

/** Rows per page, so that a large park is never in memory as a whole. */
const PAGE = 500;

/** Appended to a prefix, sorts after every text with that prefix. */
const LAST = '\u{10FFFF}';

/** The items of the table in `file`. */
export function sqliteItems(file: SqliteFile): ItemStore {
  const turn = newTurns();
  return {
    ...readItems(file),
    get: async (key) => {
      await turn();
      return find(file, key);
    },
    put: async (item, condition = []) => {
      await turn();
      return written(file, keyOf(item), condition, () => item);
    },
    update: async (key, attributes, condition) => {
      await turn();
      return written(file, key, condition, (before) => ({ ...before, ...key, ...attributes }));
    },
  };
}

/** The items of the table for reading only. */
export const readItems = (file: Rows): Omit<ItemStore, 'get' | 'put' | 'update'> => ({
  under: (pk, prefix) => walked(file, pk, prefix, `${prefix}${LAST}`),
  between: (pk, from, last) => walked(file, pk, from, last),
  waking: async function* waking(park, until) {
    const sql = 'SELECT pk, sk FROM items WHERE park = ? AND wakeAt <= ? ORDER BY wakeAt, pk, sk';
    yield* file.all(sql, park, until).map(keyOf);
  },
  all: async function* all() {
    const partitions = file.all('SELECT DISTINCT pk FROM items ORDER BY pk');
    for (const { pk } of partitions) yield* walked(file, String(pk), '', LAST);
  },
});

const find = (file: Rows, { pk, sk }: Key): TableItem | undefined =>
  file.all('SELECT body FROM items WHERE pk = ? AND sk = ?', pk, sk).map(itemOf)[0];

/** Puts the result of `next` for the item at `key` if the item meets `condition`. */
const written = (
  file: SqliteFile,
  key: Key,
  condition: Condition,
  next: (before: TableItem | undefined) => TableItem,
): WriteResult =>
  file.write(() => {
    const before = find(file, key);
    if (!holds(condition, before)) return 'lost';
    saveItem(file, next(before));
    return 'written';
  });

/** @yields the items of partition `pk` from `from` to `last`, read page by page. */
async function* walked(
  file: Rows,
  pk: string,
  from: string,
  last: string,
): AsyncGenerator<TableItem, void> {
  const page = (lower: '>=' | '>', bound: string): readonly SqliteRow[] =>
    file.all(
      `SELECT sk, body FROM items WHERE pk = ? AND sk ${lower} ? AND sk <= ? ORDER BY sk LIMIT ${PAGE}`,
      pk,
      bound,
      last,
    );
  for (let rows = page('>=', from); ; rows = page('>', String(rows.at(-1)?.['sk']))) {
    yield* rows.map(itemOf);
    if (rows.length < PAGE) return;
  }
}

/** Puts `item` and replaces the item with the same key; only within a transaction of `file`. */
export const saveItem = ({ run }: SqliteFile, item: TableItem): void =>
  run(
    'INSERT OR REPLACE INTO items (pk, sk, park, wakeAt, body) VALUES (?, ?, ?, ?, ?)',
    ...columnsOf(item),
  );

const itemOf = ({ body }: SqliteRow): TableItem => JSON.parse(String(body));

const keyOf = ({ pk, sk }: SqliteRow): Key => ({ pk: String(pk), sk: String(sk) });

/** The columns of an item: its keys and the indexed attributes. */
const columnsOf = (item: TableItem): readonly SQLInputValue[] => {
  const { pk, sk } = keyOf(item);
  const [park, wakeAt] = [item['park'], item['wakeAt']].map((each) =>
    typeof each === 'string' ? each : null,
  );
  return [pk, sk, park ?? null, wakeAt ?? null, JSON.stringify(item)];
};

/** Whether `item` meets one of the alternatives; an empty list is always met. */
const holds = (condition: Condition, item: TableItem | undefined): boolean =>
  condition.length === 0 ||
  condition.some((expected) => {
    if (expected === 'absent' || item === undefined)
      return item === undefined && expected === 'absent';
    return Object.entries(expected).every(([name, wanted]) => item[name] === wanted);
  });
