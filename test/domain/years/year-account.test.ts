import { describe, expect, it } from 'vitest';
import { paceRow } from '../../../functions/domain/targets/pace-report.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { byOriginalYear } from '../../../functions/domain/years/carried-lines.ts';
import { YearAccount } from '../../../functions/domain/years/year-account.ts';
import { aTask, at, day, rules } from '../../support/builders.ts';
import { anActual, aTarget } from '../../support/figures.ts';
import { taskId } from '../../support/ids.ts';
import { accountOf, leaving } from '../../support/years.ts';

const june30 = day('2022-06-30');
const done = { status: 'closed', progress: 100 } as const;

/** Ten works and a target, worked by hand. */
const year2022 = [
  aTask({ id: 'a1', ...done, doneOn: june30 }),
  aTask({
    id: 'a2',
    ...done,
    due: day('2022-07-31'),
    originalDue: june30,
    doneOn: day('2022-07-31'),
  }),
  aTask({ id: 'a3', ...done, doneOn: day('2022-07-01') }),
  aTask({ id: 'b1', leadUnit: '招商局', status: 'withdrawn' }),
  aTask({ id: 'b2', leadUnit: '招商局', status: 'suspended' }),
  aTask({
    id: 'b3',
    leadUnit: '招商局',
    plan: 2023,
    due: day('2023-06-30'),
    originalDue: june30,
    carried: leaving('2022-06-30'),
  }),
  aTask({
    id: 'b4',
    leadUnit: '招商局',
    plan: 2023,
    due: day('2023-03-31'),
    carried: leaving('2023-03-31'),
  }),
  aTask({
    id: 'b5',
    leadUnit: '招商局',
    plan: 2023,
    due: null,
    kind: 'standing',
    carried: leaving(null),
  }),
  aTask({ id: 'b6', leadUnit: '招商局', ...done, due: null, doneOn: june30 }),
  aTask({
    id: 'b7',
    leadUnit: '招商局',
    ...done,
    doneOn: june30,
    deemedDone: { at: at('2023-01-05 09:00'), why: '已投用' },
  }),
  aTask({ id: 'c1', leadUnit: '党政办', status: 'pendingReview', doneOn: june30 }),
  aTask({ id: 't1', leadUnit: '党政办', kind: 'target', due: day('2022-12-31') }),
  aTask({ id: 'z1', plan: 2023 }),
];

describe('the account of a year', () => {
  it('counts every work once, by what became of it', () => {
    expect(accountOf(year2022).total).toEqual({
      promised: 12,
      onTime: 2,
      late: 1,
      done: 1,
      deemed: 1,
      carriedOver: 3,
      suspended: 1,
      withdrawn: 1,
      undecided: 2,
      onTimeByOriginal: 1,
    });
  });

  it('says the same by unit', () => {
    expect(
      accountOf(year2022).units.map(({ unit, promised, onTime }) => [unit, promised, onTime]),
    ).toEqual([
      ['安环局', 3, 2],
      ['党政办', 2, 0],
      ['招商局', 7, 0],
    ]);
  });

  it('counts what was carried over in its new year, too', () => {
    const { total, broughtIn, carried } = accountOf(year2022, 2023);
    expect(total).toMatchObject({ promised: 4, undecided: 4, carriedOver: 0 });
    expect(broughtIn).toBe(3);
    expect(carried).toEqual([]);
  });

  it('lists what was carried over with its original and its new date', () => {
    const { carried } = accountOf(year2022);
    expect(carried.map(({ id, original, due }) => [id, original, due])).toEqual([
      ['b3', '2022-06-30', '2023-06-30'],
      ['b4', '2023-03-31', '2023-03-31'],
      ['b5', null, null],
    ]);
    expect(byOriginalYear(carried, 2022)).toEqual({ through: 1, after: 1, undated: 1 });
  });

  it('names the new date of the year that a work was carried to, also after it was carried on', () => {
    const again = aTask({
      plan: 2024,
      originalDue: june30,
      due: day('2024-05-31'),
      carried: [
        ...leaving('2022-06-30'),
        {
          ...(leaving('2023-06-30')[0] as NonNullable<Task['carried']>[number]),
          from: 2023,
          to: 2024,
          at: at('2024-01-05 10:00'),
        },
      ],
    });
    expect(accountOf([again]).carried[0]?.due).toBe('2023-06-30');
    expect(accountOf([again], 2023).carried[0]?.due).toBe('2024-05-31');
    expect(accountOf([again], 2023)).toMatchObject({ broughtIn: 1, total: { carriedOver: 1 } });
  });

  it('counts a work with nodes once, also after both were carried over', () => {
    const nodeOf = {
      task: taskId('w'),
      title: '双电源',
      weight: null,
      before: null,
      isOwners: true,
    };
    const both = [
      aTask({ id: 'w', plan: 2023, carried: leaving('2022-06-30') }),
      aTask({ id: 'w.n1', plan: 2023, nodeOf, carried: leaving('2022-03-31') }),
      aTask({ id: 'w.n2', ...done, doneOn: june30, nodeOf }),
    ];
    expect(accountOf(both).total).toMatchObject({ promised: 1, carriedOver: 1, onTime: 0 });
    expect(accountOf(both, 2023).total).toMatchObject({ promised: 1, undecided: 1 });
  });

  it('counts a target that has figures by these, and one without as a work', () => {
    const target = aTarget({ id: 't1', actuals: [anActual(12, '420')] });
    const lists = { projects: [], enterprises: [] };
    const row = paceRow({ target, lists }, undefined, at('2023-01-31 12:00'), rules);
    const figures = new Map([target.id, taskId('t2')].map((id) => [id, { target, row }]));
    const withdrawn = aTask({ id: 't2', kind: 'target', status: 'withdrawn' });
    const { targets, withdrawnTargets, total } = accountOf([...year2022, withdrawn], 2022, figures);
    expect(targets.map(({ id, result }) => [id, result])).toEqual([['t1', 'met']]);
    expect(withdrawnTargets).toBe(1);
    expect(total).toMatchObject({ promised: 11, undecided: 1 });
    expect(accountOf(year2022).total).toMatchObject({ promised: 12, undecided: 2 });
  });

  it('can be stored as it is', () => {
    const account = accountOf(year2022);
    expect(YearAccount.parse(structuredClone(account))).toEqual(account);
  });
});
