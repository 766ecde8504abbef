import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import {
  againstKeeping,
  againstRemoval,
  vacatedBy,
} from '../../../functions/domain/tasks/contact-changes.ts';
import { aTask, contactsOf } from '../../support/builders.ts';
import { contactId } from '../../support/ids.ts';

const contacts = contactsOf('安环局', '招商局');
const office = contacts.at(-1) as Contact;
const deputy: Contact = { ...office, id: contactId('deputy'), post: '副督查' };
const with0 = (standIn: string): readonly Contact[] =>
  contacts.map((each) => (each.id === 'owner-0' ? { ...each, standIn: contactId(standIn) } : each));
const saying = (problems: ReturnType<typeof againstRemoval>): readonly string[] =>
  problems.map(({ message }) => message);

describe('taking a contact out', () => {
  it('is refused for the only office, and for who stands in for another', () => {
    expect(saying(againstRemoval('office', contacts))).toEqual(['是唯一的园区办']);
    expect(saying(againstRemoval('office', [...contacts, deputy]))).toEqual([]);
    expect(saying(againstRemoval('head-0', with0('head-0')))).toEqual(['正代安环局责任人接收']);
    expect(saying(againstRemoval('owner-0', with0('head-0')))).toEqual([]);
  });

  it('leaves the live tasks without somebody of their own that only it was there for', () => {
    const tasks = [
      aTask({ id: 'mine' }),
      aTask({ id: 'ended', status: 'closed' }),
      aTask({ id: 'other', leadUnit: '招商局' }),
    ];
    const ids = (id: string, all: readonly Contact[]): readonly string[] =>
      vacatedBy(id, all, tasks).map((each) => each.id);
    expect(ids('owner-0', contacts)).toEqual(['mine']);
    expect(ids('leader', contacts)).toEqual(['mine', 'other']);
    const second = { ...(contacts[0] as Contact), id: contactId('second') };
    expect(ids('owner-0', [...contacts, second])).toEqual([]);
  });
});

describe('putting a contact in the place of another', () => {
  it('is refused where it would take the last office away', () => {
    const moved: Contact = { ...office, id: contactId('deputy'), role: 'unitHead' };
    expect(saying(againstKeeping({ ...office, id: contactId('office') }, contacts))).toEqual([]);
    const only = [...contacts.slice(0, -1), deputy];
    expect(saying(againstKeeping(moved, only))).toEqual(['是唯一的园区办']);
    expect(saying(againstKeeping(moved, [...contacts, deputy]))).toEqual([]);
  });

  it('is refused with a stand-in who cannot be one', () => {
    const [owner] = contacts as readonly [Contact];
    const says = (standIn: string, all = contacts): readonly string[] =>
      saying(againstKeeping({ ...owner, standIn: contactId(standIn) }, all));
    expect(says('head-0')).toEqual([]);
    expect(says('nobody')).toEqual(['通讯录里没有这个联系人']);
    expect(says('owner-0')).toEqual(['不能由自己代自己']);
    const chained = contacts.map((each) =>
      each.id === 'head-0' ? { ...each, standIn: contactId('leader') } : each,
    );
    expect(says('head-0', chained)).toEqual(['安环局负责人自己也由别人代']);
  });
});
