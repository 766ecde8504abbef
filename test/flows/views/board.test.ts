import { beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import { readBoard } from '../../../functions/flows/views/board.ts';
import { desk, PARK } from '../../stories/desk.ts';
import { aTask, day } from '../../support/builders.ts';
import { enterTasks } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await desk();
});

async function boardOf(id: string, asked?: number): Promise<Awaited<ReturnType<typeof readBoard>>> {
  const run = await openContext(PARK, world.ports);
  const viewer = run.directory.contact(id) as Contact;
  return readBoard(run, viewer, asked);
}

describe('the board', () => {
  it('has every task for the office, each with its lamp of this instant', async () => {
    const { rows } = await boardOf('office');
    expect(rows.map(({ task, lamp }) => `${task.id} ${lamp.colour}`).toSorted()).toEqual([
      'bond none',
      'p22-001 unreported',
      'red red',
      'soon yellow',
      'twin red',
    ]);
  });

  it('has only the tasks of their unit, and their targets, for an owner', async () => {
    const { rows, targets } = await boardOf('owner-0');
    expect(rows.map(({ task }) => task.id).toSorted()).toEqual(['p22-001', 'red']);
    expect(targets.map(({ id }) => id)).toEqual(['p22-001']);
    expect((await boardOf('owner-1')).targets).toEqual([]);
  });

  it('knows no source where none is stored', async () => {
    expect(await boardOf('office')).toMatchObject({ year: 2022, sources: [] });
  });

  it('is of one year, with the open tasks of earlier years apart', async () => {
    const of = (id: string, plan: number, over = {}) => aTask({ id, plan, ...over });
    const others = [
      of('old', 2021),
      of('over', 2021, { status: 'closed' }),
      of('next', 2023, { start: day('2023-01-01') }),
    ];
    await enterTasks(PARK, others, world.now(), world.ports);
    const idsOf = async (asked?: number): Promise<Readonly<Record<string, readonly string[]>>> => {
      const { rows, earlier } = await boardOf('office', asked);
      const ids = (list: typeof rows) => list.map(({ task }) => task.id).toSorted();
      return { own: ids(rows), earlier: ids(earlier) };
    };
    const own = ['bond', 'p22-001', 'red', 'soon', 'twin'];
    expect(await idsOf()).toEqual({ own, earlier: ['old'] });
    expect(await idsOf(2021)).toEqual({ own: ['old', 'over'], earlier: [] });
    // Nothing of this year is old because a plan of the next one is looked at.
    expect(await idsOf(2023)).toEqual({ own: ['next'], earlier: ['old'] });
    const { years } = await boardOf('office');
    expect(years).toEqual({
      year: 2022,
      choices: [
        { year: 2023, count: 1 },
        { year: 2022, count: 5 },
        { year: 2021, count: 2 },
      ],
      earlier: 1,
      closed: new Map(),
    });
  });

  it('asks once in a run which years are closed, and not at all where all is of this year', async () => {
    let asked = 0;
    const { years } = world.collections;
    const all: typeof years.all = (park) => {
      asked += 1;
      return years.all(park);
    };
    const collections = { ...world.collections, years: { ...years, all } };
    const readTwice = async (): Promise<void> => {
      const run = await openContext(PARK, { ...world.ports, collections });
      const office = run.directory.contact('office') as Contact;
      for (const year of [2021, 2022]) await readBoard(run, office, year);
    };
    await readTwice();
    expect(asked).toBe(0);
    await enterTasks(PARK, [aTask({ id: 'old', plan: 2021 })], world.now(), world.ports);
    await readTwice();
    expect(asked).toBe(1);
  });
});
