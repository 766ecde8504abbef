import { beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { keepContact, removeContact } from '../../../functions/flows/contacts/keep-contacts.ts';
import { revokeLinks } from '../../../functions/flows/contacts/revoke-links.ts';
import { openLink } from '../../../functions/flows/tasks/open-link.ts';
import { sweep } from '../../../functions/flows/wake/sweep.ts';
import { contactsOf } from '../../support/builders.ts';
import { type FaultMode, faulty } from '../../support/faults.ts';
import { contactId, digestNamed, taskId } from '../../support/ids.ts';
import { codeTo, reassign, report, signedKeys, told } from '../../support/links.ts';
import { changeTask, moveByLink, sendAgain, signFor } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

const keeping = { park: 'linxiang', by: 'office' };
const again = { ...keeping, contact: 'owner-0' };
const [owner] = contactsOf('安环局') as readonly [Contact];
const moved: Contact = { ...owner, channels: ['mail'], mail: 'next@park.example' };

let world: World;
let before: string;
beforeEach(async () => {
  world = await told();
  before = codeTo(world, 'owner-0');
  world.goTo('2022-07-01 09:30');
});

const messagesTo = (contact: string): World['messages'] =>
  world.messages.filter((message) => message.contact === contact);

describe('what was told today, sent once more', () => {
  it('goes to the address of now with a link of its own, and stays the same message', async () => {
    await keepContact(moved, keeping, world.ports);
    expect(await sendAgain(again, world.ports)).toEqual([moved]);
    const [first, second] = messagesTo('owner-0');
    expect(messagesTo('owner-0')).toHaveLength(2);
    expect(second).toMatchObject({ channel: 'mail', digests: first?.digests });
    const code = codeTo(world, 'owner-0');
    expect(code).not.toBe(before);
    await moveByLink(
      { code, task: taskId('lx22-071'), move: report, why: '', key: 'a' },
      world.ports,
    );
    expect(signedKeys(world)).toHaveLength(2);
    const digest = world.digests().find(({ post }) => post === 'owner@安环局');
    expect(digest).toMatchObject({
      state: 'sent',
      messageId: expect.not.stringMatching(second ? `message-${world.messages.length}` : ''),
      copies: [{ contact: 'owner-0', messageId: `message-${world.messages.length}` }],
    });
  });

  it('says only what is still true', async () => {
    await reassign(world, 'lx22-090', '招商局');
    await sendAgain(again, world.ports);
    const keys = messagesTo('owner-0')
      .at(-1)
      ?.digests.flatMap((digest) => digest.keys);
    expect(keys).toEqual(['lx22-071/overdue-1/owner@安环局/2022-06-30']);
    const mover = {
      park: 'linxiang',
      task: taskId('lx22-071'),
      by: 'office',
      why: '',
      via: '测试',
    };
    await changeTask(mover, { act: 'suspend' }, world.ports);
    await expect(sendAgain(again, world.ports)).rejects.toThrow('其中的事项都已不用再提醒');
    expect(messagesTo('owner-0')).toHaveLength(2);
  });

  it('goes to the present holder of the post when the contact is gone', async () => {
    await removeContact('owner-0', { ...keeping, why: '岗位撤销' }, world.ports);
    const successor = { ...owner, id: contactId('successor') };
    await keepContact(successor, keeping, world.ports);
    expect(await sendAgain(again, world.ports)).toEqual([successor]);
    expect(messagesTo('owner-0')).toHaveLength(1);
    const opened = await openLink(codeTo(world, 'successor'), world.ports);
    expect(opened).toMatchObject({ state: 'valid', contact: { id: 'successor' } });
    const { id = digestNamed('') } = messagesTo('successor')[0]?.digests[0] ?? {};
    expect(await signFor({ park: 'linxiang', digest: id, by: 'successor' }, world.ports)).toBe(2);
  });

  it('ends with all its links from the message', async () => {
    await sendAgain(again, world.ports);
    const digest = world.digests().find(({ post }) => post === 'owner@安环局');
    if (digest) await revokeLinks(digest, world.ports);
    for (const code of [before, codeTo(world, 'owner-0')]) {
      expect((await openLink(code, world.ports)).state).toBe('revoked');
    }
  });

  it.each([
    { what: 'at night', go: '2022-07-01 18:30', says: '现在不是发提醒的时间' },
    { what: 'on the next working day', go: '2022-07-04 09:00', says: '今天没有发过提醒' },
  ])('is refused $what', async ({ go, says }) => {
    world.goTo(go);
    await expect(sendAgain(again, world.ports)).rejects.toThrow(says);
    await expect(sendAgain({ ...again, by: 'owner-1' }, world.ports)).rejects.toThrow('权限');
    expect(messagesTo('owner-0')).toHaveLength(1);
  });

  it('is said to have failed, or not to be known, where that is so', async () => {
    world.answer.to = () => ({ result: 'deferred', reason: 'Throttled' });
    await expect(sendAgain(again, world.ports)).rejects.toThrow('没有发出：Throttled');
    world.answer.to = () => ({ result: 'unknown', reason: 'timeout' });
    await expect(sendAgain(again, world.ports)).rejects.toThrow('没有回音，可能已发出');
  });

  it('goes out once of two who ask for it at once', async () => {
    const both = await Promise.allSettled([
      sendAgain(again, world.ports),
      sendAgain(again, world.ports),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(messagesTo('owner-0')).toHaveLength(2);
  });

  it('goes out once for two presses, and again when somebody asks later', async () => {
    await sendAgain(again, world.ports);
    await expect(sendAgain(again, world.ports)).rejects.toThrow('刚再发过一次');
    world.goTo('2022-07-01 09:31');
    await sendAgain(again, world.ports);
    expect(messagesTo('owner-0')).toHaveLength(3);
  });

  it.each(['throws', 'losesAnswer', 'diesBefore', 'diesAfter'] as readonly FaultMode[])(
    'is never repeated by itself, whichever call %s',
    async (mode) => {
      for (let at = 1; ; at += 1) {
        let calls = 0;
        const failing = faulty(world.ports, ({ number }) => {
          calls = number;
          return number === at ? mode : undefined;
        });
        const minute = String((2 * at) % 60).padStart(2, '0');
        world.goTo(`2022-07-01 ${String(10 + Math.floor(at / 30))}:${minute}`);
        const sent = messagesTo('owner-0').length;
        await sendAgain(again, failing).catch(() => undefined);
        expect(messagesTo('owner-0').length - sent).toBeLessThanOrEqual(1);
        const after = messagesTo('owner-0').length;
        await sweep(world.ports);
        expect(messagesTo('owner-0')).toHaveLength(after);
        if (calls < at) break;
      }
    },
  );
});
