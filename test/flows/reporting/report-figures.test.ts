import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict } from '../../../functions/domain/base/faults.ts';
import type { ReportRequest } from '../../../functions/flows/reporting/read-return.ts';
import { aTask, contactsOf } from '../../support/builders.ts';
import { type FaultMode, faulty } from '../../support/faults.ts';
import { anActual, aTarget, dec } from '../../support/figures.ts';
import { taskId } from '../../support/ids.ts';
import { returnFigures } from '../../support/requests.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const PARK = 'linxiang';
const TARGET = 'p22-001';

let world: World;
beforeEach(async () => {
  world = newWorld();
  world.goTo('2022-06-15 08:00');
  await settleIn(world, [aTask({ id: TARGET, kind: 'target' })], contactsOf('安环局'));
  const lastChange = {
    id: 'entered',
    version: 1,
    at: world.now(),
    by: 'office',
    onBehalfOf: null,
    what: '登记',
    from: '',
    to: '',
    why: '',
    via: '导入',
  };
  const value = aTarget({ actuals: [anActual(5, '175')] });
  await world.collections.targets.put(undefined, { version: 1, lastChange, value });
});

const give = (value: string, returning: ReportRequest = {}, ports = world.ports): Promise<number> =>
  returnFigures(
    { park: PARK, by: 'owner-0', via: '测试' },
    [
      {
        id: taskId(TARGET),
        figures: [{ month: 5, value: dec(value), source: '统计月报', why: '核定' }],
      },
    ],
    ports,
    returning,
  );

/** The figures of the target, and how often its task was reported on. */
async function booked(): Promise<{ readonly values: readonly string[]; readonly reports: number }> {
  const kept = await world.collections.targets.find(PARK, TARGET);
  const history = await world.register.history(PARK, taskId(TARGET));
  return {
    values: (kept?.value.actuals ?? []).map(({ value }) => value.toString()),
    reports: history.filter(({ what }) => what === '反馈').length,
  };
}

describe('a return that is made again after a fault', () => {
  const MODES: readonly FaultMode[] = ['throws', 'losesAnswer', 'diesBefore', 'diesAfter'];
  const forms = [
    { what: 'of one form', returning: { key: 'form-1' } },
    { what: 'of a workbook', returning: {} },
  ];

  it.each(MODES.flatMap((mode) => forms.map((form) => ({ mode, ...form }))))(
    '$what is one return with one report, whichever call of the first $mode',
    async ({ mode, returning }) => {
      for (let fatal = 1; ; fatal += 1) {
        const before = await booked();
        let calls = 0;
        const ports = faulty(world.ports, ({ number }) => {
          calls = number;
          return number === fatal ? mode : undefined;
        });
        const value = String(180 + fatal);
        const key = returning.key && `${returning.key}-${fatal}`;
        await give(value, { key }, ports).catch(() => undefined);
        if (calls < fatal) break;
        await give(value, { key });
        expect(await booked(), `call ${fatal}`).toEqual({
          values: [...before.values, value],
          reports: before.reports + 1,
        });
      }
    },
  );

  it('of one form is not booked again over what somebody else corrected since', async () => {
    await give('180', { key: 'form-1' });
    await give('181', { key: 'form-2' });
    expect(await give('180', { key: 'form-1' })).toBe(0);
    expect(await booked()).toEqual({ values: ['175', '180', '181'], reports: 2 });
  });

  it('is another one on purpose: the same workbook after a correction counts', async () => {
    await give('180');
    await give('181');
    expect(await give('180')).toBe(1);
    expect((await booked()).values).toEqual(['175', '180', '181', '180']);
  });
});

describe('returns in sight of one version', () => {
  it('are refused after the first, also those that come at the same moment', async () => {
    const values = ['180', '181', '182', '183'];
    const all = await Promise.allSettled(
      values.map((value) => give(value, { key: `form-${value}`, seen: 1 })),
    );
    const refused = all.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused).toHaveLength(3);
    expect(refused.every((fault) => fault instanceof Conflict)).toBe(true);
    expect((await booked()).values).toHaveLength(2);
    expect((await booked()).reports).toBe(1);
    await expect(give('190', { seen: 1 })).rejects.toThrow('owner-0填报');
  });

  it('are taken twice of one form, whose first answer was lost', async () => {
    await give('180', { key: 'form-1', seen: 1 });
    expect(await give('180', { key: 'form-1', seen: 1 })).toBe(0);
    expect(await booked()).toEqual({ values: ['175', '180'], reports: 1 });
  });
});
