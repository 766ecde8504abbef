import { describe, expect, it } from 'vitest';
import {
  type Contact,
  Contact as ContactSchema,
} from '../../../functions/domain/contacts/contact.ts';
import {
  againstChannels,
  channelOf,
  choosableAt,
  inboxForAll,
  noOutlets,
  officeContact,
  setUpWords,
  snsAddress,
  topicWith,
} from '../../../functions/domain/contacts/outlets.ts';
import { Relays } from '../../../functions/domain/contacts/relay.ts';
import { contactId } from '../../support/ids.ts';

const contact = (...channels: Contact['channels']): Contact => ({
  id: contactId('a'),
  unit: '安环局',
  post: '安环局责任人',
  role: 'owner',
  channels,
  mail: 'a@park.example',
});

describe('the channel of a contact', () => {
  it('is the first of its own that is set up', () => {
    const both = contact('wecom', 'mail');
    expect(channelOf(both, inboxForAll)).toBe('wecom');
    expect(channelOf(both, topicWith(['wecom']))).toBe('wecom');
    expect(channelOf(both, topicWith(['feishu']))).toBe('mail');
    expect(channelOf(contact('wecom'), topicWith([]))).toBeUndefined();
    expect(channelOf(both, noOutlets)).toBeUndefined();
    expect(channelOf(contact(), inboxForAll)).toBeUndefined();
  });

  it('has an address where SNS delivers on it', () => {
    const both = contact('wecom', 'mail');
    expect(snsAddress(both, topicWith([]))).toEqual({
      channel: 'mail',
      endpoint: 'a@park.example',
    });
    expect(snsAddress(both, topicWith(['wecom']))).toBeUndefined();
    expect(snsAddress(both, noOutlets)).toBeUndefined();
  });
});

describe('the channels that can be chosen', () => {
  it.each([
    { where: 'without relays', outlets: topicWith([]), can: ['mail', 'https'] },
    { where: 'with one', outlets: topicWith(['feishu']), can: ['mail', 'https', 'feishu'] },
    { where: 'on a live laptop', outlets: noOutlets, can: ['mail', 'https'] },
  ])('$where are mail, HTTPS and what is set up', ({ outlets, can }) => {
    expect(choosableAt(outlets)).toEqual(can);
  });

  it('are named with whom to ask when another is chosen; what a contact has may stay', () => {
    const wecom = contact('wecom');
    expect(againstChannels(wecom, undefined, topicWith(['feishu']))).toEqual([
      {
        place: '联系人 a',
        message: '没有接通企业微信，可选的渠道是邮件、HTTPS 接口、飞书',
        remedy: '请改选渠道；要接通别的渠道，请联系系统管理员',
      },
    ]);
    expect(againstChannels(contact('mail', 'wecom'), contact('mail'), topicWith([]))).toHaveLength(
      1,
    );
    expect(againstChannels(contact('mail', 'wecom'), wecom, topicWith([]))).toEqual([]);
    expect(againstChannels(wecom, undefined, topicWith(['wecom']))).toEqual([]);
    expect(againstChannels(contact('mail'), undefined, noOutlets)).toEqual([]);
  });

  it('are told in one line', () => {
    expect(setUpWords(topicWith(['smtp']))).toBe(
      '已接通的渠道是邮件、HTTPS 接口、邮件（SMTP 中继）',
    );
    expect(setUpWords(noOutlets)).toBe('还没有接通任何渠道');
  });
});

describe('the office of a new park', () => {
  it.each([
    { outlets: topicWith(['feishu', 'smtp']), mail: 'o@park.example', channels: ['mail'] },
    { outlets: topicWith(['feishu', 'smtp']), channels: ['feishu'] },
    { outlets: topicWith([]), channels: [] },
    { outlets: noOutlets, channels: [] },
  ])('is reached by its mail, or else by the first relay', ({ outlets, mail, channels }) => {
    const office = officeContact(outlets, mail);
    expect(ContactSchema.parse(office)).toEqual(office);
    expect(office).toMatchObject({ role: 'office', channels });
    expect(office.mail).toBe(mail);
  });
});

describe('the relays as one setting', () => {
  it('are names with commas between, or nothing', () => {
    expect(Relays.parse('')).toEqual([]);
    expect(Relays.parse('wecom,smtp')).toEqual(['wecom', 'smtp']);
  });

  it.each(['mail', 'wecom,https', 'sms'])('are not %s', (text) => {
    expect(Relays.safeParse(text).success).toBe(false);
  });
});
