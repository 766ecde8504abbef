import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import {
  type DirectoryRecord,
  directoryIn,
  emptyDirectory,
  StoredDirectory,
} from '../../../functions/domain/contacts/directory-record.ts';
import {
  movesFrom,
  presentNames,
  type UnitMove,
} from '../../../functions/domain/contacts/unit-move.ts';
import { unitNamesOf } from '../../../functions/domain/contacts/unit-names.ts';
import { unitMoveWords, unitToldWords } from '../../../functions/domain/contacts/unit-words.ts';
import { unitsIn, vacatedPosts, withDueMoves } from '../../../functions/domain/contacts/units.ts';
import { at, contactsOf, day } from '../../support/builders.ts';
import { contactId, postId } from '../../support/ids.ts';

let number = 0;
const aMove = (unit: string, to: string, over: Partial<UnitMove> = {}): UnitMove => ({
  id: `move-${(number += 1)}`,
  unit,
  to,
  on: day('2022-07-01'),
  why: '机构改革',
  by: 'office',
  heads: {},
  state: 'done',
  takenAt: at(`2022-07-${String(number % 28 || 1).padStart(2, '0')} 00:00`),
  isMerge: false,
  ownerBefore: null,
  ownerOfTo: null,
  ownerAfter: null,
  tasks: 0,
  ...over,
});

const recordOf = (contacts: readonly Contact[], ...unitMoves: UnitMove[]): DirectoryRecord => ({
  ...emptyDirectory('linxiang'),
  contacts,
  unitMoves,
});

describe('names of units', () => {
  it('follow every move in its order, and back to a former name', () => {
    const [a, b, c] = [
      aMove('甲', '乙', { takenAt: at('2022-07-01 00:00') }),
      aMove('乙', '丙', { takenAt: at('2022-08-01 00:00') }),
      aMove('丙', '甲', { takenAt: at('2022-09-01 00:00') }),
    ];
    expect([...presentNames([b, a])]).toEqual([
      ['甲', '丙'],
      ['乙', '丙'],
    ]);
    expect(Object.fromEntries(presentNames([a, b, c]))).toEqual({ 乙: '甲', 丙: '甲' });
    expect(movesFrom('甲', [a, b])).toEqual([a, b]);
    expect(movesFrom('乙', [a, b])).toEqual([b]);
    expect(movesFrom('甲', [a, b, c])).toEqual([]);
  });

  it('do not change before a move is in effect', () => {
    expect(presentNames([aMove('甲', '乙', { state: 'ahead' })]).size).toBe(0);
  });

  it('lead from a post of a former name to that of the present one, and back', () => {
    const names = unitNamesOf([aMove('甲', '乙')]);
    expect(names.postNow(postId('owner@甲'))).toBe('owner@乙');
    expect(names.postNow(postId('owner-0'))).toBe('owner-0');
    expect(names.formerPosts(postId('unitHead@乙'))).toEqual(['unitHead@甲']);
    expect(names.formerPosts(postId('office'))).toEqual([]);
  });
});

describe('a move of a unit that takes effect', () => {
  const now = at('2022-07-01 09:00');
  const ahead = { state: 'ahead', takenAt: at('2022-07-01 00:00') } as const;

  it('gives contacts and their posts the new name, and leads the old posts there', () => {
    const move = aMove('甲', '乙', ahead);
    const record = recordOf(contactsOf('甲'), move);
    expect(withDueMoves(record, at('2022-06-30 23:59'))).toBe(record);
    const after = withDueMoves(record, now, () => 7);
    expect(after.unitMoves).toMatchObject([
      { state: 'moving', isMerge: false, tasks: 7, ownerBefore: 'owner-0', ownerAfter: 'owner-0' },
    ]);
    const { holderOf, recipientOf } = directoryIn(after);
    for (const post of ['owner@甲', 'owner@乙']) expect(holderOf(postId(post))?.id).toBe('owner-0');
    expect(recipientOf(postId('responsibleLeader@甲'))).toMatchObject({ isVacant: false });
    expect(after.contacts.find(({ id }) => id === 'leader')?.covers).toEqual(['乙']);
    expect(after.contacts[0]).toMatchObject({ unit: '乙', post: '乙责任人' });
    expect(after.linkEpochs).toEqual(record.linkEpochs);
  });

  it('leaves a post of both units to who was chosen, else to who has it in the other unit', () => {
    const chosen = { heads: { owner: contactId('owner-0') }, ...ahead };
    const after = withDueMoves(recordOf(contactsOf('甲', '乙'), aMove('甲', '乙', chosen)), now);
    const { holderOf } = directoryIn(after);
    expect(holderOf(postId('owner@乙'))?.id).toBe('owner-0');
    expect(holderOf(postId('unitHead@乙'))?.id).toBe('head-1');
    expect(after.contacts[0]).toMatchObject({ unit: '乙', post: '甲责任人' });
    expect(after.unitMoves).toMatchObject([
      { isMerge: true, ownerBefore: 'owner-0', ownerOfTo: 'owner-1', ownerAfter: 'owner-0' },
    ]);
  });

  it('is shown with the unit that it led to', () => {
    const after = withDueMoves(recordOf(contactsOf('甲'), aMove('甲', '乙', ahead)), now);
    const unit = unitsIn(after).find(({ name }) => name === '乙');
    expect(unit?.formerNames).toEqual([{ name: '甲', until: day('2022-07-01'), isMerged: false }]);
  });
});

describe('words about a move of a unit', () => {
  it('name the day, the units and the reason', () => {
    expect(unitMoveWords(aMove('甲局', '乙局', { isMerge: true }))).toBe(
      '自2022年7月1日起，甲局并入乙局（机构改革）',
    );
  });

  it('say nothing of tasks where there are none', () => {
    const [before, after] = [contactId('a'), contactId('a')];
    const move = aMove('甲局', '乙局', { ownerBefore: before, ownerAfter: after });
    expect(unitToldWords(move, 'a', '乙局责任人')).toBe(
      '自2022年7月1日起，甲局更名为乙局，今后的提醒使用新名称。',
    );
  });
});

it('posts that nobody holds after a change are found', () => {
  const [first, ...others] = contactsOf('甲');
  if (!first) throw new Error('there is no contact');
  const before = recordOf([first, ...others]);
  expect(vacatedPosts(before, recordOf(others))).toEqual(['owner@甲', 'owner-0']);
  expect(vacatedPosts(before, before)).toEqual([]);
});

it('a directory from before units were records is read as one without moves', () => {
  const stored = { park: 'linxiang', contacts: [], holders: {}, linkEpochs: {} };
  expect(StoredDirectory.parse(stored).unitMoves).toEqual([]);
});
