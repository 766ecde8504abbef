import { Conflict } from '../domain/faults.ts';
import type { Change, Kept, Needs, Shelf } from './ports.ts';

/** Who changes a record of the books, and how the history shows it. */
export type Keeper = Pick<Change, 'by' | 'what' | 'why' | 'via'>;

/** Races that a change may lose before its maker is told. */
const MAX_LOSSES = 5;

/**
 * Puts what `change` makes of the record called `id`, in one conditional write; a lost race reads
 * and changes anew. Nothing is written where `change` answers with what is there.
 *
 * @returns whether anything was written.
 * @throws {Conflict} after losing to others too many times.
 */
export async function keep<Value>(
  { shelf, park, id }: { readonly shelf: Shelf<Value>; readonly park: string; readonly id: string },
  change: (before: Value | undefined) => Value,
  keeper: Keeper,
  needs: Pick<Needs, 'now' | 'newId'>,
): Promise<boolean> {
  for (let losses = 0; losses < MAX_LOSSES; losses += 1) {
    const read = await shelf.find(park, id);
    const value = change(read?.value);
    if (value === read?.value) return false;
    if ((await shelf.put(read, nextOf(read, value, keeper, needs))) === 'written') return true;
  }
  throw new Conflict(id, (await shelf.find(park, id))?.lastChange.by ?? '');
}

/** What follows `read` when `keeper` makes `value` of it. */
export function nextOf<Value>(
  read: Kept<Value> | undefined,
  value: Value,
  keeper: Keeper,
  { now, newId }: Pick<Needs, 'now' | 'newId'>,
): Kept<Value> {
  const version = (read?.version ?? 0) + 1;
  const empty = { onBehalfOf: null, from: '', to: '' };
  return { value, version, lastChange: { ...keeper, ...empty, id: newId(), version, at: now() } };
}
