import type { Temporal } from 'temporal-polyfill';
import { type Digest, digestId } from '../../domain/messages/digest.ts';
import { postponed } from '../../domain/messages/digest-claim.ts';
import {
  afterRefusal,
  type DeliveryFacts,
  RETRY_AFTER,
  sent,
  unanswered,
} from '../../domain/messages/digest-outcome.ts';
import { alone, type ParkContext } from '../context/park-context.ts';
import type { PublishOutcome } from '../ports.ts';
import { toldBy } from './claim-digest.ts';
import { notifyUndeliverable } from './notify-undeliverable.ts';
import type { Prepared } from './prepare.ts';

/** What became of a message that was handed over at `at`. */
export type PublishedMessage = {
  readonly outcome: PublishOutcome;
  readonly at: Temporal.Instant;
  /** Times that it was refused just now. */
  readonly refusals: number;
};

/**
 * Writes down what became of a message, in each digest that it tells. Where the topic took nothing at
 * all no message is to blame: the digests wait, and the fault is raised at the end of the run.
 */
export async function recordOutcome(
  run: ParkContext,
  { message, told }: Prepared,
  published: PublishedMessage,
): Promise<void> {
  const { outcome, at } = published;
  note(run, message.contact, outcome);
  for (const each of told) {
    const { value, version } = each.digest;
    await alone(run, digestId(value), async () => {
      const next = concluded(run, value, toldBy(run, each, at), published);
      if (next.state === 'failed' || next.state === 'unknown')
        await notifyUndeliverable(run, value);
      // That of a first answer is there already: after a message went out nothing may fail but its mark.
      if (next.state === 'open') await run.slots(run.park.id, next.wakeAt);
      await run.ports.ledger.write(next, version);
    });
  }
}

function note({ report }: ParkContext, at: string, outcome: PublishOutcome): void {
  if (outcome.result === 'accepted') {
    report.sent += 1;
    return;
  }
  const { result, reason } = outcome;
  if (result === 'deferred') report.faults.push({ at, fault: reason });
  else report.untaken.push({ at, result, reason });
}

function concluded(
  run: ParkContext,
  digest: Digest,
  told: DeliveryFacts,
  { outcome, at, refusals }: PublishedMessage,
): Digest {
  switch (outcome.result) {
    case 'accepted':
      return sent(digest, { ...told, messageId: outcome.messageId, sentAt: at });
    case 'unknown':
      return unanswered(digest, told, at);
    case 'deferred':
      return postponed(digest, run.holder, at.add(RETRY_AFTER));
    case 'rejected':
      return afterRefusal(digest, told, { times: refusals, now: at });
  }
}
