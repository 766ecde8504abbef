import { describe, expect, it } from 'vitest';
import { followUnits } from '../../functions/flows/contacts/follow-units.ts';
import { renameUnit } from '../../functions/flows/contacts/rename-unit.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { readBoard } from '../../functions/flows/views/board.ts';
import { day } from '../support/builders.ts';
import { contactId } from '../support/ids.ts';
import type { World } from '../support/world.ts';
import { closeYear, decide, januaryPark, reopenYear } from '../support/year-end.ts';
import { live } from './climbing.ts';

/** 2022 is closed; on 10 January 2023, 安环局 becomes `to`. */
async function renamed(to: string): Promise<World> {
  const world = await januaryPark();
  await decide(world.ports, [
    { task: 'a1', choice: 'carryOver', due: day('2023-03-31') },
    { task: 't1', choice: 'asItIs' },
  ]);
  await closeYear(world.ports);
  world.goTo('2023-01-10 10:00');
  const [owner, unitHead] = [contactId('owner-1'), contactId('head-1')];
  const heads = to === '招商局' ? { owner, unitHead } : {};
  const wish = { unit: '安环局', to, on: day('2023-01-10'), why: '机构改革', heads };
  const request = { park: 'linxiang', by: 'office', via: '测试' };
  await renameUnit(await openContext('linxiang', world.ports), request, wish);
  await followUnits(await openContext('linxiang', world.ports));
  return world;
}

/** The tasks of a year as the office sees them: `id unit status`. */
async function shown(world: World, year: number): Promise<readonly string[]> {
  const run = await openContext('linxiang', world.ports);
  const office = run.contacts.find(({ id }) => id === 'office');
  if (!office) throw new Error('there is no office');
  const { rows } = await readBoard(run, office, year);
  return rows.map(({ task }) => `${task.id} ${task.leadUnit} ${task.status}`);
}

const asClosed = [
  'a1 安环局 inProgress',
  'a2 安环局 closed',
  'a3 安环局 suspended',
  't1 安环局 inProgress',
];

const saidToOwners = (world: World): string =>
  world.messages
    .filter(({ contact }) => contact.startsWith('owner'))
    .map(({ text }) => text)
    .join('\n');

describe('a unit that is renamed after a year was closed', () => {
  it('keeps its old name there, and is notified of the work that goes on', async () => {
    const world = await renamed('应急局');
    await live(world, '2023-01-11', '2023-01-12');

    expect(await shown(world, 2022)).toEqual(asClosed);
    expect(await shown(world, 2023)).toEqual(['a1 应急局 inProgress']);
    expect(saidToOwners(world)).toContain('原安环局的1项工作由贵单位继续负责');
  });

  it('has its new name there once the year is opened again', async () => {
    const world = await renamed('应急局');
    await reopenYear(world.ports, '补报数据');

    expect(world.stored('t1')?.task.owner).toBe('owner@应急局');
    expect(world.stored('a3')?.task.leadUnit).toBe('应急局');
  });
});

describe('a unit that is merged after a year was closed', () => {
  it('hands over what goes on, and the rest once the year is opened again', async () => {
    const world = await renamed('招商局');
    await live(world, '2023-01-11', '2023-01-12');
    expect(await shown(world, 2022)).toEqual(asClosed);
    expect(saidToOwners(world)).toContain('原安环局的1项工作现由贵单位负责');
    expect(saidToOwners(world)).not.toContain('技工贸总收入');

    await reopenYear(world.ports, '补报数据');
    expect(world.stored('t1')?.task).toMatchObject({
      owner: 'owner@招商局',
      status: 'pendingAcceptance',
    });
    await live(world, '2023-01-13', '2023-01-16');
    expect(saidToOwners(world)).toContain('交办：这项工作现交由招商局负责。');
  });
});
