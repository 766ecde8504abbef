import type { Urge } from '../tasks/urge.ts';
import type { MessageItem } from './item.ts';

/** The urging that an item tells; undefined if it tells none. */
export function urgeOf({ task, notice }: MessageItem): Urge | undefined {
  const told = [notice.occasion, ...notice.skipped].findLast(({ kind }) => kind === 'urge');
  return task.urges?.find(({ number }) => told?.kind === 'urge' && told.number === number);
}
