import type { Temporal } from 'temporal-polyfill';
import { dayWords } from '../base/words.ts';
import { localDay } from '../policy/hours.ts';
import type { Task } from '../tasks/task.ts';
import { waitingSince } from '../tasks/waiting.ts';
import type { When } from './item.ts';

/** What the owner's post asked of the office and waits for. */
export function askedLine({ request, disowned }: Task, { today, rules }: When): readonly string[] {
  const day = (at: Temporal.Instant): string => dayWords(localDay(at, rules), today);
  return [
    ...(disowned ? [`待答复：${day(disowned.at)}提出不属其负责，待园区办答复。`] : []),
    ...(request
      ? [`待答复：${day(request.at)}申请延期到${dayWords(request.due, today)}，待园区办批复。`]
      : []),
  ];
}

/** What the office is asked to decide; the status goes before what was asked for under another. */
export function decisionWords(task: Task, { today, rules }: When): string {
  const { request, status, disowned } = task;
  const since = waitingSince(task, rules);
  const day = since === null ? '' : dayWords(since, today);
  const days = since === null ? 0 : since.until(today, { largestUnit: 'day' }).days;
  const waited = days > 0 ? `，已等${days}天` : '';
  if (status === 'pendingReview') {
    return `请核验：责任单位${day}报办结，等待销号或退办${waited}`;
  }
  if (disowned !== null) {
    return `请改派或维持：责任岗位${day}提出不属其负责，说明：${disowned.why}${waited}`;
  }
  const wish = request === null ? '' : `到${dayWords(request.due, today)}，原因：${request.why}`;
  return `请批复：责任单位${day}申请延期${wish}${waited}`;
}
