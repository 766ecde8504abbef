import { Temporal } from 'temporal-polyfill';
import type { DailyFigures } from '../../domain/deadlines/park-notice.ts';
import type { Digest } from '../../domain/messages/digest.ts';
import { type DailyCounts, daysWithoutRun } from '../../domain/messages/remarks.ts';
import { localDay, sendInstant } from '../../domain/policy/hours.ts';
import { readable } from '../context/damaged.ts';
import type { ParkContext } from '../context/park-context.ts';

/**
 * The messages that went out before this run, since the office last heard, and the tasks of which it
 * tells what was to be told on a day without a run.
 */
export async function countsSince(run: ParkContext, notice: DailyFigures): Promise<DailyCounts> {
  const day = Temporal.PlainDate.from(notice.since ?? notice.of);
  const from = sendInstant(day, run.rules);
  const missed = new Set(daysWithoutRun(notice, run.rules).map(String));
  const messages = new Set<string>();
  const tasks = new Set<string>();
  const today = localDay(run.now, run.rules);
  for await (const each of readable(run, run.ports.ledger.between(run.park.id, day, today))) {
    for (const id of sentBetween(each.value, from, run.now)) messages.add(id);
    if (missed.has(each.value.day.toString())) for (const id of taskIds(each.value)) tasks.add(id);
  }
  return { sent: messages.size, madeUp: tasks.size };
}

/** The message that `digest` went out with, if that was at `from` or later, and before `until`. */
function sentBetween(
  { sentAt, messageId }: Digest,
  from: Temporal.Instant,
  until: Temporal.Instant,
): readonly string[] {
  if (sentAt === null || messageId === null) return [];
  const isSince = Temporal.Instant.compare(sentAt, from) >= 0;
  return isSince && Temporal.Instant.compare(sentAt, until) < 0 ? [messageId] : [];
}

const taskIds = ({ notices }: Digest): readonly string[] =>
  notices.flatMap((notice) => (notice.about === 'task' ? [notice.task] : []));
