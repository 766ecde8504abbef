import { Temporal } from 'temporal-polyfill';
import { keyOf } from '../tasks/occasion-codec.ts';
import { type Addressed, byText } from './rehearsal.ts';

/** What another policy would do to one message. */
export type Difference = Addressed & {
  readonly change: 'added' | 'dropped' | 'moved';
  /** When it would have gone out before; null for one that is added. */
  readonly before: Temporal.Instant | null;
};

/**
 * How `after` differs from `before`: messages of the same rung of a task to the same contact are one
 * and the same. In the order of time, a dropped one at the time it had.
 */
export function compared(
  before: readonly Addressed[],
  after: readonly Addressed[],
): readonly Difference[] {
  const had = new Map(before.map((each) => [messageKey(each), each]));
  const has = new Set(after.map(messageKey));
  const dropped = before
    .filter((each) => !has.has(messageKey(each)))
    .map((each): Difference => ({ ...each, change: 'dropped', before: each.at }));
  const others = after.flatMap((each): readonly Difference[] => {
    const old = had.get(messageKey(each));
    if (!old) return [{ ...each, change: 'added', before: null }];
    return old.at.equals(each.at) ? [] : [{ ...each, change: 'moved', before: old.at }];
  });
  return [...dropped, ...others].toSorted(
    (a, b) => Temporal.Instant.compare(a.at, b.at) || byText(messageKey(a), messageKey(b)),
  );
}

/** How many messages of one kind change. */
export type Tally = { readonly of: string } & Readonly<Record<Difference['change'], number>>;

/** What changes for each of what `kindOf` names, where most of it changes first. */
export function tallied(
  differences: readonly Difference[],
  kindOf: (difference: Difference) => string,
): readonly Tally[] {
  const count = (all: readonly Difference[], change: Difference['change']): number =>
    all.filter((each) => each.change === change).length;
  return [...Map.groupBy(differences, kindOf)]
    .toSorted(([a, mine], [b, other]) => other.length - mine.length || byText(a, b))
    .map(([of, all]) => ({
      of,
      added: count(all, 'added'),
      dropped: count(all, 'dropped'),
      moved: count(all, 'moved'),
    }));
}

const messageKey = ({ task, occasion, contact }: Addressed): string =>
  `${task.id} ${keyOf(occasion)} ${contact}`;
