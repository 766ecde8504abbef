import { expect, it } from 'vitest';
import { DamagedRecord } from '../../../functions/domain/base/faults.ts';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { measuredTask } from '../../../functions/flows/context/measured-task.ts';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import type { ParkContext } from '../../../functions/flows/context/park-context.ts';
import { moneyNotes } from '../../../functions/flows/funding/money-words.ts';
import { readBoard } from '../../../functions/flows/views/board.ts';
import { aStoredTask, aTask, contactsOf } from '../../support/builders.ts';
import { aTarget } from '../../support/figures.ts';
import { newWorld, settleIn } from '../../support/world.ts';

const TARGET = aTask({ id: 'p22-001', kind: 'target' });

/** A run of a park in which one enterprise and one stage of money cannot be read. */
async function aRun(): Promise<ParkContext> {
  const world = newWorld();
  world.goTo('2022-06-15 08:00');
  await settleIn(world, [TARGET], contactsOf('安环局'));
  const { lastChange } = aStoredTask();
  const value = aTarget({ countedFrom: { list: 'enterprises' } });
  await world.ports.collections.targets.put(undefined, { value, version: 1, lastChange });
  const { collections } = world.ports;
  const withDamaged = <Of extends { all: unknown }>(collection: Of, key: string): Of => ({
    ...collection,
    all: async () => [new DamagedRecord(key)],
  });
  return openContext('linxiang', {
    ...world.ports,
    collections: {
      ...collections,
      enterprises: withDamaged(collections.enterprises, 'enterprise#1'),
      steps: withDamaged(collections.steps, 'step#1'),
    },
  });
}

it('reports a damaged list wherever it is counted', async () => {
  const board = await aRun();
  await readBoard(board, board.directory.contact('office') as Contact, undefined);
  expect(board.report.damaged).toEqual(['enterprise#1']);
  const decision = await aRun();
  await measuredTask(decision, TARGET);
  expect(decision.report.damaged).toEqual(['enterprise#1']);
});

it('reports a damaged funding stage wherever funding is reported', async () => {
  const run = await aRun();
  await moneyNotes(run, TARGET, run.directory.contact('office') as Contact);
  expect(run.report.damaged).toEqual(['step#1']);
});
