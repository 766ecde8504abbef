import { expect, it } from 'vitest';
import { type Contact, directoryOf } from '../../functions/domain/contacts/contact.ts';
import { proofsOf } from '../../functions/domain/messages/proof.ts';
import { proofWords } from '../../functions/domain/messages/proof-words.ts';
import { keepContact, removeContact } from '../../functions/flows/contacts/keep-contacts.ts';
import { setStandIn } from '../../functions/flows/contacts/stand-in.ts';
import type { ParkContext } from '../../functions/flows/context/park-context.ts';
import { namesOf } from '../../functions/portal/ui/names.ts';
import { contactsOf, rules } from '../support/builders.ts';
import { contactId, taskId } from '../support/ids.ts';
import { aPortal, signedInAs } from '../support/portal.ts';
import { signForAll } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { live, move, park, report } from './climbing.ts';

const keeping = { park: 'linxiang', by: 'office', via: '测试', why: '岗位撤销' };
const nobodyKnows = (id: string): string => `〈${id}〉`;

/** What is on record of the task: who did what, and who was told and signed. */
async function record(world: World): Promise<readonly string[]> {
  const history = await world.register.history('linxiang', taskId('lx22-071'));
  return [
    ...history.map(({ names, what }) => {
      const standsIn = names?.insteadOf ? `代${names.insteadOf.post}` : '';
      return `${names?.own.post ?? '？'}${standsIn} ${what}`;
    }),
    ...world
      .digests()
      .filter(({ post }) => post === 'owner@安环局')
      .flatMap((digest) => proofsOf(digest, new Map()))
      .map((proof) => proofWords(proof, nobodyKnows, rules).replace(/：.*，(?=[^，]*$)/, '：')),
  ];
}

/** The park on Monday 27 June, after its owner was told, signed and reported. */
async function reported(): Promise<World> {
  const world = await park();
  await live(world, '2022-06-27', '2022-06-27');
  await signForAll('linxiang', 'owner-0', world.ports);
  await move(world, 'owner-0', report);
  return world;
}

const before = [
  '园区办 登记',
  '安环局责任人 反馈',
  'lx22-071 提前3天 安环局责任人：2022-06-27 08:00 安环局责任人签收',
];

/** The pages on which the past of the task stands. */
async function pages(world: World): Promise<string> {
  const office = await signedInAs('office', aPortal(world));
  const page = await office.text('/items/lx22-071');
  return page.slice(page.indexOf('办理记录'));
}

it('a contact that is taken out still has reported, been told and signed', async () => {
  const world = await reported();
  expect(await record(world)).toEqual(before);
  await removeContact('owner-0', keeping, world.ports);
  expect(await record(world)).toEqual(before);
  const page = await pages(world);
  expect(page).toContain('安环局责任人</td><td>反馈');
  expect(page).toContain('安环局责任人 6月27日 08:00');
});

it('a contact that is renamed did not do what its forerunner did', async () => {
  const world = await reported();
  const renamed: Contact = {
    id: contactId('owner-0'),
    unit: '应急局',
    post: '应急局责任人',
    role: 'owner',
    channels: ['wecom'],
  };
  await keepContact(renamed, keeping, world.ports);
  expect(await record(world)).toEqual(before);
  expect(await pages(world)).not.toContain('应急局责任人');
});

it('who acts for another is named with that one, and stays so', async () => {
  const world = await park();
  await setStandIn(
    { park: 'linxiang', contact: 'office', standIn: 'owner-1', by: 'office' },
    world.ports,
  );
  await move(world, 'owner-0', { act: 'submit' });
  await move(world, 'owner-1', { act: 'verify' });
  expect((await record(world)).at(-1)).toBe('招商局责任人代园区办 核验销号');
  expect(await pages(world)).toContain('招商局责任人（代园区办）');
});

it('shows the id of a removed contact for records without names, not the name of its successor', () => {
  const left = contactsOf('安环局').filter(({ id }) => id !== 'owner-0');
  const { contact } = namesOf({ directory: directoryOf(left) } as ParkContext, []);
  expect(contact('owner-0')).toBe('owner-0');
  expect(contact('head-0')).toBe('安环局负责人');
  expect(contact('owner@安环局')).toBe('园区办');
});
