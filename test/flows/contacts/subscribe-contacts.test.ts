import { describe, expect, it } from 'vitest';
import { DamagedRecord } from '../../../functions/domain/base/faults.ts';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { topicWith } from '../../../functions/domain/contacts/outlets.ts';
import { keepContact } from '../../../functions/flows/contacts/keep-contacts.ts';
import {
  type Subscribing,
  subscribeContacts,
} from '../../../functions/flows/contacts/subscribe-contacts.ts';
import type { Ports } from '../../../functions/flows/ports.ts';
import { subscribeParks } from '../../../functions/flows/wake/subscribe-parks.ts';
import { contactsOf } from '../../support/builders.ts';
import { putContacts } from '../../support/contacts.ts';
import { contactId } from '../../support/ids.ts';
import { wake } from '../../support/requests.ts';
import { type FakeTopic, fakeTopic } from '../../support/topic.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const MAIL = 'owner@park.example';
const byMail: Contact = {
  id: contactId('owner-0'),
  unit: '安环局',
  post: '安环局责任人',
  role: 'owner',
  channels: ['mail'],
  mail: MAIL,
};

type Scene = { world: World; topic: FakeTopic; ports: Ports & Subscribing };

async function aScene(): Promise<Scene> {
  const world = newWorld();
  world.goTo('2022-06-15 10:00');
  const others = contactsOf('安环局').filter(({ id }) => id !== byMail.id);
  await settleIn(world, [], [byMail, ...others]);
  const topic = fakeTopic();
  return { world, topic, ports: { ...world.ports, ...topic } };
}

const confirm = ({ topic }: Scene): unknown =>
  topic.listed.set(MAIL, { channel: 'mail', endpoint: MAIL, arn: MAIL });

describe("a park's subscriptions", () => {
  it('are asked for once, and follow what their holders do', async () => {
    const scene = await aScene();
    const state = async (): Promise<readonly string[]> => {
      const { subscriptions } = await subscribeContacts('linxiang', scene.ports);
      return subscriptions.map((each) => each.state);
    };
    expect(await state()).toEqual(['pending']);
    expect(await state()).toEqual(['pending']);
    confirm(scene);
    expect(await state()).toEqual(['confirmed']);
    scene.topic.listed.delete(MAIL);
    expect(await state()).toEqual(['refused']);
    expect(await state()).toEqual(['refused']);
    expect(scene.topic.calls).toEqual([`subscribe ${MAIL} owner-0`]);
  });

  it('are requested again from an address that refused only on request', async () => {
    const scene = await aScene();
    await subscribeContacts('linxiang', scene.ports);
    scene.topic.listed.delete(MAIL);
    await subscribeContacts('linxiang', scene.ports);
    await subscribeContacts('linxiang', scene.ports, new Set(['owner-0']));
    expect(scene.topic.calls).toHaveLength(2);
  });

  it('go on where a call was cut short between the topic and the book', async () => {
    const scene = await aScene();
    const { book } = scene.ports;
    const broken = { ...book, put: () => Promise.reject(new Error('died')) };
    await expect(subscribeContacts('linxiang', { ...scene.ports, book: broken })).rejects.toThrow(
      'died',
    );
    const { subscriptions } = await subscribeContacts('linxiang', scene.ports);
    expect(subscriptions).toMatchObject([{ state: 'pending', contacts: ['owner-0'] }]);
  });

  it('change with the address of their contact', async () => {
    const scene = await aScene();
    await subscribeContacts('linxiang', scene.ports);
    confirm(scene);
    await subscribeContacts('linxiang', scene.ports);
    const moved = { ...byMail, mail: 'new@park.example' };
    await keepContact(moved, { park: 'linxiang' }, scene.ports);
    await subscribeContacts('linxiang', scene.ports);
    expect(scene.topic.calls.slice(1)).toEqual([
      `unsubscribe ${MAIL}`,
      'subscribe new@park.example owner-0',
    ]);
  });

  it('end at the 200 filters of a topic: what has no room is named, and not asked for', async () => {
    const scene = await aScene();
    scene.topic.others.count = 200;
    const { full } = await subscribeContacts('linxiang', scene.ports);
    expect(full).toEqual([{ channel: 'mail', endpoint: MAIL, contacts: ['owner-0'] }]);
    expect(scene.topic.calls).toEqual([]);
    scene.topic.others.count = 199;
    expect((await subscribeContacts('linxiang', scene.ports)).full).toEqual([]);
  });
});

