import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict } from '../../../functions/domain/base/faults.ts';
import { BadInput } from '../../../functions/domain/base/problems.ts';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { directoryIn } from '../../../functions/domain/contacts/directory-record.ts';
import { topicWith } from '../../../functions/domain/contacts/outlets.ts';
import { keepContact, removeContact } from '../../../functions/flows/contacts/keep-contacts.ts';
import { reachContact } from '../../../functions/flows/contacts/reach-contact.ts';
import { contactsOf } from '../../support/builders.ts';
import { byMail } from '../../support/contacts.ts';
import { contactId, postId } from '../../support/ids.ts';
import { fakeTopic } from '../../support/topic.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = newWorld();
  world.goTo('2022-06-15 08:00');
  await settleIn(world, [], contactsOf('安环局'));
});

const keeping = { park: 'linxiang', by: 'office' };
const ids = async (): Promise<readonly string[]> =>
  (await world.register.directory('linxiang')).value.contacts.map(({ id }) => id).toSorted();

describe('a contact', () => {
  it('is added, put in the place of itself, and taken out', async () => {
    await keepContact(byMail, keeping, world.ports);
    const renamed = { ...byMail, post: '水务站责任人' };
    expect((await keepContact(renamed, keeping, world.ports)).hasEndedLinks).toBe(false);
    const all = (await world.register.directory('linxiang')).value.contacts;
    expect(all).toContainEqual({ ...byMail, post: '水务站责任人' });
    expect((await removeContact('pump-owner', keeping, world.ports)).post).toBe('水务站责任人');
    expect(await ids()).not.toContain('pump-owner');
  });

  it('is not changed by who may not, nor out of sight of what it is now', async () => {
    for (const by of ['owner-0', 'leader', 'nobody']) {
      const mine = { ...keeping, by };
      await expect(keepContact(byMail, mine, world.ports)).rejects.toThrow(BadInput);
      await expect(removeContact('owner-0', mine, world.ports)).rejects.toThrow(BadInput);
    }
    const unseen = { ...keeping, isAsSeen: () => false };
    await expect(keepContact(byMail, unseen, world.ports)).rejects.toThrow(Conflict);
    await expect(removeContact('owner-0', unseen, world.ports)).rejects.toThrow(Conflict);
    expect(await ids()).toEqual(['head-0', 'leader', 'office', 'owner-0', 'principal']);
  });

  it('takes a channel only where it is set up, and keeps the one that it has', async () => {
    const ports = { ...world.ports, outlets: topicWith(['feishu']) };
    const keep = (channels: Contact['channels']): Promise<unknown> =>
      keepContact({ ...byMail, channels }, keeping, ports);
    await expect(keep(['dingtalk'])).rejects.toThrow(
      '没有接通钉钉，可选的渠道是邮件、HTTPS 接口、飞书',
    );
    await expect(keep(['mail', 'wecom'])).rejects.toThrow('要接通别的渠道，请联系系统管理员');
    expect(await ids()).not.toContain('pump-owner');
    await keep(['feishu']);
    const owner = contactsOf('安环局').find(({ id }) => id === 'owner-0');
    if (!owner) throw new Error('there is no owner');
    const { contact } = await keepContact({ ...owner, post: '安环经办' }, keeping, ports);
    expect(contact.channels).toEqual(['wecom']);
  });

  it('stays where the park would be left without an office, or it is not there', async () => {
    await expect(removeContact('office', keeping, world.ports)).rejects.toThrow('唯一的园区办');
    await expect(removeContact('nobody', keeping, world.ports)).rejects.toThrow('没有这个联系人');
  });
});

describe('a post that somebody has', () => {
  const second: Contact = {
    id: contactId('owner-9'),
    unit: '安环局',
    post: '安环局经办',
    role: 'owner',
    channels: ['wecom'],
  };
  const receiver = async (post = 'owner@安环局'): Promise<string | undefined> =>
    directoryIn((await world.register.directory('linxiang')).value).recipientOf(postId(post))
      ?.contact.id;

  it('is not silently given to another contact, whatever the order of names', async () => {
    for (const id of ['a-owner', 'owner-9']) {
      await expect(
        keepContact({ ...second, id: contactId(id) }, keeping, world.ports),
      ).rejects.toThrow(
        '安环局责任人这个岗位现由安环局责任人（owner-0）担任。要换地址或称呼，请改原联系人',
      );
    }
    expect(await receiver()).toBe('owner-0');
  });

  it('is taken over where the office says so, and given back the same way', async () => {
    await keepContact(second, { ...keeping, isTaking: true }, world.ports);
    expect(await receiver()).toBe('owner-9');
    expect(await receiver('owner-0')).toBe('owner-0');
    // Neither is asked again for what it claims already, and nothing moves by that.
    const [first] = contactsOf('安环局') as readonly [Contact];
    await keepContact({ ...first, post: '安环局原经办' }, keeping, world.ports);
    await keepContact({ ...second, post: '安环局新经办' }, keeping, world.ports);
    expect(await receiver()).toBe('owner-9');
    await keepContact(first, { ...keeping, isTaking: true }, world.ports);
    expect(await receiver()).toBe('owner-0');
    await removeContact('owner-0', keeping, world.ports);
    expect(await receiver()).toBe('owner-9');
  });

  it('is asked for each unit that a leader covers, and for the office, too', async () => {
    const leader: Contact = {
      id: contactId('leader-2'),
      unit: '管委会',
      post: '另一位分管领导',
      role: 'responsibleLeader',
      covers: ['安环局', '水务'],
      channels: ['wecom'],
    };
    await expect(keepContact(leader, keeping, world.ports)).rejects.toThrow(
      '安环局分管领导这个岗位现由分管领导（leader）担任',
    );
    await keepContact({ ...leader, covers: ['水务'] }, keeping, world.ports);
    const deputy: Contact = { ...second, id: contactId('deputy'), role: 'office', post: '副督查' };
    await expect(keepContact(deputy, keeping, world.ports)).rejects.toThrow('园区办这个岗位现由');
  });
});

describe('how a contact is reached', () => {
  it('is by its subscription, by a relay, or not at all for one of three reasons', async () => {
    const topic = fakeTopic();
    const ports = { ...world.ports, ...topic };
    const how = async (contact: Contact): Promise<string> => {
      await keepContact(contact, keeping, world.ports);
      const reach = await reachContact('linxiang', contact, ports);
      return reach.how === 'subscribed' ? reach.subscription.state : reach.how;
    };
    expect(await how(byMail)).toBe('pending');
    expect(await how({ ...byMail, channels: ['wecom'] })).toBe('relay');
    const without = { ...ports, outlets: topicWith([]) };
    const relayed: Contact = { ...byMail, channels: ['wecom'] };
    expect((await reachContact('linxiang', relayed, without)).how).toBe('notSetUp');
    topic.others.taken = 'other@park.example';
    expect(await how({ ...byMail, mail: 'other@park.example' })).toBe('taken');
    topic.others.count = 200;
    expect(await how({ ...byMail, mail: 'third@park.example' })).toBe('full');
  });
});
