import type { PostId, SourceId } from '../base/ids.ts';
import { type Placed, sourceIdsOf } from './place.ts';
import type { Source } from './source.ts';

/** Posts that are named for something restricted; null where everybody may see it. */
export type Readers = readonly PostId[] | null;

/**
 * Posts named for what comes from the sources `ids`: null as soon as one of them is open, else those of
 * all. A code without a record is open: it is that of a plan from before sources were records.
 */
export function readersOf(ids: readonly SourceId[], sources: readonly Source[]): Readers {
  const all = ids.map((code) => sources.find(({ id }) => id === code)?.readers ?? null);
  const named = all.filter((readers) => readers !== null);
  return named.length < all.length || all.length === 0 ? null : named.flat();
}

/** Whether `task` comes from restricted sources alone. */
export const isRestricted = (task: Placed, sources: readonly Source[]): boolean =>
  readersOf(sourceIdsOf(task), sources) !== null;

/** What a total says of the restricted items that it leaves out; empty where there are none. */
export const hiddenWords = (hidden: number): string =>
  hidden === 0 ? '' : `另有${hidden}项不公开`;
