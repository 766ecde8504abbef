import { Temporal } from 'temporal-polyfill';
import type { Contact } from '../domain/contact.ts';
import { type Digest, digestId, LOOK_BACK } from '../domain/digest.ts';
import { DamagedRecord } from '../domain/faults.ts';
import { localDay } from '../domain/hours.ts';
import { type Load, loadOf } from '../domain/load.ts';
import { mayReadMessage } from '../domain/permissions.ts';
import { type Proof, proofsOf } from '../domain/proof.ts';
import { noteDamage, type Run } from './run.ts';

/** How far back a list of messages goes. */
export const LATELY = Temporal.Duration.from({ days: 13 });

/** What was sent from `back` ago until today that `viewer` may see, the newest first. */
export async function readMessages(
  run: Run,
  viewer: Contact,
  back = LATELY,
): Promise<readonly Digest[]> {
  const today = localDay(run.now, run.rules);
  const from = today.subtract(back);
  const found: Digest[] = [];
  for await (const each of run.needs.ledger.between(run.park.id, from, today)) {
    if (each instanceof DamagedRecord) noteDamage(run, each);
    else if (mayReadMessage(viewer, each.value)) found.push(each.value);
  }
  return found.toSorted(byNews);
}

/** What has not gone out yet first, then the newest; by id where that leaves them equal. */
function byNews(a: Digest, b: Digest): number {
  const order =
    a.sentAt && b.sentAt
      ? Temporal.Instant.compare(b.sentAt, a.sentAt)
      : Number(a.sentAt !== null) - Number(b.sentAt !== null);
  return order || (digestId(a) < digestId(b) ? -1 : 1);
}

/** The proofs that `task` was told of, as far back as a message can still be unanswered. */
export async function readProofs(
  run: Run,
  viewer: Contact,
  task: string,
): Promise<readonly Proof[]> {
  const digests = await readMessages(run, viewer, LOOK_BACK);
  return digests.flatMap(proofsOf).filter((proof) => proof.task === task);
}

/** Weeks that the load of a contact is counted for. */
const WEEKS = Temporal.Duration.from({ weeks: 4 });

/** How much each contact was sent in each of the last weeks. */
export const readLoad = async (run: Run, viewer: Contact): Promise<readonly Load[]> =>
  loadOf(await readMessages(run, viewer, WEEKS), run.rules);

/** A contact whose signature is waited for. */
export type Unsigned = {
  readonly post: string;
  /** Id of the digest that waits longest. */
  readonly digest: string;
  /** Notices that nobody signed for. */
  readonly count: number;
  readonly since: Temporal.Instant;
};

/** Notices of `digest` that wait for a signature; none where nobody knows whether it arrived. */
export const unsignedCount = ({ state, answers }: Digest): number =>
  state === 'unknown'
    ? 0
    : answers.filter(({ signedAt, isSettled }) => signedAt === null && !isSettled).length;

/** Whose signature `digests` wait for, the longest waiting first. */
export function unsignedOf(digests: readonly Digest[], run: Run): readonly Unsigned[] {
  const waiting = digests.flatMap((digest) => {
    const count = unsignedCount(digest);
    return count > 0 && digest.sentAt ? [{ digest, count, since: digest.sentAt }] : [];
  });
  const sorted = waiting.toSorted((a, b) => Temporal.Instant.compare(a.since, b.since));
  const byContact = Map.groupBy(sorted, ({ digest }) => digest.contact ?? digest.post);
  return [...byContact].flatMap(([contact, group]) => {
    const [first] = group;
    if (!first) return [];
    const post = run.directory.contact(contact)?.post ?? contact;
    const count = group.reduce((sum, each) => sum + each.count, 0);
    return [{ post, digest: digestId(first.digest), count, since: first.since }];
  });
}
