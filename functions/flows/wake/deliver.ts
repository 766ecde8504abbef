import type { Digest } from '../../domain/messages/digest.ts';
import { holdsAt, postponed } from '../../domain/messages/digest-claim.ts';
import { isLastAttempt } from '../../domain/messages/digest-outcome.ts';
import { isSpeakingTime, speakingInstantFrom } from '../../domain/policy/hours.ts';
import { alone, type ParkContext } from '../context/park-context.ts';
import { BATCH, type PublishOutcome, type Stored } from '../ports.ts';
import { dueDigests, groupsByContact } from './due-digests.ts';
import { leaveUnreached } from './leave-unreached.ts';
import { type Group, type Prepared, prepare } from './prepare.ts';
import { type PublishedMessage, recordOutcome } from './record-outcome.ts';

/**
 * Sends what the digests hold that the run opened, as far as it is due, one message a contact; when
 * nothing may go out now, puts it off. What is opened by that is sent, too.
 */
export async function deliver(run: ParkContext): Promise<void> {
  for (;;) {
    const due = await dueDigests(run);
    if (due.length === 0) return;
    if (mayPublish(run)) await sendAll(run, await leaveUnreached(run, groupsByContact(run, due)));
    else await putOff(run, due);
  }
}

/**
 * Whether something may go out at this very moment, however long ago the run began: a machine may
 * have slept since. What it claimed must still be its own, and the park may be sent messages.
 */
function mayPublish(run: ParkContext): boolean {
  const now = run.ports.now();
  return holdsAt(run.now, now) && isSpeakingTime(now, run.rules);
}

/**
 * Leaves `digests` to a later run, which tells them again. Without a slot nothing is put off: what
 * stays due is the sweep's.
 */
async function putOff(run: ParkContext, digests: readonly Stored<Digest>[]): Promise<void> {
  const next = speakingInstantFrom(run.ports.now(), run.rules);
  for (const { value, version } of digests) {
    await alone(run, value.post, async () => {
      await run.slots(run.park.id, next);
      await run.ports.ledger.write(postponed(value, run.holder, next), version);
    });
  }
}

async function sendAll(run: ParkContext, groups: readonly Group[]): Promise<void> {
  for (let from = 0; from < groups.length; from += BATCH) {
    if (!mayPublish(run)) {
      const late = groups.slice(from).flatMap(({ digests }) => digests);
      return putOff(
        run,
        late.map(({ stored }) => stored),
      );
    }
    const batch: Prepared[] = [];
    for (const group of groups.slice(from, from + BATCH)) {
      const prepared = await alone(run, group.recipient.contact.id, () => prepare(run, group));
      if (prepared) batch.push(prepared);
    }
    await sendBatch(run, batch);
  }
}

/** What was taken is written down before anything is tried again. */
async function sendBatch(run: ParkContext, batch: readonly Prepared[]): Promise<void> {
  if (batch.length === 0) return;
  const published = await publish(run, batch);
  if (!published) {
    const claimed = batch.flatMap(({ told }) => told.map(({ digest }) => digest));
    return putOff(run, claimed);
  }
  const refused: Sent[] = [];
  for (const sent of published) {
    if (sent.outcome.result === 'rejected') refused.push(sent);
    else await recordOutcome(run, sent.prepared, sent);
  }
  for (const sent of refused) await recordOutcome(run, sent.prepared, await triedAgain(run, sent));
}

/** A refused message is tried once more by itself, unless this was the last attempt of one of its digests. */
async function triedAgain(run: ParkContext, first: Sent): Promise<PublishedMessage> {
  const isLast = first.prepared.told.some(({ digest }) => isLastAttempt(digest.value));
  const [again] = (isLast ? undefined : await publish(run, [first.prepared])) ?? [];
  if (!again) return first;
  return again.outcome.result === 'rejected' ? { ...again, refusals: 2 } : again;
}

type Sent = PublishedMessage & { readonly prepared: Prepared };

const NO_ANSWER: PublishOutcome = { result: 'unknown', reason: 'no answer' };

/** Hands `batch` over; undefined if it may no longer go out. */
async function publish(
  run: ParkContext,
  batch: readonly Prepared[],
): Promise<readonly Sent[] | undefined> {
  if (!mayPublish(run)) return undefined;
  const at = run.ports.now();
  const messages = batch.map(({ message }) => message);
  const outcomes = await alone(run, 'publish', () => run.ports.messenger.publish(messages));
  return batch.map((prepared, place) => {
    const outcome = outcomes?.[place] ?? NO_ANSWER;
    return { prepared, outcome, at, refusals: Number(outcome.result === 'rejected') };
  });
}
