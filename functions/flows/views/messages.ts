import { Temporal } from 'temporal-polyfill';
import type { DigestId, TaskId } from '../../domain/base/ids.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import { noticeKey } from '../../domain/deadlines/notice.ts';
import { type Digest, digestId, LOOK_BACK } from '../../domain/messages/digest.ts';
import { escalationsIn } from '../../domain/messages/escalations.ts';
import { type Load, loadOf } from '../../domain/messages/load.ts';
import { type Proof, proofsOf } from '../../domain/messages/proof.ts';
import { unansweredIn } from '../../domain/messages/unanswered.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { mayReadMessage } from '../../domain/tasks/read-permissions.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { readable } from '../context/damaged.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { sightOf } from '../context/sight.ts';

/** How far back a list of messages goes. */
export const LATELY = Temporal.Duration.from({ days: 13 });

/** What was sent from `back` ago until today that `viewer` may see, the newest first. */
export async function readMessages(
  run: ParkContext,
  viewer: Contact,
  back = LATELY,
): Promise<readonly Digest[]> {
  const today = localDay(run.now, run.rules);
  const all = await readBetween(run, today.subtract(back), today);
  return (await seenIn(run, viewer, all)).toSorted(byNews);
}

/** The message `digest` as `viewer` may see it; undefined where it may see nothing of it. */
export async function messageFor(
  run: ParkContext,
  viewer: Contact,
  digest: Digest,
): Promise<Digest | undefined> {
  const [seen] = await seenIn(run, viewer, [digest]);
  return seen;
}

/** Those of `all` that `viewer` may see, without what they say of restricted tasks it may not see. */
async function seenIn(
  run: ParkContext,
  viewer: Contact,
  all: readonly Digest[],
): Promise<readonly Digest[]> {
  const { isSecret } = await sightOf(run, viewer);
  const isAnyRestricted = (await run.sourceRecords()).some(({ readers }) => readers !== null);
  const secret = isAnyRestricted
    ? new Set((await readTasks(run)).flatMap(({ task }) => (isSecret(task) ? [task.id] : [])))
    : new Set<TaskId>();
  return all
    .filter((digest) => mayReadMessage(viewer, digest))
    .flatMap((digest) => withoutSecrets(digest, secret) ?? []);
}

/** `digest` without its notices about tasks of `secret`; undefined where it has no other. */
function withoutSecrets(digest: Digest, secret: ReadonlySet<TaskId>): Digest | undefined {
  const notices = digest.notices.filter(
    (notice) => notice.about !== 'task' || !secret.has(notice.task),
  );
  if (notices.length === digest.notices.length) return digest;
  if (notices.length === 0) return undefined;
  const keys = new Set(notices.map(noticeKey));
  const answers = digest.answers.filter(({ key }) => keys.has(key));
  const dropped = digest.dropped.filter((key) => keys.has(key));
  return { ...digest, notices, answers, dropped };
}

async function readBetween(
  run: ParkContext,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<readonly Digest[]> {
  const told = readable(run, run.ports.ledger.between(run.park.id, from, to));
  return Array.fromAsync(told, ({ value }) => value);
}

/** What has not gone out yet first, then the newest; by id where that leaves them equal. */
function byNews(a: Digest, b: Digest): number {
  const order =
    a.sentAt && b.sentAt
      ? Temporal.Instant.compare(b.sentAt, a.sentAt)
      : Number(a.sentAt !== null) - Number(b.sentAt !== null);
  return order || (digestId(a) < digestId(b) ? -1 : 1);
}

/**
 * Proofs of the notices about `task`, as far back as a message can still be unanswered. Who heard of
 * a silence stands with it, also where the message that told them is not for `viewer`.
 */
export async function readProofs(
  run: ParkContext,
  viewer: Contact,
  task: TaskId,
): Promise<readonly Proof[]> {
  const today = localDay(run.now, run.rules);
  const all = await readBetween(run, today.subtract(LOOK_BACK), today);
  const escalations = escalationsIn(all, run.rules);
  return (await seenIn(run, viewer, all))
    .toSorted(byNews)
    .flatMap((digest) => proofsOf(digest, escalations))
    .filter((proof) => proof.task === task);
}

/** The proofs of one message, with who heard since that nobody answered it. */
export async function readProofsOf(run: ParkContext, digest: Digest): Promise<readonly Proof[]> {
  const since = await readBetween(run, digest.day, digest.day.add(LOOK_BACK));
  return proofsOf(digest, escalationsIn(since, run.rules));
}

/** Weeks that the load of a contact is counted for. */
const WEEKS = Temporal.Duration.from({ weeks: 4 });

/** How much each contact was sent in each of the last weeks. */
export const readLoad = async (run: ParkContext, viewer: Contact): Promise<readonly Load[]> =>
  loadOf(await readMessages(run, viewer, WEEKS), run.rules);

/** A contact whose signature is waited for. */
export type Unsigned = {
  readonly post: string;
  /** Id of the digest that waits longest. */
  readonly digest: DigestId;
  /** Tasks that nobody answered for. */
  readonly count: number;
  readonly since: Temporal.Instant;
};

/** Notices of `digest` that wait for a signature; none where nobody knows whether it arrived. */
export const unsignedCount = ({ state, answers }: Digest): number =>
  state === 'unknown' ? 0 : answers.filter(({ signedAt }) => signedAt === null).length;

/**
 * Whose answer `digests` wait for, the longest waiting first. Who signed a later message about the
 * same task, or answered otherwise since, is waited for no more.
 *
 * @param tasks - as they are now; what is notified of others is not counted.
 * @param counted - those of `digests` that are counted.
 */
export function unansweredOf(
  digests: readonly Digest[],
  tasks: readonly Task[],
  run: ParkContext,
  counted = digests,
): readonly Unsigned[] {
  const known = { tasks: new Map(tasks.map((task) => [task.id, task])), digests };
  const waitingIn = unansweredIn(known, run.rules);
  const waiting = counted.flatMap((digest) => {
    const ids = waitingIn.get(digest) ?? [];
    return ids.length > 0 && digest.sentAt ? [{ digest, ids, since: digest.sentAt }] : [];
  });
  const sorted = waiting.toSorted((a, b) => Temporal.Instant.compare(a.since, b.since));
  const byContact = Map.groupBy(sorted, ({ digest }) => digest.contact ?? digest.post);
  return [...byContact].flatMap(([contact, group]) => {
    const [first] = group;
    if (!first) return [];
    const post = run.directory.contact(contact)?.post ?? contact;
    const count = new Set(group.flatMap(({ ids }) => ids)).size;
    return [{ post, digest: digestId(first.digest), count, since: first.since }];
  });
}
