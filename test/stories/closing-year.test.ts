import { beforeAll, describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { type Board, readBoard } from '../../functions/flows/views/board.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { aTask, day } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { changeTask } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { closeYear, decide, januaryPark, reopenYear, yearsTasks } from '../support/year-end.ts';
import { live } from './climbing.ts';

const PARK = 'linxiang';

/** The keys of the notices of a task, with the day: `01-09 owner-0 due`. */
const toldOf = (world: World, task: string, from = '2022-12-20'): readonly string[] =>
  world.deliveries
    .filter(({ at, key }) => key.startsWith(`${task}/`) && at.slice(0, 10) >= from)
    .map(({ at, contact, key }) => `${at.slice(5, 10)} ${contact} ${key.split('/')[1] ?? ''}`);

const boardOf = async (world: World, year: number): Promise<Board> => {
  const run = await openContext(PARK, world.ports);
  const office = run.contacts.find(({ role }) => role === 'office');
  if (!office) throw new Error('there is no office');
  return readBoard(run, office, year);
};

const idsOf = (rows: Board['rows']): readonly string[] => rows.map(({ task }) => task.id);

describe('a year that is closed in January', () => {
  let world: World;
  let asked: readonly string[];
  beforeAll(async () => {
    world = await januaryPark(
      [...yearsTasks, aTask({ id: 'b1', due: day('2022-12-20'), plan: 2022 })],
      11,
      defaultPolicy,
    );
    await live(world, '2023-01-03', '2023-01-06');
    asked = toldOf(world, 't1', '2023-01-03');
    world.goTo('2023-01-06 10:00');
    await decide(world.ports, [
      { task: 'a1', choice: 'carryOver', due: day('2023-03-31') },
      { task: 'b1', choice: 'suspend', why: '并入明年的项目' },
      { task: 't1', choice: 'asItIs' },
    ]);
    await closeYear(world.ports);
  });

  it('asked for its last period on the first working day of January', () => {
    expect(asked).toContain('01-03 owner-0 return-2023-01-20-2');
  });

  it('tells what was decided, and nothing else of it', async () => {
    await live(world, '2023-01-09', '2023-02-28', async () => {
      await sweep(world.ports);
    });
    expect(toldOf(world, 't1', '2023-01-07')).toEqual([]);
    expect(toldOf(world, 'a3', '2023-01-07')).toEqual([]);
    expect(toldOf(world, 'b1', '2023-01-07')).toEqual(['01-09 owner-0 ruling-1']);
    expect(toldOf(world, 'a1', '2023-01-07')[0]).toBe('01-09 owner-0 ruling-1');
  });

  it('has no number in the new year, nor the new year in it', async () => {
    await changeTask(
      { park: PARK, task: taskId('a1'), by: 'owner-0', why: '', via: '测试' },
      { act: 'submit' },
      world.ports,
    );
    const [old, current] = [await boardOf(world, 2022), await boardOf(world, 2023)];

    expect(idsOf(old.rows)).toEqual(['a1', 'a2', 'a3', 'b1', 't1']);
    expect(old.rows[0]?.task).toMatchObject({
      status: 'inProgress',
      due: day('2022-12-15'),
      doneOn: null,
    });
    expect(idsOf(current.rows)).toEqual(['a1']);
    expect(current.rows[0]?.task).toMatchObject({
      status: 'pendingReview',
      due: day('2023-03-31'),
      originalDue: day('2022-06-30'),
    });
    expect(current.earlier).toEqual([]);
    expect(current.years.earlier).toBe(0);
  });

  it('asks again once it is opened again', async () => {
    world.goTo('2023-03-01 10:00');
    await reopenYear(world.ports, '统计局修订了12月的数');
    await live(world, '2023-03-02', '2023-03-10');

    expect(toldOf(world, 't1', '2023-03-01')).not.toEqual([]);
    expect((await boardOf(world, 2023)).earlier.map(({ task }) => task.id)).toEqual([
      'a3',
      'b1',
      't1',
    ]);
  });
});
