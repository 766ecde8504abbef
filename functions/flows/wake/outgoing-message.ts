import type { Recipient } from '../../domain/contacts/contact.ts';
import { channelOf } from '../../domain/contacts/outlets.ts';
import { actionLinkOf, inPlaceOf } from '../../domain/messages/action-link.ts';
import { digestId } from '../../domain/messages/digest.ts';
import { write } from '../../domain/messages/message.ts';
import type { ParkContext } from '../context/park-context.ts';
import { tellApart } from '../context/tell-apart.ts';
import type { OutgoingMessage } from '../ports.ts';
import type { Telling } from './claim-digest.ts';
import type { Rechecked } from './recheck-digest.ts';

/**
 * The address of the link under which the message can be answered; null for one that only tells.
 * The link lies in the table before the message goes out; its code is that of the first digest, which
 * keeps it through every attempt. Of what an earlier message with that code told nothing is lost.
 */
export async function issueLink(
  run: ParkContext,
  { contact }: Recipient,
  told: readonly Telling[],
): Promise<string | null> {
  const digests = told.map(({ digest }) => digest.value);
  const [first] = told;
  const code = first?.digest.value.code;
  const pages = run.ports.pages();
  const isAnswerable = told.some(({ items }) => items.some(({ isSealed }) => !isSealed));
  if (pages === null || !code || !isAnswerable) return null;
  const epoch = run.directory.linkEpochOf(contact.id);
  const link = actionLinkOf({ code, contact: contact.id, epoch }, digests, run.now);
  await run.ports.links.issue(inPlaceOf(first.link, link));
  return `${pages}/a/${code}`;
}

type Addressed = {
  readonly recipient: Recipient;
  readonly told: readonly Rechecked[];
  readonly link: string | null;
};

/** One message that tells the recipient all of `told`. */
export async function outgoingMessage(
  run: ParkContext,
  { recipient, told, link }: Addressed,
): Promise<OutgoingMessage> {
  const { contact } = recipient;
  const digests = told.map(({ digest, keys }) => ({ id: digestId(digest.value), keys }));
  const all = told.flatMap((each) => each.items);
  const apart = await tellApart(
    run,
    all.map(({ task }) => task),
  );
  const items = all.map((item) => ({ ...item, task: apart(item.task) }));
  const remarks = told.flatMap((each) => each.remarks);
  const sheets = told.flatMap((each) => each.sheets);
  const letter = { recipient, items, remarks, sheets, now: run.now, link };
  const written = write(letter, run.rules);
  const channel = channelOf(contact, run.ports.outlets) ?? 'mail';
  return {
    park: run.park.id,
    contact: contact.id,
    role: contact.role,
    channel,
    ...written,
    digests,
  };
}
