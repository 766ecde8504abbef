import { describe, expect, it } from 'vitest';
import { topicWith } from '../../../functions/domain/contacts/outlets.ts';
import { enterContacts } from '../../../functions/flows/contacts/enter-contacts.ts';
import { foundPark } from '../../../functions/flows/tasks/open-park.ts';
import { aPark, contactsOf } from '../../support/builders.ts';
import { contactsOfPark } from '../../support/contacts.ts';
import { wake } from '../../support/requests.ts';
import { newWorld } from '../../support/world.ts';

describe('a park that is founded', () => {
  it('has its office, who hears on the next working day that it is watched', async () => {
    const world = newWorld();
    world.goTo('2022-06-15 15:00');
    expect(await foundPark(aPark(), world.ports)).toBe(true);
    world.goTo('2022-06-16 08:00');
    await wake('linxiang', world.ports);
    expect(world.messages.map(({ contact }) => contact)).toEqual(['office']);
  });

  it('has its office reached by the mail that is given', async () => {
    const world = newWorld();
    const ports = { ...world.ports, outlets: topicWith([]) };
    await foundPark(aPark(), ports, 'office@park.example');
    expect(await contactsOfPark('linxiang', world.ports)).toMatchObject([
      { id: 'office', channels: ['mail'], mail: 'office@park.example' },
    ]);
  });

  it('stays as it is when it is founded again', async () => {
    const world = newWorld();
    await foundPark(aPark(), world.ports);
    const office = contactsOf().find(({ id }) => id === 'office');
    await enterContacts('linxiang', contactsOf('安环局'), world.ports);
    expect(await foundPark(aPark({ name: '另一个名字' }), world.ports)).toBe(false);
    expect((await world.register.park('linxiang')).name).not.toBe('另一个名字');
    expect((await world.register.directory('linxiang')).value.contacts).toHaveLength(
      contactsOf('安环局').length,
    );
    expect(office).toBeDefined();
  });

  it('that died on the way is finished by the next call', async () => {
    for (const call of ['changeDirectory', 'putWatch'] as const) {
      const world = newWorld();
      world.goTo('2022-06-15 15:00');
      const broken = {
        ...world.ports,
        register: { ...world.ports.register, [call]: () => Promise.reject(new Error('died')) },
      };
      await expect(foundPark(aPark(), broken)).rejects.toThrow('died');
      await foundPark(aPark(), world.ports);
      expect((await world.register.directory('linxiang')).value.contacts).toHaveLength(1);
      expect(await world.register.watch('linxiang')).toBeDefined();
    }
  });
});
