import { type Digest, isClaimable, postponed } from '../domain/digest.ts';
import { hasCome, isSpeakingTime, nextSendInstant } from '../domain/hours.ts';
import { conclude } from './conclude.ts';
import { leaveUnreached } from './leave-unreached.ts';
import { BATCH, type Outcome, type Stored } from './ports.ts';
import { type Group, type Prepared, prepare } from './prepare.ts';
import { alone, type Run } from './run.ts';

/** Sends what `ids` hold that is due, one message a contact; outside speaking time, puts it off. */
export async function deliver(run: Run, ids: ReadonlySet<string>): Promise<void> {
  let waiting: Iterable<string> = ids;
  for (;;) {
    const due = await dueDigests(run, waiting);
    if (due.length === 0) return;
    if (!isSpeakingTime(run.now, run.rules)) return putOff(run, due);
    const opened = await sendAll(run, await leaveUnreached(run, groupsOf(run, due)));
    waiting = [...opened, ...run.opened.splice(0)];
  }
}

async function dueDigests(run: Run, ids: Iterable<string>): Promise<readonly Stored<Digest>[]> {
  const due: Stored<Digest>[] = [];
  for (const id of [...ids].toSorted()) {
    const read = await alone(run, id, () => run.needs.ledger.read(run.park.id, id));
    if (!read) continue;
    const { value } = read;
    if (isClaimable(value, run.now) && hasCome(value.wakeAt, run.now)) due.push(read);
  }
  return due;
}

/** Without a slot nothing is put off: what stays due is the sweep's. */
async function putOff(run: Run, due: readonly Stored<Digest>[]): Promise<void> {
  const next = nextSendInstant(run.now, run.rules);
  for (const { value, version } of due) {
    await alone(run, value.post, async () => {
      await run.slots(run.park.id, next);
      await run.needs.ledger.write(postponed(value, next), version);
    });
  }
}

function groupsOf(run: Run, due: readonly Stored<Digest>[]): readonly Group[] {
  const addressed = due.flatMap((stored) => {
    const recipient = run.directory.recipientOf(stored.value.post);
    if (recipient) return [{ stored, recipient }];
    const fault = 'neither this post nor the office has a contact';
    run.report.faults.push({ at: stored.value.post, fault });
    return [];
  });
  const byContact = Map.groupBy(addressed, ({ recipient }) => recipient.contact.id);
  return [...byContact.values()].flatMap((digests) =>
    digests[0] ? [{ recipient: digests[0].recipient, digests }] : [],
  );
}

/** @returns ids of digests that were opened on the way: for the office, of what was given up. */
async function sendAll(run: Run, groups: readonly Group[]): Promise<readonly string[]> {
  const opened: string[] = [];
  for (let from = 0; from < groups.length; from += BATCH) {
    if (!isSpeakingTime(run.needs.now(), run.rules)) {
      const late = groups.slice(from).flatMap(({ digests }) => digests);
      await putOff(
        run,
        late.map(({ stored }) => stored),
      );
      return opened;
    }
    const batch: Prepared[] = [];
    for (const group of groups.slice(from, from + BATCH)) {
      const prepared = await alone(run, group.recipient.contact.id, () => prepare(run, group));
      if (prepared) batch.push(prepared);
    }
    opened.push(...(await sendBatch(run, batch)));
  }
  return opened;
}

async function sendBatch(run: Run, batch: readonly Prepared[]): Promise<readonly string[]> {
  if (batch.length === 0) return [];
  const outcomes = await publish(run, batch);
  const paired = batch.map((prepared, at) => ({ prepared, outcome: outcomes[at] ?? NO_ANSWER }));
  const isRejected = ({ outcome }: { outcome: Outcome }): boolean => outcome.result === 'rejected';
  const opened: string[] = [];
  for (const { prepared, outcome } of paired.toSorted((a, b) => +isRejected(a) - +isRejected(b))) {
    const at = prepared.message.contact;
    const ids = await alone(run, at, () => conclude(run, prepared, outcome));
    opened.push(...(ids ?? []));
  }
  return opened;
}

const NO_ANSWER: Outcome = { result: 'unknown', reason: 'no answer' };

async function publish(run: Run, batch: readonly Prepared[]): Promise<readonly Outcome[]> {
  const messages = batch.map(({ message }) => message);
  return (await alone(run, 'publish', () => run.needs.messenger.publish(messages))) ?? [];
}
