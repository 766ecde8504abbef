import { Conflict } from '../domain/faults.ts';
import type { Change, Kept, Needs, Shelf } from './ports.ts';

/** Who changes a record of the books, and how the history shows it. */
export type Keeper = Pick<Change, 'by' | 'what' | 'why' | 'via'> &
  Partial<Pick<Change, 'id' | 'to'>>;

/** Which record is changed. */
type Place<Value> = {
  readonly shelf: Shelf<Value>;
  readonly park: string;
  readonly id: string;
  /** The version that it was seen in, 0 for none: a later one is not changed unseen. */
  readonly seen?: number;
};

/** Races that a change may lose before its maker is told. */
const MAX_LOSSES = 5;

/**
 * Puts what `change` makes of a record, in one conditional write; a lost race reads and changes anew.
 * Nothing is written where `change` answers with what is there.
 *
 * @returns what was written; undefined where nothing was.
 * @throws {Conflict} if it is not as it was seen, or after losing to others too many times.
 */
export async function keep<Value>(
  { shelf, park, id, seen }: Place<Value>,
  change: (before: Value | undefined) => Value,
  keeper: Keeper,
  needs: Pick<Needs, 'now' | 'newId'>,
): Promise<Kept<Value> | undefined> {
  const mine = needs.newId();
  for (let losses = 0; losses < MAX_LOSSES; losses += 1) {
    const read = await shelf.find(park, id);
    // A write that was made and not answered looks like a lost race.
    if (read?.lastChange.id === mine) return read;
    refuseUnseen(id, read, seen);
    const before = read?.value;
    const value = change(before);
    if (value === before) return undefined;
    const next = nextOf(read, value, { ...keeper, id: mine }, needs);
    if ((await shelf.put(read, next)) === 'written') return next;
  }
  throw overtaken(id, await shelf.find(park, id));
}

/** @throws {Conflict} if `read` has another version than `seen`; not asked without it. */
export function refuseUnseen(
  id: string,
  read: Kept<unknown> | undefined,
  seen: number | undefined,
): void {
  if (seen !== undefined && seen !== (read?.version ?? 0)) throw overtaken(id, read);
}

const overtaken = (id: string, read: Kept<unknown> | undefined): Conflict =>
  new Conflict(id, read ? `${read.lastChange.by}${read.lastChange.what}` : '');

/** What follows `read` when `keeper` makes `value` of it. */
export function nextOf<Value>(
  read: Kept<Value> | undefined,
  value: Value,
  { id, to = '', ...said }: Keeper,
  { now, newId }: Pick<Needs, 'now' | 'newId'>,
): Kept<Value> {
  const version = (read?.version ?? 0) + 1;
  const change = { ...said, id: id ?? newId(), version, at: now(), onBehalfOf: null, from: '', to };
  return { value, version, lastChange: change };
}
