import { describe, expect, it } from 'vitest';
import { readContacts } from '../../functions/files/read-contacts.ts';
import { contactsOf } from '../support/builders.ts';
import { postId } from '../support/ids.ts';

const bytes = (rows: readonly object[]): Uint8Array =>
  new TextEncoder().encode(rows.map((row) => JSON.stringify(row)).join('\n'));

describe('a contacts file', () => {
  it('gives every post its contact', () => {
    const { directory } = readContacts(bytes(contactsOf('安环局')), '通讯录.jsonl');
    expect(directory.recipientOf(postId('unitHead@安环局'))).toMatchObject({
      contact: { id: 'head-0' },
      isVacant: false,
    });
    expect(directory.recipientOf(postId('responsibleLeader@安环局'))?.contact.id).toBe('leader');
    expect(directory.recipientOf(postId('owner-0'))?.contact.id).toBe('owner-0');
  });

  it('gives the office what a vacant post would get', () => {
    const { directory } = readContacts(bytes(contactsOf('安环局')), '通讯录.jsonl');
    expect(directory.recipientOf(postId('unitHead@教育局'))).toMatchObject({
      contact: { id: 'office' },
      isVacant: true,
    });
  });

  it('lets a stand-in receive instead', () => {
    const [owner, ...rest] = contactsOf('安环局');
    const away = { ...owner, standIn: 'head-0' };
    const { directory } = readContacts(bytes([away, ...rest]), '通讯录.jsonl');
    expect(directory.recipientOf(postId('owner@安环局'))).toMatchObject({
      contact: { id: 'head-0' },
      insteadOf: { id: 'owner-0' },
    });
  });

  it.each([
    {
      what: 'no office',
      rows: contactsOf('安环局').slice(0, 2),
      says: '没有园区办（role 为 office）的联系人',
    },
    {
      what: 'an id twice',
      rows: [...contactsOf('a'), ...contactsOf('a')],
      says: '第 6 行 id：编号 owner-0 重复',
    },
    {
      what: 'a stand-in that is not there',
      rows: [
        ...contactsOf(),
        { id: 'x', unit: 'a', post: 'b', role: 'owner', channels: ['wecom'], standIn: 'y' },
      ],
      says: '第 4 行 standIn：没有 y 这个联系人',
    },
    {
      what: 'a stand-in who is stood in for',
      rows: [
        ...contactsOf(),
        { id: 'x', unit: 'a', post: 'b', role: 'owner', channels: ['wecom'], standIn: 'y' },
        { id: 'y', unit: 'b', post: 'b', role: 'owner', channels: ['wecom'], standIn: 'x' },
      ],
      says: '第 4 行 standIn：y 自己也由别人代',
    },
    {
      what: 'a post that two claim',
      rows: [
        ...contactsOf('安环局'),
        { id: 'a-owner', unit: '安环局', post: '经办', role: 'owner', channels: ['wecom'] },
      ],
      says: '第 6 行：安环局责任人已由 owner-0 担任。一个岗位只留一个联系人',
    },
    {
      what: 'two offices',
      rows: [
        ...contactsOf(),
        { id: 'a-office', unit: '园区办', post: '督查', role: 'office', channels: ['wecom'] },
      ],
      says: '园区办已由 office 担任',
    },
    {
      what: 'an unknown role',
      rows: [{ id: 'x', unit: 'a', post: 'b', role: 'king', channels: ['wecom'] }],
      says: '第 1 行 role：无效选项',
    },
  ])('is refused with $what', ({ rows, says }) => {
    expect(() => readContacts(bytes(rows), '通讯录.jsonl')).toThrow(says);
  });
});
