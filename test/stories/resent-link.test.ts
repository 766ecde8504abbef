import { describe, expect, it } from 'vitest';
import { DamagedRecord } from '../../functions/domain/base/faults.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import type { Digest } from '../../functions/domain/messages/digest.ts';
import { openLink } from '../../functions/flows/tasks/open-link.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { aTask, contactsOf } from '../support/builders.ts';
import { putContacts } from '../support/contacts.ts';
import { type FaultPlan, faulty } from '../support/faults.ts';
import { contactId } from '../support/ids.ts';
import { wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

/** Owner of two units: what the two are told goes out as one message with one link. */
const both: Contact = {
  id: contactId('both'),
  unit: '安环局',
  post: '两局责任人',
  role: 'owner',
  covers: ['安环局', '招商局'],
  channels: ['wecom'],
};

const others = contactsOf('安环局', '招商局').filter(({ role }) => role !== 'owner');

/** The morning after both units' tasks fell due, under `plan`. */
async function morning(plan: FaultPlan): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-30 18:30');
  const tasks = [aTask({ id: 'a' }), aTask({ id: 'b', leadUnit: '招商局' })];
  await settleIn(world, tasks, [both, ...others]);
  world.pages.at = 'https://park.example';
  world.goTo('2022-07-01 08:00');
  await wake('linxiang', faulty(world.ports, plan)).catch(() => undefined);
  return world;
}

/** The mark of the first digest fails: its message went out, and nobody knows. */
const failedMark: FaultPlan = ({ name, args }) => {
  if (name !== 'ledger.write') return undefined;
  const digest = args[0] as Digest;
  return digest.state === 'sent' && digest.post === 'owner@安环局' ? 'throws' : undefined;
};

const codesTo = (world: World, contact: string): readonly string[] =>
  world.messages
    .filter((message) => message.contact === contact)
    .flatMap(({ text }) => /park\.example\/a\/(\w+)/.exec(text)?.[1] ?? []);

async function tasksBehind(world: World, code = ''): Promise<readonly string[]> {
  const opened = await openLink(code, world.ports);
  return opened.state === 'valid' ? opened.items.map(({ stored }) => stored.task.id) : [];
}

describe('the link of a message that is sent again', () => {
  it('after a failed mark still answers all that the first message told', async () => {
    const world = await morning(failedMark);
    expect(await tasksBehind(world, codesTo(world, 'both')[0])).toEqual(['a', 'b']);
    world.goTo('2022-07-01 08:30');
    await sweep(world.ports);
    const [first, second] = codesTo(world, 'both');
    expect(second).toBe(first);
    expect(await tasksBehind(world, first)).toEqual(['a', 'b']);
  });

  it('is another one when the post has another contact now: a link speaks for one', async () => {
    const world = await morning(failedMark);
    await putContacts(
      'linxiang',
      [{ ...both, id: contactId('a-new-one'), covers: ['安环局'] }],
      world.ports,
    );
    world.goTo('2022-07-01 08:30');
    await sweep(world.ports);
    const [first] = codesTo(world, 'both');
    const [second] = codesTo(world, 'a-new-one');
    expect(second).toMatch(/^\w{12}$/);
    expect(second).not.toBe(first);
    expect((await world.links.read(first ?? ''))?.contact).toBe('both');
    expect((await world.links.read(second ?? ''))?.contact).toBe('a-new-one');
  });

  it('is another one when the office ended the first: nobody is sent a dead link', async () => {
    const world = await morning(failedMark);
    const [first = ''] = codesTo(world, 'both');
    await world.links.revoke(first, world.now());
    world.goTo('2022-07-01 08:30');
    await sweep(world.ports);
    expect(await tasksBehind(world, first)).toEqual([]);
    expect(await tasksBehind(world, codesTo(world, 'both')[1])).toEqual(['a']);
  });

  it('is not held back by a link that cannot be read', async () => {
    const world = await morning(failedMark);
    const damaged = {
      ...world.ports,
      links: {
        ...world.links,
        read: async () => {
          throw new DamagedRecord('link');
        },
      },
    };
    world.goTo('2022-07-01 08:30');
    await sweep(damaged);
    expect(codesTo(world, 'both')).toHaveLength(2);
  });
});
