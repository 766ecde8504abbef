import type { DigestId } from '../../domain/base/ids.ts';
import type { Acknowledgement } from '../../domain/deadlines/acknowledgement.ts';
import { type Climb, ownerKeyOf } from '../../domain/deadlines/climb.ts';
import type { AskedMessage, Replies } from '../../domain/deadlines/climb-replies.ts';
import { taskNoticeKey } from '../../domain/deadlines/task-notice.ts';
import { type Digest, digestId } from '../../domain/messages/digest.ts';
import { holdsKey } from '../../domain/messages/digest-notices.ts';
import type { Occasion } from '../../domain/tasks/occasion.ts';
import { mayHear } from '../../domain/tasks/read-permissions.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { StoredTask } from '../ports.ts';
import { readOrDamaged } from './add-notice.ts';

/** Reads a digest; `damaged` stands for one that cannot be read. */
export type ReadDigest = (id: DigestId) => ReturnType<typeof readOrDamaged>;

/** Reads digests for one run, each once: many tasks of a post lie in the same ones. */
export function remembering(run: ParkContext): ReadDigest {
  const known = new Map<string, ReturnType<ReadDigest>>();
  return (id) => {
    const read = known.get(id) ?? readOrDamaged(run, id);
    known.set(id, read);
    return read;
  };
}

/**
 * What became of the notices that the owner of a task did not answer, as the ledger has them. The
 * ledger alone knows what went out and what was signed: nothing of it is kept with the task.
 */
export async function repliesOf(
  run: ParkContext,
  { task, heard }: Pick<StoredTask, 'task' | 'heard'>,
  read: ReadDigest = (id) => readOrDamaged(run, id),
): Promise<Replies> {
  const { asked } = heard.climb ?? { asked: [] };
  const messages: AskedMessage[] = [];
  const pending: Occasion[] = [];
  for (const { occasion, day } of asked) {
    const key = ownerKeyOf(task, occasion);
    const digest = await digestOf(run, { day, post: task.owner }, key, read);
    if (digest === undefined) continue;
    if (isPending(digest)) pending.push(occasion);
    else messages.push(...messageIn(run, digest, { occasion, key }));
  }
  const stepAt = await stepAtOf(run, task, heard.climb?.step ?? null, read);
  const sources = await run.sourceRecords();
  return {
    messages,
    pending,
    stepAt,
    contactOf: receiverIn(run),
    isVacant: isVacantIn(run),
    mayHear: (post) => mayHear(post, task, sources, run.directory),
  };
}

/** When the last step went out; null where it never will, or there was none. */
async function stepAtOf(
  run: ParkContext,
  task: Task,
  step: Climb['step'],
  read: ReadDigest,
): Promise<Replies['stepAt']> {
  if (step === null) return null;
  const { occasion, day } = step;
  const post = run.directory.postNow(step.post);
  const key = taskNoticeKey({ task: task.id, occasion, post, due: task.due });
  const digest = await digestOf(run, { day, post }, key, read);
  if (digest === undefined) return null;
  return isPending(digest) ? 'pending' : digest.sentAt;
}

const receiverIn =
  ({ directory }: ParkContext): Replies['contactOf'] =>
  (post) =>
    directory.recipientOf(post)?.contact.id;

const isVacantIn =
  ({ directory }: ParkContext): Replies['isVacant'] =>
  (post) =>
    !directory.holds(post);

const isPending = ({ state }: Digest): boolean => state === 'open' || state === 'sending';

/** The digest that holds `key`, also under a former name of its post's unit. */
async function digestOf(
  { directory }: ParkContext,
  { day, post }: Pick<Digest, 'day' | 'post'>,
  key: string,
  read: ReadDigest,
): Promise<Digest | undefined> {
  for (const each of [post, ...directory.formerPosts(post)]) {
    const found = await digestAt({ day, post: each }, key, read);
    if (found) return found;
  }
  return undefined;
}

/** As {@link digestOf}, among those of one address; one that is damaged may have been it. */
async function digestAt(
  place: Pick<Digest, 'day' | 'post'>,
  key: string,
  read: ReadDigest,
): Promise<Digest | undefined> {
  for (let number = 1; ; number += 1) {
    const found = await read(digestId({ ...place, number }));
    if (found === undefined) return undefined;
    if (found !== 'damaged' && holdsKey(found.value, key)) return found.value;
  }
}

/**
 * The notice as it went out; none where it did not, may not have arrived, or asked for no
 * signature. Who signed for what may not have arrived has received it by then.
 */
function messageIn(
  run: ParkContext,
  { answers, sentAt, contact }: Digest,
  { occasion, key }: { readonly occasion: Occasion; readonly key: string },
): readonly AskedMessage[] {
  const answer = answers.find((each) => each.key === key);
  if (!answer || contact === null) return [];
  const signature = signatureOf(run, answer);
  const receivedAt = sentAt ?? signature?.at;
  return receivedAt === undefined ? [] : [{ occasion, sentAt: receivedAt, contact, signature }];
}

/** The signature under a notice, in the name of the post that gave it. */
export function signatureOf(
  { directory }: ParkContext,
  answer: Acknowledgement,
): AskedMessage['signature'] {
  const { signedAt: at, signedBy, signedName } = answer;
  if (at === null || signedBy === null) return null;
  return { at, by: signedName?.post ?? directory.contact(signedBy)?.post ?? signedBy };
}
