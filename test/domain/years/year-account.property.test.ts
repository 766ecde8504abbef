import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import type { TaskStatus } from '../../../functions/domain/tasks/task-status.ts';
import { type Fates, fateParts } from '../../../functions/domain/years/year-account.ts';
import { aTask, at, day } from '../../support/builders.ts';
import { accountOf, leaving } from '../../support/years.ts';

const june30 = day('2022-06-30');
const statuses: readonly TaskStatus[] = [
  'inProgress',
  'pendingReview',
  'closed',
  'suspended',
  'withdrawn',
];
const anyWork = fc.record({
  unit: fc.constantFrom('安环局', '招商局', '党政办'),
  status: fc.constantFrom(...statuses),
  due: fc.constantFrom(null, june30, day('2022-12-31')),
  originalDue: fc.constantFrom(null, june30),
  doneOn: fc.constantFrom(null, june30, day('2022-08-01')),
  isCarried: fc.boolean(),
  isDeemed: fc.boolean(),
});
const workOf = (
  over: typeof anyWork extends fc.Arbitrary<infer Each> ? Each : never,
  number: number,
): Task => {
  const { unit: leadUnit, isCarried, isDeemed, ...rest } = over;
  return aTask({
    id: `w${number}`,
    leadUnit,
    ...rest,
    ...(isCarried ? { plan: 2023, carried: leaving('2022-06-30') } : {}),
    ...(isDeemed ? { deemedDone: { at: at('2023-01-05 09:00'), why: '已投用' } } : {}),
  });
};

test.prop([fc.array(anyWork, { maxLength: 40 })])(
  'adds up in every row and every column',
  (works) => {
    const { total, units, carried } = accountOf(works.map(workOf));
    for (const row of [total, ...units]) {
      expect(fateParts.reduce((sum, part) => sum + row[part], 0)).toBe(row.promised);
    }
    for (const column of Object.keys(total) as (keyof Fates)[]) {
      expect(units.reduce((sum, row) => sum + row[column], 0)).toBe(total[column]);
    }
    expect(total.promised).toBe(works.length);
    expect(carried).toHaveLength(total.carriedOver);
  },
);
