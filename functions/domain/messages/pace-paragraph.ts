import type { PaceRow } from '../targets/pace-row.ts';
import { periodName } from '../targets/pace-table.ts';
import { lampName } from '../tasks/lamp.ts';
import type { Behind, MessageItem } from './item.ts';
import { toldAs } from './told-as.ts';

/** Whether `item` tells of a target's pace, and is not about the deadline. */
export const tellsPace = ({ notice }: MessageItem): boolean => toldAs(notice) === 'pace';

/** What a message says of the target of `row`; undefined for one whose pace shows neither yellow nor red. */
export function behindOf({ name, unit, lamp, required }: PaceRow): Behind | undefined {
  const { colour, reason } = lamp;
  if (colour !== 'yellow' && colour !== 'red') return undefined;
  const rest =
    required === null
      ? ''
      : `，此后${periodName[required.period]}需完成${required.perPeriod}${unit}`;
  return { colour, words: `${name}：${lampName[colour]}，${reason}${rest}` };
}

/** The lines on the targets that are behind; none where none is. */
export function paceLines(items: readonly MessageItem[]): readonly string[] {
  const behind = items.filter(tellsPace).toSorted((a, b) => (a.task.id < b.task.id ? -1 : 1));
  const [first] = behind;
  if (!first) return [];
  const lines = new Set(behind.flatMap((item) => item.behind?.words ?? []));
  const request = first.role === 'owner' ? '请分析原因，提出追赶措施。' : '请督促责任人追赶进度。';
  const each = [...lines].map((line) => `· ${line}`);
  return [`落后于序时进度的指标（${lines.size}项）：`, ...each, request];
}
