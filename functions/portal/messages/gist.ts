import { briefingPeriod } from '../../domain/messages/briefing-notices.ts';
import type { Digest } from '../../domain/messages/digest.ts';
import { briefingName } from '../../domain/papers/briefing-name.ts';
import type { NameFinder } from '../ui/names.ts';

/** The first task of a message, and how many more it tells of. */
export function gist({ notices }: Digest, taskName: NameFinder): string {
  const tasks = [
    ...new Set(notices.flatMap((notice) => (notice.about === 'task' ? [notice.task] : []))),
  ];
  const [first] = tasks;
  if (first === undefined) return parkGist(notices);
  return tasks.length === 1 ? taskName(first) : `${taskName(first)} 等 ${tasks.length} 项`;
}

function parkGist(notices: Digest['notices']): string {
  const periods = notices.flatMap((notice) =>
    notice.about === 'park' ? (briefingPeriod(notice) ?? []) : [],
  );
  return periods[0] ? briefingName(periods[0]) : '督办情况';
}