describe('the office', () => {
  /** What the office reads at 08:00 after a nightly run. */
  async function told({ world, ports }: Scene): Promise<string> {
    world.goTo('2022-06-16 02:37');
    await subscribeParks(ports);
    world.goTo('2022-06-16 08:01');
    await wake('linxiang', world.ports);
    return world.messages.find(({ contact }) => contact === 'office')?.text ?? '';
  }

  it('is not bothered with one that was asked a few hours ago', async () => {
    const scene = await aScene();
    scene.world.goTo('2022-06-15 17:00');
    await subscribeContacts('linxiang', scene.ports);
    expect(await told(scene)).not.toContain('送不到');
  });

  it('is notified of an address that stays pending', async () => {
    const scene = await aScene();
    scene.world.goTo('2022-06-15 06:00');
    await subscribeContacts('linxiang', scene.ports);
    expect(await told(scene)).toContain('给安环局责任人的提醒现在送不到：还没有确认订阅');
  });

  it('is told once a day of an address that refused, until it is corrected', async () => {
    const scene = await aScene();
    await subscribeContacts('linxiang', scene.ports);
    scene.topic.listed.delete(MAIL);
    scene.world.goTo('2022-06-16 01:00');
    await subscribeParks(scene.ports);
    expect((await told(scene)).match(/没有按时确认订阅，或已退订/g)).toHaveLength(1);
    confirm(scene);
    scene.world.goTo('2022-06-17 02:37');
    await subscribeParks(scene.ports);
    scene.world.goTo('2022-06-17 08:01');
    await wake('linxiang', scene.world.ports);
    expect(scene.world.messages.at(-1)?.text).toContain('督办运行正常');
    expect(scene.world.messages.at(-1)?.text).not.toContain('送不到');
  });

  it('is notified of an address that exceeds the limit of the topic', async () => {
    const scene = await aScene();
    scene.topic.others.count = 200;
    expect(await told(scene)).toContain('主题的订阅数已到上限');
  });

  it('hears nothing of what is confirmed', async () => {
    const scene = await aScene();
    await subscribeContacts('linxiang', scene.ports);
    confirm(scene);
    expect(await told(scene)).not.toContain('送不到');
  });
});

it('the office hears nothing of one that was confirmed meanwhile', async () => {
  const scene = await aScene();
  scene.world.goTo('2022-06-15 06:00');
  await subscribeContacts('linxiang', scene.ports);
  scene.world.goTo('2022-06-16 02:37');
  await subscribeParks(scene.ports);
  confirm(scene);
  scene.world.goTo('2022-06-16 07:37');
  await subscribeParks(scene.ports);
  scene.world.goTo('2022-06-16 08:01');
  await wake('linxiang', scene.ports);
  const office = scene.world.messages.find(({ contact }) => contact === 'office');
  expect(office?.text).toContain('督办');
  expect(office?.text).not.toContain('送不到');
});

it('tells the office of an address that is subscribed for another park', async () => {
  const scene = await aScene();
  scene.topic.others.taken = MAIL;
  scene.world.goTo('2022-06-16 02:37');
  await expect(subscribeParks(scene.ports)).rejects.toThrow('another park');
  scene.world.goTo('2022-06-16 08:01');
  await wake('linxiang', scene.world.ports);
  const office = scene.world.messages.find(({ contact }) => contact === 'office');
  expect(office?.text).toContain('地址已在另一个园区登记，请换一个地址');
});

describe('an office that nothing reaches', () => {
  async function nightly(officeMail: Partial<Contact>, askedAt: string): Promise<string> {
    const { world, topic } = await aScene();
    const office = contactsOf().find(({ id }) => id === 'office');
    if (office) await putContacts('linxiang', [{ ...office, ...officeMail }], world.ports);
    const ports = { ...world.ports, ...topic, outlets: topicWith([]) };
    world.goTo(askedAt);
    await subscribeContacts('linxiang', ports);
    world.goTo('2022-06-16 02:37');
    return subscribeParks(ports).then(() => 'no fault', String);
  }
  const byOwnMail: Partial<Contact> = { channels: ['mail'], mail: 'office@park.example' };

  it('raises an alarm, because the office cannot be told', async () => {
    const unset = await nightly({}, '2022-06-15 06:00');
    expect(unset).toContain('nothing reaches the office: notSetUp');
    const lapsed = await nightly(byOwnMail, '2022-06-15 06:00');
    expect(lapsed).toContain('nothing reaches the office: pending');
  });

  it('has some hours to confirm', async () => {
    expect(await nightly(byOwnMail, '2022-06-15 17:00')).toBe('no fault');
  });
});

it('creates a subscription again when its record is unreadable', async () => {
  const { topic, ports } = await aScene();
  const lost = new DamagedRecord('park#linxiang / subscription#mail#a');
  const book = { ...topic.book, all: async () => [lost, ...(await topic.book.all('linxiang'))] };
  const { subscriptions } = await subscribeContacts('linxiang', { ...ports, book });
  expect(subscriptions).toMatchObject([{ endpoint: MAIL, state: 'pending' }]);
});

it('an address of another park is a fault that rises after the last park', async () => {
  const scene = await aScene();
  scene.topic.others.taken = MAIL;
  await expect(subscribeParks(scene.ports)).rejects.toThrow('is subscribed for another park');
});
