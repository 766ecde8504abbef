import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { differenceOf } from '../../../functions/domain/contacts/contact-words.ts';
import {
  contestedBy,
  directoryIn,
  emptyDirectory,
  endsLinks,
  withContact,
  withoutContact,
} from '../../../functions/domain/contacts/directory-record.ts';
import { contactsOf } from '../../support/builders.ts';
import { contactId, postId } from '../../support/ids.ts';

const [owner, head] = contactsOf('安环局') as readonly [Contact, Contact];
const second: Contact = { ...owner, id: contactId('a-owner'), post: '安环局新经办' };
const directory = { ...emptyDirectory('linxiang'), contacts: contactsOf('安环局') };

describe('the links of a contact', () => {
  it.each([
    { over: { post: '安环局经办' }, ends: false },
    { over: { standIn: contactId('head-0') }, ends: false },
    { over: { unit: '水务' }, ends: true },
    { over: { covers: ['安环局', '水务'] }, ends: true },
    { over: { role: 'unitHead' as const }, ends: true },
    { over: { channels: ['mail' as const], mail: 'a@park.example' }, ends: true },
    { over: { mail: 'a@park.example' }, ends: true },
    { over: { https: 'https://park.example/in' }, ends: true },
  ])('are ended by $over: $ends', ({ over, ends }) => {
    expect(endsLinks(owner, { ...owner, ...over })).toBe(ends);
    const { linkEpochs } = withContact(directory, { ...owner, ...over });
    expect(linkEpochs).toEqual(ends ? { 'owner-0': 1 } : {});
  });

  it('are counted on under an id that was used before', () => {
    const gone = withoutContact(withoutContact(directory, 'owner-0'), 'owner-0');
    expect(directoryIn(withContact(gone, owner)).linkEpochOf(contactId('owner-0'))).toBe(2);
    expect(directoryIn(gone).linkEpochOf(contactId('head-0'))).toBe(0);
    expect(directoryIn(gone).linkEpochOf(contactId('constructor'))).toBe(0);
  });
});

describe('a post that several claim', () => {
  const both = withContact(directory, second, [postId('owner@安环局')]);

  it('belongs to the first by id until the office says to whom', () => {
    expect(directoryIn(withContact(directory, second)).holderOf(postId('owner@安环局'))).toBe(
      second,
    );
    const later = { ...second, id: contactId('z-owner') };
    const said = withContact(directory, later, [postId('owner@安环局')]);
    expect(directoryIn(said).holderOf(postId('owner@安环局'))).toBe(later);
    expect(directoryIn(withoutContact(said, 'z-owner')).holderOf(postId('owner@安环局'))).toEqual(
      owner,
    );
  });

  it('is contested by who does not have it, newly or as before', () => {
    const [contested] = contestedBy(second, directoryIn(directory));
    expect(contested).toEqual({ post: 'owner@安环局', holder: owner, isNew: true });
    expect(contestedBy(owner, directoryIn(both))).toEqual([
      { post: 'owner@安环局', holder: second, isNew: false },
    ]);
    expect(contestedBy(second, directoryIn(both))).toEqual([]);
    expect(contestedBy(head, directoryIn(both))).toEqual([]);
  });
});

describe('a change of a contact', () => {
  it('is told by the facts that differ', () => {
    const moved = { ...owner, unit: '水务', standIn: contactId('head-0') };
    expect(differenceOf(owner, moved)).toEqual({
      from: '安环局责任人（owner-0），单位 安环局，代收 无',
      to: '安环局责任人（owner-0），单位 水务，代收 head-0',
    });
    expect(differenceOf(owner, owner)).toEqual({
      from: '安环局责任人（owner-0）',
      to: '安环局责任人（owner-0）',
    });
    expect(differenceOf(undefined, owner).from).toBe('');
  });
});
