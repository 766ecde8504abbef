import { beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { keepContact, removeContact } from '../../../functions/flows/contacts/keep-contacts.ts';
import { setStandIn } from '../../../functions/flows/contacts/stand-in.ts';
import { openPark } from '../../../functions/flows/tasks/open-park.ts';
import { aPark, contactsOf } from '../../support/builders.ts';
import { byMail } from '../../support/contacts.ts';
import { faulty } from '../../support/faults.ts';
import { contactId } from '../../support/ids.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = newWorld();
  world.goTo('2022-06-15 08:00');
  await settleIn(world, [], contactsOf('安环局'));
});

const keeping = { park: 'linxiang', by: 'office' };
const ids = async (): Promise<readonly string[]> =>
  (await world.register.directory('linxiang')).value.contacts.map(({ id }) => id);

describe('the directory', () => {
  const all = (works: readonly Promise<unknown>[]): Promise<readonly string[]> =>
    Promise.all(
      works.map((work) =>
        work.then(
          () => 'done',
          (fault) => (fault as Error).name,
        ),
      ),
    );
  const offices = ['office', 'office-2', 'office-3'] as const;

  it('keeps one office contact when several are removed concurrently', async () => {
    for (const id of offices.slice(1)) {
      const office: Contact = { ...byMail, id: contactId(id), role: 'office', post: id };
      await keepContact(office, { ...keeping, isTaking: true }, world.ports);
    }
    const results = await all(
      offices.map((id) => removeContact(id, { park: 'linxiang' }, world.ports)),
    );
    expect(results.toSorted()).toEqual(['BadInput', 'done', 'done']);
    const left = (await world.register.directory('linxiang')).value.contacts;
    expect(left.filter(({ role }) => role === 'office')).toHaveLength(1);
  });

  it('has no cycle of stand-ins when several are set concurrently', async () => {
    const arrange = (contact: string, standIn: string): Promise<Contact> =>
      setStandIn({ ...keeping, contact, standIn }, world.ports);
    const results = await all([
      arrange('owner-0', 'head-0'),
      arrange('head-0', 'leader'),
      arrange('leader', 'owner-0'),
    ]);
    expect(results.filter((each) => each === 'done')).toHaveLength(1);
    const { contacts } = (await world.register.directory('linxiang')).value;
    expect(contacts.filter(({ standIn }) => standIn !== undefined)).toHaveLength(1);
  });

  it('takes one of eight changes that were made on one sight', async () => {
    const [owner] = contactsOf('安环局') as readonly [Contact];
    const isAsSeen = (now: Contact | undefined): boolean => now?.post === '安环局责任人';
    const results = await all(
      Array.from({ length: 8 }, (_, at) =>
        keepContact({ ...owner, post: `经办${at}` }, { ...keeping, isAsSeen }, world.ports),
      ),
    );
    expect(results.toSorted()).toEqual([...Array(7).fill('Conflict'), 'done']);
  });

  it('takes all of eight contacts that are added at once, each with a line of its history', async () => {
    const works = Array.from({ length: 8 }, (_, at) =>
      keepContact(
        { ...byMail, id: contactId(`pump-${at}`), unit: `水务${at}` },
        keeping,
        world.ports,
      ),
    );
    expect(await all(works)).toEqual(Array(8).fill('done'));
    expect(await ids()).toHaveLength(13);
    const history = await world.register.directoryHistory('linxiang');
    expect(history.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(history.at(-1)).toMatchObject({ what: '增加联系人', by: 'office', from: '' });
  });

  it('is whole after a change that died at any call, and made again', async () => {
    for (const mode of ['throws', 'losesAnswer', 'diesBefore', 'diesAfter'] as const) {
      for (let at = 1; ; at += 1) {
        let calls = 0;
        const failing = faulty(world.ports, ({ number }) => {
          calls = number;
          return number === at ? mode : undefined;
        });
        const contact = {
          ...byMail,
          id: contactId(`pump-${mode.toLowerCase()}-${at}`),
          unit: `${mode}${at}`,
        };
        await keepContact(contact, keeping, failing).catch(() => undefined);
        await keepContact(contact, keeping, world.ports);
        expect(await ids()).toContain(contact.id);
        if (calls < at) break;
      }
    }
    const versions = (await world.register.directoryHistory('linxiang')).map(
      (each) => each.version,
    );
    expect(versions).toEqual(versions.map((_, at) => at + 1));
  });

  it('is made of the records that contacts had before, also of a damaged one', async () => {
    for (const contact of contactsOf('招商局')) {
      await world.items.put({ pk: 'park#old', sk: `contact#${contact.id}`, ...contact });
    }
    await world.items.put({ pk: 'park#old', sk: 'contact#broken', id: 'broken', role: 'king' });
    await openPark(aPark({ id: 'old' }), world.ports);
    const old = { park: 'old', by: 'office' };
    const works = ['一', '二', '三'].map((unit, at) =>
      keepContact({ ...byMail, id: contactId(`pump-${at}`), unit }, old, world.ports),
    );
    expect(await all(works)).toEqual(['done', 'done', 'done']);
    const { contacts, damaged } = (await world.register.directory('old')).value;
    expect(contacts).toHaveLength(8);
    expect(damaged).toEqual([
      { key: 'park#old / directory broken', entry: { id: 'broken', role: 'king' } },
    ]);
  });
});
