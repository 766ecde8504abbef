import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict } from '../../../functions/domain/base/faults.ts';
import type { ParkFigures } from '../../../functions/domain/funding/park-figures.ts';
import { readFigures } from '../../../functions/flows/targets/read-figures.ts';
import { aTask, contactsOf, day } from '../../support/builders.ts';
import { type FaultMode, faulty } from '../../support/faults.ts';
import { anActual, aStep, aTarget, bond, dec, wan } from '../../support/figures.ts';
import { taskId } from '../../support/ids.ts';
import { bookSteps, changeTask, enterFigures, returnFigures } from '../../support/requests.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const reviewed = aStep({ stage: 'reviewed', planned: day('2022-06-22') });
const figures: ParkFigures = {
  targets: [aTarget({ actuals: [anActual(4, '140'), anActual(5, '175')] })],
  projects: [],
  enterprises: [],
  instruments: [bond],
  steps: [reviewed],
};
const tasks = [
  aTask({ id: 'bond', kind: 'funding', leadUnit: '财政金融局', due: null, duePrecision: 'none' }),
  aTask({ id: 'p22-001', kind: 'target', leadUnit: '产业发展局' }),
];

let world: World;
beforeEach(async () => {
  world = newWorld();
  world.goTo('2022-06-15 08:00');
  await settleIn(world, tasks, contactsOf('财政金融局', '产业发展局'));
  await enterFigures('linxiang', figures, world.now(), world.ports);
});

describe('a stage of money that is booked', () => {
  const done = { ...reviewed, doneOn: day('2022-06-14'), amountFen: wan(5000), note: '专家组通过' };
  const book = async (by: string, ...steps: readonly (typeof done)[]): Promise<number> =>
    bookSteps(
      { park: 'linxiang', by, via: '测试' },
      steps,
      await readFigures('linxiang', world.ports),
      world.ports,
    );

  it('is reported done on its task, and has its history', async () => {
    expect(await book('owner-0', done)).toBe(1);
    expect(world.stored(done.id)?.task).toMatchObject({ status: 'pendingReview' });
    const { steps } = world.collections;
    const bookedAt = world.now();
    expect((await steps.find('linxiang', done.id))?.value).toEqual({ ...done, bookedAt });
    const history = await steps.history('linxiang', done.id);
    expect(history.at(-1)).toMatchObject({ by: 'owner-0', what: '登记资金', why: '专家组通过' });
  });

  it('again changes nothing', async () => {
    await book('owner-0', done);
    expect(await book('owner-0', done)).toBe(0);
  });

  it('by a post that may not is not written', async () => {
    await expect(book('owner-1', done)).rejects.toThrow('只能办理本单位的事项');
    expect((await world.collections.steps.find('linxiang', done.id))?.value).toEqual(reviewed);
    expect(world.stored(done.id)?.task.status).toBe('inProgress');
  });

  it('is refused to a post that may not, even once its task is closed', async () => {
    await book('owner-0', done);
    const corrected = { ...done, amountFen: wan(4000) };
    await expect(book('owner-1', corrected)).rejects.toThrow('只能办理本单位的事项');
    expect(await book('owner-0', corrected)).toBe(1);
  });

  it('that somebody else booked meanwhile is not overwritten', async () => {
    await book('owner-0', done);
    const read = await readFigures('linxiang', world.ports);
    const theirs = { ...done, amountFen: wan(4000) };
    await book('owner-0', theirs);
    const mine = { ...done, amountFen: wan(4500) };
    const booker = { park: 'linxiang', by: 'owner-0', via: '测试' };
    await expect(bookSteps(booker, [mine], read, world.ports)).rejects.toThrow(Conflict);
    expect((await world.collections.steps.find('linxiang', done.id))?.value).toEqual(theirs);
  });

  it('is refused where more arrives than was granted and nobody says why', async () => {
    const arrived = aStep({ stage: 'arrived', doneOn: day('2022-06-14') });
    const booked = book('owner-0', arrived as never);
    await expect(booked).rejects.toThrow('超过此前核定的0万元');
    expect(await world.collections.steps.find('linxiang', arrived.id)).toBeUndefined();
    expect(await book('owner-0', { ...arrived, excessReason: '上级预拨' } as never)).toBe(1);
  });

  it('for the first time becomes a task', async () => {
    const later = aStep({ stage: 'issued', planned: day('2022-08-26') });
    expect(await book('owner-0', later as never)).toBe(1);
    expect(world.stored(later.id)?.task).toMatchObject({ due: day('2022-08-26') });
  });
});

