import { digestId, MAX_ATTEMPTS, postponed, RETRY_AFTER, refused, sent } from '../domain/digest.ts';
import { giveUp } from './give-up.ts';
import type { Outcome } from './ports.ts';
import type { Prepared } from './prepare.ts';
import { alone, type Run } from './run.ts';

/**
 * Writes down what became of a message. A refused one is tried once more by itself, unless this was
 * its last attempt; one without an answer is left to the lease, because it may have gone out.
 *
 * @returns ids of digests that were opened to tell the office what was given up.
 */
export async function conclude(
  run: Run,
  prepared: Prepared,
  outcome: Outcome,
): Promise<readonly string[]> {
  if (outcome.result !== 'rejected') return settled(run, prepared, outcome);
  const isLast = prepared.told.some(({ digest }) => digest.value.attempts + 1 >= MAX_ATTEMPTS);
  if (isLast) return markRefused(run, prepared, 1);
  const [again] = await run.needs.messenger.publish([prepared.message]);
  if (again?.result === 'rejected') return markRefused(run, prepared, 2);
  return again ? settled(run, prepared, again) : [];
}

async function settled(run: Run, prepared: Prepared, outcome: Outcome): Promise<readonly string[]> {
  if (outcome.result === 'accepted') return markSent(run, prepared, outcome.messageId);
  return outcome.result === 'deferred' ? markDeferred(run, prepared, outcome.reason) : [];
}

/** Nothing was taken: the digests wait for a later run, and the fault is raised at the end of this one. */
async function markDeferred(
  run: Run,
  { message, told }: Prepared,
  reason: string,
): Promise<readonly string[]> {
  run.report.faults.push({ at: message.contact, fault: reason });
  for (const { digest } of told) {
    const waiting = postponed(digest.value, run.now.add(RETRY_AFTER));
    await alone(run, digestId(waiting), () => run.needs.ledger.write(waiting, digest.version));
  }
  return [];
}

async function markSent(
  run: Run,
  { message, told }: Prepared,
  messageId: string,
): Promise<readonly string[]> {
  const proof = { contact: message.contact, messageId, sentAt: run.now };
  for (const { digest, dropped, answers, recipient } of told) {
    const insteadOf = recipient.insteadOf?.id ?? null;
    const marked = sent(digest.value, { ...proof, insteadOf, dropped, answers });
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
      if (next.state === 'failed') opened.push(...(await giveUp(run, each.digest)));
      await run.needs.ledger.write(next, each.digest.version);
    });
  }
  return opened;
}
