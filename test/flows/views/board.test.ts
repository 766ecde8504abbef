import { beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import { readBoard } from '../../../functions/flows/views/board.ts';
import { desk, PARK } from '../../stories/desk.ts';
import type { World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await desk();
});

async function boardOf(id: string): Promise<Awaited<ReturnType<typeof readBoard>>> {
  const run = await openContext(PARK, world.ports);
  const viewer = run.directory.contact(id) as Contact;
  return readBoard(run, viewer);
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
});
