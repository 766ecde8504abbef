import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ContactId } from '../base/ids.ts';
import { Day, Label, Moment, OneLine, Remark } from '../base/parsing.ts';

/** The name of a unit becomes part of post ids and keys, which these characters divide. */
export const UnitName = Label.regex(/^[^#/@]*$/, '不能含有 # / @ 这三个符号');

/**
 * The renaming of a unit (改名), or its merging into another one (并入). Contacts have the new name from
 * `takenAt` on; tasks follow one by one, while posts of the old name lead to those of the new one.
 */
export const UnitMove = z.object({
  id: z.string(),
  unit: OneLine,
  to: OneLine,
  /** The first day of the new name, as the notice says it; the register changes on the day it looks. */
  on: Day,
  why: Remark,
  /** Id of the contact that arranged it, or the system for an operator. */
  by: z.string(),
  /** Who is to hold the posts that a contact of each unit holds, by role; empty where that is clear. */
  heads: z.record(z.string(), ContactId),
  /** ahead: `on` lies ahead; moving: tasks follow; done: all of them did, and who is concerned was told. */
  state: z.enum(['ahead', 'moving', 'done']),
  /** When it takes effect: at the request, or at the beginning of a later day. */
  takenAt: Moment,
  /** Whether `to` was a unit already when it took effect. */
  isMerge: z.boolean(),
  /** The contact that was the owner of the unit; null for nobody, as in the others. */
  ownerBefore: ContactId.nullable(),
  /** The contact that was the owner of `to`, where that was a unit. */
  ownerOfTo: ContactId.nullable(),
  /** The owner of `to` by the move. */
  ownerAfter: ContactId.nullable(),
  /** Open tasks of the unit when it took effect. */
  tasks: z.int().nonnegative(),
});
export type UnitMove = Readonly<z.infer<typeof UnitMove>>;

/** Whose tasks are somebody else's by `move`, who has to sign for them: of the unit, or of `to`. */
export function handsOverUnits(move: UnitMove): readonly string[] {
  const { unit, to, isMerge, ownerBefore, ownerOfTo, ownerAfter } = move;
  if (ownerAfter === null) return [];
  const ofTo = isMerge && ownerAfter !== ownerOfTo ? [to] : [];
  return ownerAfter === ownerBefore ? ofTo : [unit, ...ofTo];
}

/** The moves of `moves` that took effect, in that order. */
const taken = (moves: readonly UnitMove[]): readonly UnitMove[] =>
  moves
    .filter(({ state }) => state !== 'ahead')
    .toSorted((a, b) => Temporal.Instant.compare(a.takenAt, b.takenAt));

/** The present name of each unit that has another one by now, by its former name. */
export function presentNames(moves: readonly UnitMove[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { unit, to } of taken(moves)) {
    names.delete(to);
    for (const [former, present] of names) if (present === unit) names.set(former, to);
    names.set(unit, to);
  }
  return names;
}

/** The moves that lead from the name `from` to the present one, in their order; none for a present name. */
export function movesFrom(from: string, moves: readonly UnitMove[]): readonly UnitMove[] {
  if (!presentNames(moves).has(from)) return [];
  const all = taken(moves);
  const first = all.findLastIndex(({ unit }) => unit === from);
  let name = from;
  return all.slice(first).filter(({ unit, to }) => {
    if (unit !== name) return false;
    name = to;
    return true;
  });
}
