import type { Contact } from '../domain/contact.ts';
import { BadInput } from '../domain/problem.ts';
import { refuseActor } from './actor.ts';
import type { Needs } from './ports.ts';
import { beginRun, type Run } from './run.ts';

/** Who is to receive and act for whom. */
export type StandIn = {
  readonly park: string;
  /** Id of the contact that is away. */
  readonly contact: string;
  /** Id of the contact that receives instead; null when the other is back. */
  readonly standIn: string | null;
  /** Id of the contact that arranges it. */
  readonly by: string;
};

/**
 * Lets one contact receive and act for another until that is taken back. Each message and each move
 * then says who stood in for whom.
 *
 * @throws {BadInput} if `by` may not arrange it, either contact is unknown, they are the same, or
 *   one of them stands in or is stood in for already, so that nobody would know who is meant.
 */
export async function setStandIn(wanted: StandIn, needs: Needs): Promise<Contact> {
  const run = await beginRun(wanted.park, needs);
  refuseActor(run, wanted.by, 'setStandIn');
  const { standIn: _, ...contact } = known(run, wanted.contact);
  const next = wanted.standIn === null ? contact : { ...contact, standIn: other(run, wanted) };
  await needs.register.putContacts(wanted.park, [next]);
  return next;
}

function other(run: Run, { contact, standIn }: StandIn): string {
  const { id, post, standIn: further } = known(run, standIn ?? '');
  const place = `联系人 ${id}`;
  if (id === contact) throw refusal(place, '不能由自己代自己', '请换一个联系人');
  if (further !== undefined) throw refusal(place, `${post}自己也由别人代`, '请换一个联系人');
  const [chained] = run.directory.standsInFor(contact);
  if (chained) throw refusal(place, `${contact} 正代${chained.post}`, '请先给那个岗位换一个代收人');
  return id;
}

function known(run: Run, id: string): Contact {
  const contact = run.directory.contact(id);
  if (contact) return contact;
  throw refusal(`联系人 ${id}`, '通讯录里没有这个联系人', '请核对编号');
}

const refusal = (place: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place, message, remedy }]);
