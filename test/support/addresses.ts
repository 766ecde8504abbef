import type { Contact } from '../../functions/domain/contacts/contact.ts';
import type { Outlets } from '../../functions/domain/contacts/outlets.ts';
import type { Subscription } from '../../functions/domain/contacts/subscription.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { aTask, at, contactsOf } from './builders.ts';
import { contactId } from './ids.ts';
import { wake } from './requests.ts';
import { newWorld, settleIn, type World } from './world.ts';

export const OFFICE = 'office@park.example';
export const OWNER = 'owner@park.example';

/** How an address stands at the topic. */
export const standing = (
  endpoint: string,
  contact: string,
  state: Subscription['state'],
): Subscription => ({
  channel: 'mail',
  endpoint,
  contacts: [contactId(contact)],
  park: 'linxiang',
  arn: `arn:${endpoint}`,
  state,
  askedAt: at('2022-06-01 08:00'),
});

export const officeReads = standing(OFFICE, 'office', 'confirmed');

/** 安环局's contacts with the office reached by mail, and `over` in place of the owner's channels. */
export const contacts = (over: Partial<Contact> = {}): readonly Contact[] =>
  contactsOf('安环局').map((each): Contact => {
    if (each.id === 'office') return { ...each, channels: ['mail'], mail: OFFICE };
    return each.id === 'owner-0' ? { ...each, ...over } : each;
  });

export type Scene = { readonly world: World; readonly ports: Ports; readonly book: Subscription[] };

/** A stage on the day before a rung; its owner is to sign from three days before the deadline. */
export async function aStage(
  outlets: Outlets,
  known: readonly Subscription[] = [officeReads],
  directory = contacts(),
): Promise<Scene> {
  const world = newWorld();
  world.goTo('2022-06-24 12:00');
  const book = [...known];
  const ports: Ports = {
    ...world.ports,
    outlets,
    book: { all: async () => book, put: async () => undefined },
  };
  await settleIn(world, [aTask()], directory);
  return { world, ports, book };
}

export const morning = async ({ world, ports }: Scene, day: string): Promise<void> => {
  world.goTo(`${day} 08:00`);
  await wake('linxiang', ports);
};

export const toldTo = (world: World, id: string): readonly string[] =>
  world.messages.filter(({ contact }) => contact === id).map(({ text }) => text);

export const ownersDigest = (world: World): ReturnType<World['digests']>[number] | undefined =>
  world.digests().find(({ post }) => post === 'owner@安环局');
