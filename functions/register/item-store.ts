import type { WriteResult } from '../flows/ports.ts';
import type { Key } from './table.ts';

/** An item with whatever attributes it has. */
export type TableItem = Record<string, unknown>;

/**
 * What an item must look like: every named attribute has this value, or, with `undefined`, is not
 * there. Without any name the item only has to exist.
 */
type Expected = Readonly<Record<string, string | number | null | undefined>>;

/** What must hold of the item under a key before it is written: one of these. */
export type Condition = readonly (Expected | 'absent')[];

/**
 * The one table, whatever engine keeps it. Reads are consistent but for {@link ItemStore.waking}. A
 * write that was answered is durable; it is of one item and happens whole or not at all.
 */
export type ItemStore = {
  readonly get: (key: Key) => Promise<TableItem | undefined>;
  /** Puts `item` in the place of the one with its key, if `condition` holds. */
  readonly put: (item: TableItem, condition?: Condition) => Promise<WriteResult>;
  /** Sets attributes of an item, and takes out those given as undefined, if `condition` holds. */
  readonly update: (key: Key, attributes: TableItem, condition: Condition) => Promise<WriteResult>;
  /** The items of partition `pk` whose sort key begins with `prefix`, in the order of their keys. */
  readonly under: (pk: string, prefix: string) => AsyncIterable<TableItem>;
  /** The items of partition `pk` with sort keys from `from` to `last`, both included, in order. */
  readonly between: (pk: string, from: string, last: string) => AsyncIterable<TableItem>;
  /** Keys that the index `wake` has for `park` at or before `until`, the earliest first: a hint. */
  readonly waking: (park: string, until: string) => AsyncIterable<Key>;
  /** Every item of every park. It reads the whole table, which an operator may do and no function does. */
  readonly all: () => AsyncIterable<TableItem>;
};

/** The item still has version `seen`; 0 stands for no item. */
export const versionIs = (seen: number): Condition => [seen === 0 ? 'absent' : { version: seen }];
