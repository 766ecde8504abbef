import { describe, expect, it } from 'vitest';
import { Role } from '../../../functions/domain/base/role.ts';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { forbiddenInPark } from '../../../functions/domain/tasks/park-permissions.ts';
import { maySeeSettings } from '../../../functions/domain/tasks/read-permissions.ts';
import { enterContacts } from '../../../functions/flows/contacts/enter-contacts.ts';
import { openPark } from '../../../functions/flows/tasks/open-park.ts';
import { aPark, contactsOf } from '../../support/builders.ts';
import { contactId } from '../../support/ids.ts';
import { aPortal, signedInAs } from '../../support/portal.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

/** One contact of each role, the first of those that the park has. */
const all: readonly Contact[] = [
  ...contactsOf('安环局'),
  {
    id: contactId('finance'),
    unit: '财政局',
    post: '资金专班',
    role: 'finance',
    channels: ['wecom'],
  },
];
const roles = Role.options.map((role) => all.find((each) => each.role === role) as Contact);

const SEEN = ['/settings', '/settings/contacts', '/settings/contacts/owner-0'];
const FORMS = ['/settings/policy', '/settings/new-contact'];
const POSTS = [
  '/settings/policy/draft',
  '/settings/policy/rehearsal',
  '/settings/policy/adoption',
  '/settings/contacts',
  ...['', '/stand-in', '/invitation', '/test', '/again', '/removal'].map(
    (act) => `/settings/contacts/owner-0${act}`,
  ),
];

async function park(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-15 08:00');
  await settleIn(world, [], all);
  return world;
}

describe.each(roles)('$role', (contact) => {
  const maySee = maySeeSettings(contact);
  const mayKeep = forbiddenInPark(contact, 'keepContacts') === undefined;

  it('shows the role what it may see, and no form that it may not submit', async () => {
    const someone = await signedInAs(contact.id, aPortal(await park()));
    for (const path of SEEN) {
      const answer = await someone.get(path);
      expect({ path, status: answer.status }).toEqual({ path, status: maySee ? 200 : 404 });
      const posts = [...(await answer.text()).matchAll(/action="(\/settings[^"]*)"/g)];
      const links = /href="\/settings\/(?:policy|new-contact)/.test(await someone.text(path));
      expect(mayKeep || (posts.length === 0 && !links)).toBe(true);
    }
    for (const path of FORMS) {
      expect((await someone.get(path)).status).toBe(mayKeep ? 200 : 404);
    }
  });

  it.each(POSTS)('at %s', async (path) => {
    const world = await park();
    const before = JSON.stringify(await world.register.directory('linxiang'));
    const someone = await signedInAs(contact.id, aPortal(world));
    const answer = await someone.post(path, { sure: 'on', standIn: 'head-0', seen: '1' });
    expect(answer.status === 404).toBe(!mayKeep);
    expect(JSON.stringify(await world.register.directory('linxiang'))).toBe(before);
    expect((await world.register.park('linxiang')).policies).toHaveLength(1);
    expect(world.messages).toHaveLength(mayKeep && path.endsWith('/test') ? 1 : 0);
  });
});

it('nobody changes what another park has', async () => {
  const world = await park();
  await openPark(aPark({ id: 'elsewhere', name: '别处' }), world.ports);
  await enterContacts('elsewhere', all, world.ports);
  const here = JSON.stringify(await world.register.directory('linxiang'));
  const signIn = { kind: 'chooseRole', park: 'elsewhere', guest: null } as const;
  const foreign = await signedInAs('office', aPortal(world, { signIn }));
  const page = await foreign.text('/settings/contacts/owner-0');
  const print = /name="print" value="([^"]+)"/.exec(page)?.[1] ?? '';
  await foreign.post('/settings/contacts/owner-0/stand-in', { print, standIn: 'head-0' });
  const removal = { print: '', sure: 'on' };
  const shown = await foreign.text('/settings/contacts/leader');
  removal.print = /name="print" value="([^"]+)"/.exec(shown)?.[1] ?? '';
  await foreign.post('/settings/contacts/leader/removal', removal);
  const { contacts } = (await world.register.directory('elsewhere')).value;
  expect(contacts.find(({ id }) => id === 'owner-0')?.standIn).toBe('head-0');
  expect(contacts.map(({ id }) => id)).not.toContain('leader');
  expect(JSON.stringify(await world.register.directory('linxiang'))).toBe(here);
});
