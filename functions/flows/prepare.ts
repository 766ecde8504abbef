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
} from '../domain/digest.ts';
import { linkOf } from '../domain/link.ts';
import { write } from '../domain/message.ts';
import { giveUp } from './give-up.ts';
import type { Message, Stored } from './ports.ts';
import { type Rechecked, recheck } from './recheck.ts';
import { alone, type Run } from './run.ts';

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
    const one = await alone(run, id, () => prepareOne(run, stored, recipient));
    if (one) told.push(one);
  }
  if (told.length === 0) return undefined;
  const link = await issueLink(run, group.recipient, told);
  return { message: messageOf(run, { recipient: group.recipient, told, link }), told };
}

async function prepareOne(
  run: Run,
  stored: Stored<Digest>,
  recipient: Recipient,
): Promise<Awaiting | undefined> {
  const mine = await claim(run, stored);
  if (!mine) return undefined;
  if (mine.value.attempts >= MAX_ATTEMPTS) return surrender(run, mine);
  const checked = await recheck(run, mine, recipient);
  if (checked.keys.length > 0) return { ...checked, recipient, answers: awaitedIn(run, checked) };
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
async function claim(run: Run, read: Stored<Digest>): Promise<Stored<Digest> | undefined> {
  const { ledger } = run.needs;
  let seen: Stored<Digest> | undefined = read;
  for (let tries = 0; tries < MAX_CLAIMS && seen; tries += 1) {
    if (seen.value.state === 'sending' && seen.value.holder === run.holder) return seen;
    if (!isClaimable(seen.value, run.now)) return undefined;
    const mine = claimed(seen.value, { holder: run.holder, code: run.needs.newCode() }, run.now);
    if ((await ledger.write(mine, seen.version)) === 'written') {
      return { value: mine, version: seen.version + 1 };
    }
    seen = await ledger.read(run.park.id, digestId(read.value));
  }
  return undefined;
}

const awaitedIn = (run: Run, { items }: Rechecked): readonly Answer[] =>
  items
    .filter((item) => asksForSign(item, run.now, run.rules))
    .map(({ notice }) => awaited(notice));

/**
 * The address of the link under which the message can be answered; null for one that only tells.
 * The link lies in the table before the message goes out; its code is that of the first digest, which
 * keeps it through every attempt.
 */
async function issueLink(
  run: Run,
  { contact }: Recipient,
  told: readonly Rechecked[],
): Promise<string | null> {
  const digests = told.map(({ digest }) => digest.value);
  const code = digests[0]?.code;
  const pages = run.needs.pages();
  const isAnswerable = told.some(({ items }) => items.length > 0);
  if (pages === null || !code || !isAnswerable) return null;
  await run.needs.links.issue(linkOf(code, contact.id, digests, run.now));
  return `${pages}/a/${code}`;
}

type Addressed = {
  readonly recipient: Recipient;
  readonly told: readonly Rechecked[];
  readonly link: string | null;
};

function messageOf(run: Run, { recipient, told, link }: Addressed): Message {
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
