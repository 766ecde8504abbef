import { Conflict } from '../../domain/base/faults.ts';
import type { Change } from '../../domain/contacts/change.ts';
import type { Collection, Ports, Versioned } from '../ports.ts';
import { LOST, untilWritten } from './until-written.ts';

/** Author of a change, as shown in the history. */
export type Author = Pick<Change, 'by' | 'names' | 'what' | 'why' | 'via'> & {
  /** Idempotency key of the change. Without it, each call is a change of its own. */
  readonly id?: string | undefined;
  /** What the change brought, as the history shows it. */
  readonly to?: string | undefined;
};

/** A collection, as far as its records are changed. */
export type Changing<Value> = Omit<Collection<Value>, 'takeBack'>;

/** Collection and key of a record. */
export type RecordPlace<Value> = {
  readonly collection: Changing<Value>;
  readonly park: string;
  readonly id: string;
  /** The version that it was seen in, 0 for none: a later one is not changed unseen. */
  readonly seen?: number | undefined;
  /** As it was read a moment ago; once a write is lost it is read again. */
  readonly read?: Versioned<Value> | undefined;
};

/**
 * Puts what `change` makes of a record, in one conditional write; a lost race reads and changes again,
 * unless it was lost to this very change, whose answer did not arrive. Nothing is written where
 * `change` returns what is there.
 *
 * @returns what was written; undefined where nothing was.
 * @throws {Conflict} if the record is not as it was seen, or after losing to others too many times.
 */
export async function updateRecord<Value>(
  place: RecordPlace<Value>,
  change: (before: Value | undefined) => Value,
  author: Author,
  ports: Pick<Ports, 'now' | 'newId'>,
): Promise<Versioned<Value> | undefined> {
  const { collection, park, id, seen } = place;
  const changeId = author.id ?? ports.newId();
  const attempt = async (losses: number): Promise<Versioned<Value> | undefined | typeof LOST> => {
    const known = losses === 0 ? place.read : undefined;
    const read = known ?? (await collection.find(park, id));
    if (read?.lastChange.id === changeId) return read;
    refuseUnseen(id, read, seen);
    const before = read?.value;
    const value = change(before);
    if (value === before) return undefined;
    const next = nextOf(read, value, { ...author, id: changeId }, ports);
    return (await isPut(place, read, next)) ? next : LOST;
  };
  return untilWritten(attempt, async () => {
    throw overtaken(id, await collection.find(park, id));
  });
}

/** Whether `next` was put, also where its own first try, of which no answer came, made this one lose. */
async function isPut<Value>(
  { collection, park, id }: RecordPlace<Value>,
  read: Versioned<Value> | undefined,
  next: Versioned<Value>,
): Promise<boolean> {
  if ((await collection.put(read, next)) === 'written') return true;
  return (await collection.history(park, id)).some((change) => change.id === next.lastChange.id);
}

/** @throws {Conflict} if `read` has another version than `seen`; not asked without it. */
export function refuseUnseen(
  id: string,
  read: Versioned<unknown> | undefined,
  seen: number | undefined,
): void {
  if (seen !== undefined && seen !== (read?.version ?? 0)) throw overtaken(id, read);
}

const overtaken = (id: string, read: Versioned<unknown> | undefined): Conflict =>
  new Conflict(id, read ? `${read.lastChange.by}${read.lastChange.what}` : '');

/** The next version of `read`: `value`, changed by `keeper`. */
export function nextOf<Value>(
  read: Versioned<Value> | undefined,
  value: Value,
  { id, to = '', ...author }: Author,
  { now, newId }: Pick<Ports, 'now' | 'newId'>,
): Versioned<Value> {
  const version = (read?.version ?? 0) + 1;
  const said = { ...author, onBehalfOf: null, from: '', to };
  return { value, version, lastChange: { ...said, id: id ?? newId(), version, at: now() } };
}
