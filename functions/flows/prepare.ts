import { type Answer, asksForSign, awaited } from '../domain/answer.ts';
import type { Recipient } from '../domain/contact.ts';
import {
  cancelled,
  claimed,
  type Digest,
  digestId,
  givenUp,
  isClaimable,
  MAX_ATTEMPTS,
  withAnswers,
} from '../domain/digest.ts';
import { DamagedRecord } from '../domain/faults.ts';
import { type Link, linkOf, standingOf } from '../domain/link.ts';
import { write } from '../domain/message.ts';
import { giveUp } from './give-up.ts';
import type { Message, Stored } from './ports.ts';
import { type Rechecked, recheck } from './recheck.ts';
import { alone, noteDamage, type Run } from './run.ts';

/** A message and the claimed digests that it tells, each with the answers that it will wait for. */
export type Prepared = { readonly message: Message; readonly told: readonly Awaiting[] };

type Awaiting = Rechecked & {
  readonly answers: readonly Answer[];
  readonly recipient: Recipient;
};

/** Digests that go to one contact, with why they do. */
export type Group = {
  readonly recipient: Recipient;
  readonly digests: readonly { readonly stored: Stored<Digest>; readonly recipient: Recipient }[];
};

/**
 * Claims the digests of one contact, checks each notice again and writes the message.
 * A digest in which nothing is true any more is cancelled.
 *
 * @returns undefined when nothing is left to tell, or others hold it.
 */
export async function prepare(run: Run, group: Group): Promise<Prepared | undefined> {
  const told: Awaiting[] = [];
  for (const { stored, recipient } of group.digests) {
    const id = digestId(stored.value);
    const code = told[0]?.digest.value.code ?? undefined;
    const one = await alone(run, id, () => prepareOne(run, { stored, recipient }, code));
    if (one) told.push(one);
  }
  if (told.length === 0) return undefined;
  const link = await issueLink(run, group.recipient, told);
  return { message: messageOf(run, { recipient: group.recipient, told, link }), told };
}

/** @param shared - code of the link of its message, if other digests are told by it, too. */
async function prepareOne(
  run: Run,
  { stored, recipient }: Group['digests'][number],
  shared: string | undefined,
): Promise<Awaiting | undefined> {
  const earlier = await earlierCode(run, stored.value, recipient);
  const mine = await claim(run, stored, earlier ?? shared ?? run.needs.newCode());
  if (!mine) return undefined;
  if (mine.value.attempts >= MAX_ATTEMPTS) return surrender(run, mine);
  const checked = await recheck(run, mine, recipient);
  if (checked.keys.length > 0)
    return { ...checked, recipient, answers: await awaitedIn(run, checked) };
  await run.needs.ledger.write(cancelled(mine.value), mine.version);
  return undefined;
}

/** After its last attempt a digest is not sent again, though nobody knows whether it arrived. */
async function surrender(run: Run, mine: Stored<Digest>): Promise<undefined> {
  await giveUp(run, mine);
  await run.needs.ledger.write(givenUp(mine.value), mine.version);
}

/** Races that a claim may lose to appends before it leaves the digest to the sweep. */
const MAX_CLAIMS = 5;

/** Claims `read` for this run, or answers undefined when another run holds or finished it. */
async function claim(
  run: Run,
  read: Stored<Digest>,
  code: string,
): Promise<Stored<Digest> | undefined> {
  const { ledger } = run.needs;
  let seen: Stored<Digest> | undefined = read;
  for (let tries = 0; tries < MAX_CLAIMS && seen; tries += 1) {
    if (seen.value.state === 'sending' && seen.value.holder === run.holder) return seen;
    if (!isClaimable(seen.value, run.now)) return undefined;
    const mine = claimed(seen.value, { holder: run.holder, code }, run.now);
    if ((await ledger.write(mine, seen.version)) === 'written') {
      return { value: mine, version: seen.version + 1 };
    }
    seen = await ledger.read(run.park.id, digestId(read.value));
  }
  return undefined;
}

/**
 * The code of the link that an earlier message with this digest carried, if it still serves its
 * receiver: a message that is sent again carries the same one. One for somebody else, for another
 * address, or that was ended, is never reused.
 */
async function earlierCode(
  run: Run,
  { code }: Digest,
  { contact }: Recipient,
): Promise<string | undefined> {
  const link = code === null ? undefined : await readLink(run, code);
  if (!link || link.contact !== contact.id) return undefined;
  return standingOf(link, run.directory, run.now) === 'valid' ? link.code : undefined;
}

/** A link that cannot be read keeps no message back. */
async function readLink(run: Run, code: string): Promise<Link | undefined> {
  try {
    return await run.needs.links.read(code);
  } catch (fault) {
    if (!(fault instanceof DamagedRecord)) throw fault;
    noteDamage(run, fault);
    return undefined;
  }
}

/** The slot of the first answer is made sure of before the message goes out: after it, nothing may fail but the mark. */
async function awaitedIn(run: Run, checked: Rechecked): Promise<readonly Answer[]> {
  const answers = checked.items
    .filter((item) => asksForSign(item, run.now, run.rules))
    .map((item) => awaited(item, run.now, run.rules));
  const { wakeAt } = withAnswers(checked.digest.value, answers, run.rules);
  await run.slots(run.park.id, wakeAt);
  return answers;
}

/**
 * The address of the link under which the message can be answered; null for one that only tells.
 * The link lies in the table before the message goes out; its code is that of the first digest, which
 * keeps it through every attempt.
 */
export async function issueLink(
  run: Run,
  { contact }: Recipient,
  told: readonly Rechecked[],
): Promise<string | null> {
  const digests = told.map(({ digest }) => digest.value);
  const code = digests[0]?.code;
  const pages = run.needs.pages();
  const isAnswerable = told.some(({ items }) => items.length > 0);
  if (pages === null || !code || !isAnswerable) return null;
  const epoch = run.directory.linkEpochOf(contact.id);
  await run.needs.links.issue(linkOf({ code, contact: contact.id, epoch }, digests, run.now));
  return `${pages}/a/${code}`;
}

type Addressed = {
  readonly recipient: Recipient;
  readonly told: readonly Rechecked[];
  readonly link: string | null;
};

export function messageOf(run: Run, { recipient, told, link }: Addressed): Message {
  const { contact } = recipient;
  const digests = told.map(({ digest, keys }) => ({ id: digestId(digest.value), keys }));
  const items = told.flatMap((each) => each.items);
  const remarks = told.flatMap((each) => each.remarks);
  const sheets = told.flatMap((each) => each.sheets);
  const letter = { recipient, items, remarks, sheets, now: run.now, link };
  const written = write(letter, run.rules);
  const [channel = 'mail'] = contact.channels;
  return {
    park: run.park.id,
    contact: contact.id,
    role: contact.role,
    channel,
    ...written,
    digests,
  };
}
