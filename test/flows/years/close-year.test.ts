import { describe, expect, it } from 'vitest';
import type { Move } from '../../../functions/domain/tasks/move.ts';
import { reconcile } from '../../../functions/flows/wake/reconcile.ts';
import { aTask, day } from '../../support/builders.ts';
import { faulty } from '../../support/faults.ts';
import { dec } from '../../support/figures.ts';
import { taskId } from '../../support/ids.ts';
import { changeTask, enterTasks, returnFigures } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';
import {
  closeYear,
  closingNow,
  decide,
  januaryPark,
  reopenYear,
  yearsTasks,
} from '../../support/year-end.ts';

const march = day('2023-03-31');

/** The park once every line of 2022 is decided. */
async function decided(tasks = yearsTasks): Promise<World> {
  const world = await januaryPark(tasks);
  await decide(world.ports, [
    { task: 'a1', choice: 'carryOver', due: march },
    { task: 't1', choice: 'asItIs' },
  ]);
  return world;
}

const move = (world: World, task: string, what: Move): Promise<unknown> =>
  changeTask(
    { park: 'linxiang', task: taskId(task), by: 'office', why: '说明', via: '测试' },
    what,
    world.ports,
  );

const linesOfHistory = async (world: World): Promise<readonly string[]> =>
  (await world.collections.years.history('linxiang', '2022')).map(({ what }) => what);

describe('closing a year', () => {
  it('writes nothing while a line is left, and says which', async () => {
    const world = await januaryPark();
    const result = await closeYear(world.ports);

    expect('left' in result && result.left.map(({ task }) => task.id)).toEqual(['a1', 't1']);
    expect(await world.collections.years.all('linxiang')).toEqual([]);
  });

  it('freezes the numbers once all is decided', async () => {
    const world = await decided();
    const result = await closeYear(world.ports);

    expect(result).toMatchObject({
      record: {
        state: 'closed',
        closedAt: world.now(),
        account: {
          on: '2023-01-06',
          total: { promised: 3, onTime: 1, carriedOver: 1, suspended: 1, undecided: 0 },
          targets: [{ id: 't1', result: 'partial', asOf: '11月' }],
          carried: [{ id: 'a1', to: 2023, due: '2023-03-31' }],
        },
      },
    });
    expect(await closingNow(world.ports)).toMatchObject({ state: 'closed', lines: [] });
    expect(await linesOfHistory(world)).toEqual(['按已有的数封账：t1', '开始封账', '封账']);
    expect(await closeYear(world.ports)).toEqual(result);
  });

  it('ends the wakes of what is left in it', async () => {
    const world = await decided();
    expect(world.stored('t1')?.wakeAt).not.toBeNull();
    await closeYear(world.ports);
    expect(world.stored('t1')?.wakeAt).toBeNull();

    world.goTo('2023-01-07 02:00');
    await reconcile(world.ports);
    expect(world.stored('t1')?.wakeAt).toBeNull();
    expect(world.stored('a1')?.wakeAt).not.toBeNull();
  });

  it.each<{ of: string; task: string; what: Move }>([
    { of: 'what is done', task: 'a2', what: { act: 'return' } },
    { of: 'what is suspended', task: 'a3', what: { act: 'resume', due: march } },
    { of: 'a target', task: 't1', what: { act: 'suspend' } },
  ])('lets nothing move any more: $of', async ({ task, what }) => {
    const world = await decided();
    await closeYear(world.ports);
    const before = world.stored(task)?.task;

    await expect(move(world, task, what)).rejects.toThrow('2022年已封账，不能再改');
    expect(world.stored(task)?.task).toEqual(before);
  });

  it('takes neither a figure nor a new item of it, but what was carried over goes on', async () => {
    const world = await decided();
    await closeYear(world.ports);
    const figures = [{ month: 12, value: dec('420'), source: '统计', why: '' }];
    const returned = returnFigures(
      { park: 'linxiang', by: 'owner-0', via: '测试' },
      [{ id: taskId('t1'), figures }],
      world.ports,
    );
    await expect(returned).rejects.toThrow('2022年已封账');
    const late = aTask({ id: 'z1', plan: 2022 });
    await expect(enterTasks('linxiang', [late], world.now(), world.ports)).rejects.toThrow(
      '2022年已封账',
    );
    expect(world.stored('z1')).toBeUndefined();

    await move(world, 'a1', { act: 'suspend' });
    expect(world.stored('a1')?.task.status).toBe('suspended');
  });

  it('goes on where it was cut short, and refuses moves in between', async () => {
    const world = await decided();
    const dying = faulty(world.ports, ({ name }) =>
      name === 'register.change' ? 'diesBefore' : undefined,
    );
    await expect(closeYear(dying)).rejects.toMatchObject({ name: 'Death' });
    expect(await closingNow(world.ports)).toMatchObject({ state: 'closing' });
    await expect(move(world, 'a2', { act: 'return' })).rejects.toThrow('2022年正在封账');
    await expect(decide(world.ports, [{ task: 't1', choice: 'awaitFigure' }])).rejects.toThrow(
      '正在封账',
    );

    expect(await closeYear(world.ports)).toMatchObject({ record: { state: 'closed' } });
    expect(world.stored('t1')?.task.yearClosed).toBe(true);
  });

  it('ends where somebody was quicker, and the year is open as it was', async () => {
    const world = await decided();
    let isMoved = false;
    // A move that began before the closing is written just after the closing began.
    const racing = faulty(world.ports, async ({ name }) => {
      if (name !== 'register.change' || isMoved) return undefined;
      isMoved = true;
      const stored = await world.register.task('linxiang', taskId('a2'));
      if (!stored) return undefined;
      const task = { ...stored.task, status: 'returned' as const };
      const lastChange = { ...stored.lastChange, id: 'quicker', version: 2, what: '退办' };
      await world.register.change(stored, { ...stored, task, version: 2, lastChange });
      return undefined;
    });
    const result = await closeYear(racing);

    expect('left' in result && result.left.map(({ task }) => task.id)).toEqual(['a2']);
    expect(await closingNow(world.ports)).toMatchObject({ state: 'open' });
    expect(world.stored('t1')).toMatchObject({ task: { status: 'inProgress' } });
    expect(world.stored('t1')?.task.yearClosed).toBeUndefined();
    expect(world.stored('t1')?.wakeAt).not.toBeNull();
    expect(await linesOfHistory(world)).toEqual(['按已有的数封账：t1', '开始封账', '撤回封账']);
  });

  it('leaves nothing silent where the year is opened again in the middle of it', async () => {
    const world = await decided();
    let isReopened = false;
    const racing = faulty(world.ports, async ({ name }) => {
      if (name !== 'register.change' || isReopened) return undefined;
      isReopened = true;
      await reopenYear(world.ports);
      return undefined;
    });

    expect(await closeYear(racing)).toMatchObject({ record: { state: 'open' } });
    expect(world.stored('t1')?.task.yearClosed).toBeUndefined();
    expect(world.stored('t1')?.wakeAt).not.toBeNull();
  });

  it('is refused to anybody but the office', async () => {
    const { ports } = await decided();
    await expect(closeYear(ports, 'owner-0')).rejects.toThrow('没有这项权限');
    await expect(reopenYear(ports, '', 'owner-0')).rejects.toThrow('没有这项权限');
  });
});