describe('figures that are returned', () => {
  const give = (by: string, month: number, value: string, why = ''): Promise<number> =>
    returnFigures(
      { park: 'linxiang', by, via: '测试' },
      [{ id: taskId('p22-001'), figures: [{ month, value: dec(value), source: '统计月报', why }] }],
      world.ports,
    );
  const actuals = async (): Promise<readonly string[]> =>
    ((await world.collections.targets.find('linxiang', 'p22-001'))?.value.actuals ?? []).map(
      ({ month, value, why, reportedBy }) => `${month} ${value.toString()} ${why} ${reportedBy}`,
    );

  it('are the report of their task, too', async () => {
    expect(await give('owner-1', 6, '208.7')).toBe(1);
    expect(world.stored('p22-001')?.task.lastReport).toMatchObject({ note: '填报6月数据' });
    expect((await actuals()).at(-1)).toBe('6 208.7  owner-1');
  });

  it('correct what was known, and both stay, with no reason that nobody gave', async () => {
    await give('owner-1', 5, '174');
    await give('owner-1', 5, '173', '核减');
    expect((await actuals()).slice(1)).toEqual([
      '5 175  owner@产业发展局',
      '5 174  owner-1',
      '5 173 核减 owner-1',
    ]);
  });

  it('are not booked twice', async () => {
    expect(await give('owner-1', 5, '175')).toBe(0);
    expect(world.stored('p22-001')?.task.lastReport).toBeNull();
  });

  it('by a post that may not are not booked', async () => {
    await expect(give('owner-0', 6, '208.7')).rejects.toThrow('只能办理本单位的事项');
    expect(await actuals()).toHaveLength(2);
  });

  it('by a post that may not are not booked either once the task is withdrawn', async () => {
    const task = 'p22-001';
    const mover = { park: 'linxiang', task: taskId(task), by: 'office', why: '', via: '测试' };
    await changeTask(mover, { act: 'withdraw' }, world.ports);
    await expect(give('owner-0', 6, '208.7')).rejects.toThrow('只能办理本单位的事项');
    expect(await actuals()).toHaveLength(2);
  });
});

describe('a booking that is cut short at any call', () => {
  const booker = { park: 'linxiang', by: 'owner-0', via: '测试' };
  const figure = { month: 6, value: dec('208.7'), source: '统计月报', why: '' };
  const giveBy = (ports: World['ports']): Promise<number> =>
    returnFigures(
      { ...booker, by: 'owner-1' },
      [{ id: taskId('p22-001'), figures: [figure] }],
      ports,
    );
  const done = { ...reviewed, doneOn: day('2022-06-14'), amountFen: wan(5000) };
  const bookBy = async (ports: World['ports']): Promise<number> =>
    bookSteps(booker, [done], await readFigures('linxiang', ports), ports);
  const acts = async (id: string): Promise<readonly string[]> =>
    (await world.register.history('linxiang', taskId(id))).map(({ what }) => what).slice(1);

  const modes: readonly FaultMode[] = ['throws', 'losesAnswer', 'diesBefore', 'diesAfter'];
  it.each(modes)('and %s there is finished by the same call, once', async (mode) => {
    let calls = Number.POSITIVE_INFINITY;
    for (let at = 1; at <= calls; at += 1) {
      world = newWorld();
      world.goTo('2022-06-15 08:00');
      await settleIn(world, tasks, contactsOf('财政金融局', '产业发展局'));
      await enterFigures('linxiang', figures, world.now(), world.ports);
      let made = 0;
      const failing = faulty(world.ports, ({ number }) => {
        made = number;
        return number === at ? mode : undefined;
      });
      await giveBy(failing)
        .then(() => bookBy(failing))
        .catch(() => undefined);
      calls = made >= at ? Math.max(made, at + 1) : at;
      await giveBy(world.ports);
      await bookBy(world.ports);
      expect([at, await acts('p22-001'), await acts(done.id)]).toEqual([at, ['反馈'], ['报办结']]);
      const target = await world.collections.targets.find('linxiang', 'p22-001');
      expect(target?.value.actuals.map(({ month }) => month)).toEqual([4, 5, 6]);
      expect((await world.collections.steps.find('linxiang', done.id))?.version).toBe(2);
    }
    expect(calls).toBeGreaterThan(15);
  });
});
