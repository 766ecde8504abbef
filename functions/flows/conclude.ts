import { digestId, MAX_ATTEMPTS, refused, sent } from '../domain/digest.ts';
import { undeliveredNotice } from '../domain/watch.ts';
import { addNotice } from './add-notice.ts';
import type { Outcome } from './ports.ts';
import type { Prepared } from './prepare.ts';
import type { Rechecked } from './recheck.ts';
import { alone, type Run } from './run.ts';

/**
 * Writes down what became of a message. A refused one is tried once more by itself; one without
 * an answer is left to the lease, because it may have gone out.
 *
 * @returns ids of digests that were opened to tell the office what was given up.
 */
export async function conclude(
  run: Run,
  prepared: Prepared,
  outcome: Outcome,
): Promise<readonly string[]> {
  if (outcome.result === 'unknown') return [];
  if (outcome.result === 'accepted') return markSent(run, prepared, outcome.messageId);
  const isLast = prepared.told.some(({ digest }) => digest.value.attempts + 1 >= MAX_ATTEMPTS);
  if (isLast) return markRefused(run, prepared, 1);
  const [again] = await run.needs.messenger.publish([prepared.message]);
  if (again?.result === 'accepted') return markSent(run, prepared, again.messageId);
  return again?.result === 'rejected' ? markRefused(run, prepared, 2) : [];
}

async function markSent(
  run: Run,
  { message, told }: Prepared,
  messageId: string,
): Promise<readonly string[]> {
  const proof = { contact: message.contact, messageId, sentAt: run.now };
  for (const { digest, dropped, answers } of told) {
    const marked = sent(digest.value, { ...proof, dropped, answers }, run.rules);
    await alone(run, digestId(marked), () => run.needs.ledger.write(marked, digest.version));
  }
  run.report.sent += 1;
  return [];
}

async function markRefused(
  run: Run,
  { told }: Prepared,
  times: number,
): Promise<readonly string[]> {
  const opened: string[] = [];
  for (const each of told) {
    const next = refused(each.digest.value, times, run.now);
    await alone(run, digestId(next), async () => {
      if (next.state === 'failed') opened.push(...(await giveUp(run, each)));
      await run.needs.ledger.write(next, each.digest.version);
    });
  }
  return opened;
}

/** The office hears of it before it is given up. What the office itself cannot get is only logged. */
async function giveUp(run: Run, { digest }: Rechecked): Promise<readonly string[]> {
  const id = digestId(digest.value);
  run.report.failed.push(id);
  if (digest.value.post === 'office') return [];
  return [await addNotice(run, undeliveredNotice(id), digest.value.day, run.now)];
}
