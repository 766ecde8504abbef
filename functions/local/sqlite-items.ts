import type { SQLInputValue } from 'node:sqlite';
import type { WriteResult } from '../flows/ports.ts';
import type { Condition, Item, ItemStore } from '../register/item-store.ts';
import type { Key } from '../register/table.ts';
import type { Row, SqliteFile } from './sqlite-file.ts';
import { newTurns } from './turns.ts';

/** A file of which only rows are read. */
type Rows = Pick<SqliteFile, 'all'>;

/** Rows that a walk reads at a time, so that a large park is never in memory as a whole. */
const PAGE = 500;

/** Sorts behind every text that begins with what stands before it. */
const LAST = '\u{10FFFF}';

/** The items of the one table, kept in `file`. */
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

/** What only looks at the items of the one table. */
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

const find = (file: Rows, { pk, sk }: Key): Item | undefined =>
  file.all('SELECT body FROM items WHERE pk = ? AND sk = ?', pk, sk).map(itemOf)[0];

/** Puts what `next` makes of the item under `key`, if `condition` holds of it. */
const written = (
  file: SqliteFile,
  key: Key,
  condition: Condition,
  next: (before: Item | undefined) => Item,
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
): AsyncGenerator<Item, void> {
  const page = (lower: '>=' | '>', bound: string): readonly Row[] =>
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

/** Puts `item` in the place of the one with its key, within a transaction of `file`. */
export const saveItem = ({ run }: SqliteFile, item: Item): void =>
  run(
    'INSERT OR REPLACE INTO items (pk, sk, park, wakeAt, body) VALUES (?, ?, ?, ?, ?)',
    ...columnsOf(item),
  );

const itemOf = ({ body }: Row): Item => JSON.parse(String(body));

const keyOf = ({ pk, sk }: Row): Key => ({ pk: String(pk), sk: String(sk) });

/** The columns of an item: its keys, and the attributes that the index is over. */
const columnsOf = (item: Item): readonly SQLInputValue[] => {
  const { pk, sk } = keyOf(item);
  const [park, wakeAt] = [item['park'], item['wakeAt']].map((each) =>
    typeof each === 'string' ? each : null,
  );
  return [pk, sk, park ?? null, wakeAt ?? null, JSON.stringify(item)];
};

/** Whether `item` is as one of the alternatives wants it; no alternative at all asks for nothing. */
const holds = (condition: Condition, item: Item | undefined): boolean =>
  condition.length === 0 ||
  condition.some((expected) => {
    if (expected === 'absent' || item === undefined)
      return item === undefined && expected === 'absent';
    return Object.entries(expected).every(([name, wanted]) => item[name] === wanted);
  });