describe('opening a closed year again', () => {
  it('needs no reason for ten minutes', async () => {
    const world = await decided();
    const before = world.stored('t1')?.wakeAt;
    await closeYear(world.ports);
    world.goTo('2023-01-06 10:10');
    expect(await closingNow(world.ports)).toMatchObject({ canTakeBack: true });

    expect(await reopenYear(world.ports)).toMatchObject({ state: 'open', account: null });
    expect(world.stored('t1')?.wakeAt).toEqual(before);
    expect((await closingNow(world.ports)).asTheyAre.map(({ task }) => task.id)).toEqual(['t1']);
    expect(await linesOfHistory(world)).toEqual([
      '按已有的数封账：t1',
      '开始封账',
      '封账',
      '撤回封账',
    ]);
  });

  it('needs one later, and everything can be changed again', async () => {
    const world = await decided();
    await closeYear(world.ports);
    world.goTo('2023-01-06 10:11');
    await expect(reopenYear(world.ports)).rejects.toThrow('重新打开须写明原因');

    await reopenYear(world.ports, '统计局修订了12月的数');
    const [last] = (await world.collections.years.history('linxiang', '2022')).slice(-1);
    expect(last).toMatchObject({ what: '重新打开年度', why: '统计局修订了12月的数' });
    await move(world, 'a2', { act: 'return' });
    expect(world.stored('a2')?.task.status).toBe('returned');
    expect((await closingNow(world.ports)).lines.map(({ task }) => task.id)).toEqual(['a2']);
  });

  it('is refused of a year that is not closed', async () => {
    const { ports } = await decided();
    await expect(reopenYear(ports)).rejects.toThrow('没有封账，不用重新打开');
  });

  it('goes on where it was cut short', async () => {
    const world = await decided();
    await closeYear(world.ports);
    const dying = faulty(world.ports, ({ name }) =>
      name === 'collections.years.put' ? 'diesBefore' : undefined,
    );
    await expect(reopenYear(dying)).rejects.toMatchObject({ name: 'Death' });
    expect(await closingNow(world.ports)).toMatchObject({ state: 'closed' });

    expect(await reopenYear(world.ports)).toMatchObject({ state: 'open' });
  });
});
