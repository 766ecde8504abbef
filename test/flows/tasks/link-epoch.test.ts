import { beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { keepContact, removeContact } from '../../../functions/flows/contacts/keep-contacts.ts';
import { revokeLinks } from '../../../functions/flows/contacts/revoke-links.ts';
import { setStandIn } from '../../../functions/flows/contacts/stand-in.ts';
import { openLink } from '../../../functions/flows/tasks/open-link.ts';
import { sweep } from '../../../functions/flows/wake/sweep.ts';
import { contactsOf } from '../../support/builders.ts';
import { faulty } from '../../support/faults.ts';
import { contactId, taskId } from '../../support/ids.ts';
import { codeTo, overdue, report, signedKeys, told } from '../../support/links.ts';
import { moveByLink, signByLink, wake } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

const keeping = { park: 'linxiang', by: 'office', why: '岗位撤销' };
const [owner] = contactsOf('安环局') as readonly [Contact];
const moved: Contact = { ...owner, channels: ['mail'], mail: 'next@park.example' };

let world: World;
let code: string;
beforeEach(async () => {
  world = await told();
  code = codeTo(world, 'owner-0');
});

const stateOf = async (of = code): Promise<string> => (await openLink(of, world.ports)).state;

describe('the links of a contact', () => {
  it.each([
    { what: 'gets another address', next: moved },
    { what: 'is told on another channel', next: { ...owner, channels: ['dingtalk' as const] } },
    { what: 'comes to another unit', next: { ...owner, unit: '水务' } },
    { what: 'gets another role', next: { ...owner, role: 'unitHead' as const, unit: '水务' } },
  ])('end when it $what, and accept nothing', async ({ next }) => {
    const { hasEndedLinks } = await keepContact(next, keeping, world.ports);
    expect(hasEndedLinks).toBe(true);
    expect(await stateOf()).toBe('moved');
    const wish = { code, task: taskId('lx22-071'), move: report, why: '', key: 'form' };
    await expect(moveByLink(wish, world.ports)).rejects.toThrow('链接：已经不能使用');
    await expect(signByLink(code, world.ports)).rejects.toThrow('链接：已经不能使用');
    expect(world.stored('lx22-071')?.version).toBe(1);
    expect(signedKeys(world)).toEqual([]);
  });

  it('stay when it is only called otherwise, or somebody stands in for it', async () => {
    const called = { ...owner, post: '安环局经办', standIn: contactId('head-0') };
    expect((await keepContact(called, keeping, world.ports)).hasEndedLinks).toBe(false);
    expect(await stateOf()).toBe('valid');
  });

  it('do not come back with its old address, nor with somebody else under its id', async () => {
    await keepContact(moved, keeping, world.ports);
    await keepContact(owner, keeping, world.ports);
    expect(await stateOf()).toBe('moved');
    await removeContact('owner-0', keeping, world.ports);
    expect(await stateOf()).toBe('moved');
    for (const unit of ['水务', '安环局']) {
      await keepContact({ ...owner, unit }, keeping, world.ports);
      expect(await stateOf()).toBe('moved');
      await removeContact('owner-0', keeping, world.ports);
    }
  });

  it('are those of one contact: the others stay', async () => {
    await keepContact(moved, keeping, world.ports);
    expect(await stateOf(codeTo(world, 'owner-1'))).toBe('valid');
  });

  it('that were kept before they were counted serve until they end', async () => {
    const item = await world.items.get({ pk: `link#${code}`, sk: 'link' });
    const { epoch: _, ...old } = item ?? {};
    await world.items.put(old);
    expect(await stateOf()).toBe('valid');
    await keepContact(moved, keeping, world.ports);
    expect(await stateOf()).toBe('moved');
  });
});

describe('a message that may have gone out to an old address', () => {
  it('is told again at the new one with another link, and the old one stays dead', async () => {
    const late = await overdue();
    let lost = '';
    const losing = faulty(late.ports, ({ name, args }) => {
      if (name !== 'messenger.publish') return undefined;
      lost = JSON.stringify(args);
      return 'losesAnswer';
    });
    await wake('linxiang', losing).catch(() => undefined);
    const [, before = ''] = /owner-0.*?park\.example\/a\/(\w+)/s.exec(lost) ?? [];
    await keepContact(moved, keeping, late.ports);
    late.goTo('2022-07-01 09:30');
    await sweep(late.ports);
    const after = codeTo(late, 'owner-0');
    expect(after).not.toBe(before);
    expect((await openLink(before, late.ports)).state).toBe('moved');
    expect((await openLink(after, late.ports)).state).toBe('valid');
    const digest = late.digests().find(({ post }) => post === 'owner@安环局');
    expect(digest).toMatchObject({ code: after, formerCodes: [before] });
  });

  it('does not speak for a successor through the link of who was there before', async () => {
    const late = await overdue();
    const losing = faulty(late.ports, ({ name }) =>
      name === 'messenger.publish' ? 'losesAnswer' : undefined,
    );
    await wake('linxiang', losing).catch(() => undefined);
    const before = codeTo(late, 'owner-0');
    await removeContact('owner-0', keeping, late.ports);
    await keepContact({ ...owner, id: contactId('successor') }, keeping, late.ports);
    late.goTo('2022-07-01 09:30');
    await sweep(late.ports);
    expect((await openLink(before, late.ports)).state).toBe('moved');
    const after = await openLink(codeTo(late, 'successor'), late.ports);
    expect(after).toMatchObject({ state: 'valid', contact: { id: 'successor' } });
  });
});

describe('a message that tells several digests', () => {
  it('has one link, which is ended from each of them', async () => {
    const park = await overdue();
    const away = { ...keeping, contact: 'owner-1', standIn: 'owner-0' };
    await setStandIn(away, park.ports);
    await wake('linxiang', park.ports);
    const link = codeTo(park, 'owner-0');
    const digests = park.digests().filter(({ contact }) => contact === 'owner-0');
    expect(digests.map((digest) => [digest.post, digest.code])).toEqual([
      ['owner@安环局', link],
      ['owner@招商局', link],
    ]);
    const [, second] = digests;
    if (second) await revokeLinks(second, park.ports);
    expect((await openLink(link, park.ports)).state).toBe('revoked');
  });

  it('cannot lose a link that is not in the table yet', async () => {
    const [digest] = world.digests();
    if (!digest) throw new Error('nobody was told anything');
    const sending = revokeLinks({ ...digest, state: 'sending' }, world.ports);
    await expect(sending).rejects.toThrow('正在发送，还不能作废');
  });
});
