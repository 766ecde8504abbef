import { beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { keepContact } from '../../functions/flows/contacts/keep-contacts.ts';
import { aPortal, samplePark, signedInAs, type Visitor } from '../support/portal.ts';
import type { World } from '../support/world.ts';

let world: World;
const as = (contact: string): Promise<Visitor> => signedInAs(contact, aPortal(world));

const hidden = (page: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...page.matchAll(/type="hidden" name="(key|version)" value="([^"]+)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

async function rename(id: string, post: string): Promise<void> {
  const before = (await world.register.directory('linxiang')).value.contacts;
  const known = before.find((contact) => contact.id === id) as Contact;
  const keeping = { park: 'linxiang', by: 'office', via: '测试' };
  await keepContact({ ...known, post }, keeping, world.ports);
}

/** What the office reads on `address`, without marks. */
const read = async (address: string): Promise<string> =>
  (await (await as('office')).text(address)).replaceAll(/<[^>]+>/g, ' ');

describe('what was done before a post was renamed', () => {
  beforeAll(async () => {
    world = await samplePark();
    const owner = await as('chanye-owner');
    const target = hidden(await owner.text('/targets/p22-001'));
    const figure = { ...target, month: '5', value: '171', source: '统计月报', why: '核增' };
    expect((await owner.post('/targets/p22-001', figure)).status).toBe(303);
    await rename('chanye-owner', '产业局新责任人');
    await rename('office', '新督查室');
  });

  it('stands under its old name next to a figure', async () => {
    const page = await read('/targets/p22-001');
    expect(page).toMatch(/171\s+统计月报\s+产业发展局责任人/);
  });

  it('stands under its old name in the history of the directory', async () => {
    const page = await read('/settings/contacts');
    const changes = page.slice(page.indexOf('变动记录'));
    expect(changes).toContain('园区办（督查室）');
  });
});
