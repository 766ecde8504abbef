import { Temporal } from 'temporal-polyfill';
import { DamagedRecord } from '../domain/faults.ts';
import { localDay, sendInstant } from '../domain/hours.ts';
import type { Run } from './run.ts';

/** How many messages went out before this run, from the send time of `day` on. */
export async function sentSince(run: Run, day: Temporal.PlainDate): Promise<number> {
  const from = sendInstant(day, run.rules);
  const messages = new Set<string>();
  const today = localDay(run.now, run.rules);
  for await (const each of run.needs.ledger.between(run.park.id, day, today)) {
    if (each instanceof DamagedRecord) continue;
    const { sentAt, messageId } = each.value;
    if (sentAt === null || messageId === null) continue;
    const isSince = Temporal.Instant.compare(sentAt, from) >= 0;
    if (isSince && Temporal.Instant.compare(sentAt, run.now) < 0) messages.add(messageId);
  }
  return messages.size;
}
