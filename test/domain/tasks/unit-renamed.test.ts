import { expect, it } from 'vitest';
import type { UnitMove } from '../../../functions/domain/contacts/unit-move.ts';
import { unitNamesOf } from '../../../functions/domain/contacts/unit-names.ts';
import { followedUnit } from '../../../functions/domain/tasks/unit-followed.ts';
import { underPresentNames } from '../../../functions/domain/tasks/unit-renamed.ts';
import { aTask, at, day } from '../../support/builders.ts';
import { contactId, postId } from '../../support/ids.ts';

const move: UnitMove = {
  id: 'move-1',
  unit: '规划局',
  to: '资源局',
  on: day('2022-07-01'),
  why: '',
  by: 'office',
  heads: {},
  state: 'moving',
  takenAt: at('2022-07-01 00:00'),
  isMerge: true,
  ownerBefore: contactId('owner-0'),
  ownerOfTo: contactId('owner-1'),
  ownerAfter: contactId('owner-1'),
  tasks: 1,
};
const names = unitNamesOf([move]);

it('a task in force has the present names wherever it names the unit', () => {
  const task = aTask({
    leadUnit: '规划局',
    supportingUnits: ['资源局', '安环局'],
    disowned: { at: at('2022-06-01 09:00'), why: '', by: postId('owner@规划局') },
  });
  expect(underPresentNames(task, names)).toMatchObject({
    leadUnit: '资源局',
    supportingUnits: ['安环局'],
    owner: 'owner@资源局',
    responsibleLeader: 'responsibleLeader@资源局',
    disowned: { by: 'owner@资源局' },
  });
});

it('a task that ended, or names other units, stays as it is', () => {
  for (const task of [
    aTask({ leadUnit: '规划局', status: 'closed' }),
    aTask({ leadUnit: '规划局', status: 'withdrawn' }),
    aTask({ leadUnit: '安环局' }),
  ]) {
    expect(underPresentNames(task, names)).toBe(task);
    expect(followedUnit(task, [move], names)).toBeUndefined();
  }
});

it('a task that comes to another owner is handed over once', () => {
  const followed = followedUnit(aTask({ leadUnit: '规划局' }), [move], names);
  expect(followed).toMatchObject({
    isHandedOver: true,
    said: ['规划局', '资源局'],
    task: { status: 'pendingAcceptance', assignment: { number: 1, at: move.takenAt } },
  });
  if (!followed) throw new Error('it did not follow');
  expect(followedUnit(followed.task, [move], names)).toBeUndefined();
});

it('what waits to be verified is not handed over, and what is suspended is told when it goes on', () => {
  const reported = followedUnit(
    aTask({ leadUnit: '规划局', status: 'pendingReview' }),
    [move],
    names,
  );
  expect(reported).toMatchObject({ isHandedOver: false, task: { status: 'pendingReview' } });
  const held = followedUnit(aTask({ leadUnit: '规划局', status: 'suspended' }), [move], names);
  expect(held).toMatchObject({ task: { status: 'suspended', assignment: { number: 1 } } });
});

it('a task whose owner stays is not handed over', () => {
  const kept = { ...move, isMerge: false, ownerAfter: contactId('owner-0') };
  const followed = followedUnit(aTask({ leadUnit: '规划局' }), [kept], unitNamesOf([kept]));
  expect(followed).toMatchObject({ isHandedOver: false, task: { assignment: { number: 0 } } });
});
