import { describe, expect, it } from 'vitest';
import { Role } from '../../../functions/domain/base/role.ts';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { type Act, actName } from '../../../functions/domain/tasks/move.ts';
import { forbiddenInPark } from '../../../functions/domain/tasks/park-permissions.ts';
import { actingAs, forbidden } from '../../../functions/domain/tasks/permissions.ts';
import { mayRead } from '../../../functions/domain/tasks/read-permissions.ts';
import { aTask } from '../../support/builders.ts';
import { contactId } from '../../support/ids.ts';

const contact = (role: Role, unit: string): Contact => ({
  id: contactId('c'),
  unit,
  post: `${unit}${role}`,
  role,
  channels: ['wecom'],
});

/** For each act, who may do it with a task of 安环局: roles of 安环局 itself, or of any unit (`*`). */
const table: Readonly<Record<Act, readonly string[]>> = {
  assign: ['office*'],
  signFor: ['owner', 'unitHead'],
  report: ['owner', 'unitHead'],
  support: [],
  submit: ['owner', 'unitHead'],
  requestExtension: ['owner', 'unitHead'],
  disown: ['owner', 'unitHead'],
  keep: ['office*'],
  reassign: ['unitHead', 'office*'],
  verify: ['office*'],
  return: ['office*'],
  grant: ['office*'],
  refuse: ['office*'],
  redate: ['office*'],
  correctDue: ['office*'],
  suspend: ['office*'],
  resume: ['office*'],
  withdraw: ['office*'],
  waitFor: ['office*'],
  urge: ['office*'],
  nodes: ['office*'],
  amend: ['office*'],
  carryOver: ['office*'],
  deemDone: ['office*'],
};

const rows = (Object.keys(actName) as Act[]).flatMap((act) =>
  Role.options.flatMap((role) =>
    ['安环局', '招商局'].map((unit) => ({
      act,
      role,
      unit,
      may: table[act].includes(`${role}*`) || (unit === '安环局' && table[act].includes(role)),
    })),
  ),
);

describe('authority', () => {
  it.each(rows)('$role of $unit may $act: $may', ({ act, role, unit, may }) => {
    expect(forbidden(contact(role, unit), act, aTask()) === undefined).toBe(may);
  });

  it('says who may instead, and whose task it is', () => {
    expect(forbidden(contact('owner', '安环局'), 'verify', aTask())).toBe(
      '安环局owner没有这项权限，可以办理的是：园区办',
    );
    expect(forbidden(contact('owner', '招商局'), 'submit', aTask())).toBe(
      '招商局owner只能办理本单位的事项，这一项的责任单位是安环局',
    );
  });

  it('lets the post that a task was given to by name act for it', () => {
    const task = aTask({ owner: 'c' });
    expect(forbidden(contact('owner', '招商局'), 'submit', task)).toBeUndefined();
  });
});

describe('finance', () => {
  const finance = contact('finance', '财政金融局');
  const money = aTask({ kind: 'funding' });

  it('reports on the money of every unit, and on nothing else, not even of its own unit', () => {
    expect(forbidden(finance, 'report', money)).toBeUndefined();
    expect(forbidden(finance, 'submit', money)).toBeUndefined();
    expect(forbidden(finance, 'verify', money)).toContain('没有这项权限');
    expect(forbidden(finance, 'report', aTask({ leadUnit: '财政金融局' }))).toBe(
      '财政金融局finance只能办理资金事项',
    );
  });

  it('reads the money of every unit and whatever its own unit does', () => {
    expect(mayRead(finance, money)).toBe(true);
    expect(mayRead(finance, aTask({ leadUnit: '财政金融局' }))).toBe(true);
    expect(mayRead(finance, aTask())).toBe(false);
  });
});

describe('a stand-in', () => {
  const owner = { ...contact('owner', '安环局'), id: contactId('owner') };
  const head = { ...contact('unitHead', '安环局'), id: contactId('head') };
  const stranger = { ...contact('owner', '招商局'), id: contactId('stranger') };

  it('acts as itself where it may, else as the one it stands in for, else not at all', () => {
    expect(actingAs(head, [owner], 'submit', aTask())).toEqual({ as: head });
    expect(actingAs(stranger, [owner], 'submit', aTask())).toEqual({ as: owner });
    expect(actingAs(stranger, [], 'submit', aTask())).toEqual({
      refusal: '招商局owner只能办理本单位的事项，这一项的责任单位是安环局',
      isOwnWork: false,
    });
    expect(actingAs(stranger, [owner], 'verify', aTask())).toHaveProperty('refusal');
  });
});

describe('what concerns the park itself', () => {
  it.each(Role.options)('is the office’s alone; %s', (role) => {
    for (const act of ['adoptPolicy', 'setStandIn', 'keepContacts'] as const) {
      expect(forbiddenInPark(contact(role, '安环局'), act) === undefined).toBe(role === 'office');
    }
  });
});
