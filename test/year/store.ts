import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { blanked, canonical, type Entry, steady } from './entry.ts';

/** A message as the inbox of a laptop keeps it. */
type Received = { readonly slot: string; readonly contact: string; readonly text: string };

type Row = Readonly<Record<string, unknown>>;

/** The rows that `sql` finds in the file of the park in `data`. */
function rowsOf(data: string, sql: string): readonly Row[] {
  const file = new DatabaseSync(join(data, 'demo', 'ruqi.sqlite'), { readOnly: true });
  try {
    return file.prepare(sql).all();
  } finally {
    file.close();
  }
}

/** Every message that was sent so far, the oldest first. */
const receivedIn = (data: string): readonly Received[] =>
  rowsOf(data, 'SELECT message FROM inbox ORDER BY id').map(
    ({ message }) => JSON.parse(String(message)) as Received,
  );

/** The code of the last link that `contact` was sent, in a message with `words` in it. */
export function linkOf(data: string, contact: string, words = ''): string {
  const last = receivedIn(data).findLast(
    (each) => each.contact === contact && each.text.includes('/a/') && each.text.includes(words),
  );
  return /\/a\/(\w+)/.exec(last?.text ?? '')?.[1] ?? 'none';
}

/** The messages as entries. */
export function messagesIn(data: string): readonly Entry[] {
  const numbers = new Map<string, number>();
  return receivedIn(data).map((message) => {
    const base = `${message.slot.replace(' ', 'T')} ${message.contact}`;
    const number = (numbers.get(base) ?? 0) + 1;
    numbers.set(base, number);
    const text = steady(canonical(message).replaceAll(String.raw`\n`, '\n'));
    return { kind: 'message', name: `${base} ${number}`, text };
  });
}

/** Every table of the store but the inbox, the items by their partition. */
export function storedIn(data: string): readonly Entry[] {
  const items = Map.groupBy(rowsOf(data, 'SELECT * FROM items'), partitionOf);
  const names = rowsOf(data, "SELECT name FROM sqlite_master WHERE type = 'table'")
    .map(({ name }) => String(name))
    .filter((name) => !['items', 'inbox', 'sqlite_sequence'].includes(name));
  const schema = rowsOf(data, 'SELECT type, name, sql FROM sqlite_master ORDER BY name');
  return [
    entry('schema', schema),
    ...names.map((name) => entry(`table ${name}`, rowsOf(data, `SELECT * FROM ${name}`))),
    ...[...items].map(([name, rows]) => entry(name, rows)).toSorted(byName),
  ];
}

const byName = ({ name: one }: Entry, { name: other }: Entry): number => (one < other ? -1 : 1);

/** Which part of the table a row is in: partition and sort key up to their first `#`s. */
function partitionOf({ pk, sk }: Row): string {
  const [sort = ''] = String(sk).split('#');
  const partition = String(pk).startsWith('link#') ? 'link' : String(pk);
  return `${blanked(partition)} ${/^\d{4}-/.test(sort) ? '…' : blanked(sort)}`;
}

function entry(name: string, rows: readonly Row[]): Entry {
  const texts = rows.map((row) => canonical(withJson(row)));
  const sorted = texts.toSorted((one, other) => (blanked(one) < blanked(other) ? -1 : 1));
  return { kind: 'stored', name, text: steady(sorted.join('\n')) };
}

const withJson = ({ body, ...row }: Row): Row =>
  typeof body === 'string' ? { ...row, body: JSON.parse(body) as unknown } : row;
