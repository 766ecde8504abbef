import { describe, expect, it } from 'vitest';
import type { YearRecord } from '../../../functions/domain/years/year-record.ts';
import { readFigures } from '../../../functions/flows/targets/read-figures.ts';
import { aStoredTask, aTask, contactsOf, day } from '../../support/builders.ts';
import { aStep, bond, wan } from '../../support/figures.ts';
import { deskOf, emptyPark, PARK } from '../../support/plans.ts';
import { bookSteps, enterFigures } from '../../support/requests.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

async function putYear(world: World, state: YearRecord['state']): Promise<void> {
  const value = {
    id: '2022',
    park: PARK,
    year: 2022,
    state,
    asTheyAre: [],
    closedAt: world.now(),
    account: null,
  };
  const { lastChange } = aStoredTask();
  await world.collections.years.put(undefined, { value, version: 1, lastChange });
}

describe('a closed year', () => {
  it('takes no booking of its money', async () => {
    const world = newWorld();
    world.goTo('2022-06-15 08:00');
    const promise = { id: 'bond', kind: 'funding', leadUnit: '财政金融局' } as const;
    const bonds = aTask({ ...promise, due: null, duePrecision: 'none' });
    await settleIn(world, [bonds], contactsOf('财政金融局'));
    const step = aStep({ stage: 'reviewed', planned: day('2022-06-22') });
    const none = { targets: [], projects: [], enterprises: [] };
    const figures = { ...none, instruments: [bond], steps: [step] };
    await enterFigures(PARK, figures, world.now(), world.ports);
    world.goTo('2023-01-09 10:00');
    await putYear(world, 'closed');
    const done = { ...step, doneOn: day('2022-12-30'), amountFen: wan(5000), note: '专家组通过' };
    const booking = bookSteps(
      { park: PARK, by: 'owner-0', via: '测试' },
      [done],
      await readFigures(PARK, world.ports),
      world.ports,
    );

    await expect(booking).rejects.toThrow('2022年已封账，不能再改');
    expect((await world.collections.steps.find(PARK, step.id))?.value).toEqual(step);
  });

  it.each([
    { state: 'closed', says: '2022年已封账，不能再改' },
    { state: 'closing', says: '2022年正在封账，不能再改' },
  ] as const)('takes no publication: $state', async ({ state, says }) => {
    const world = await emptyPark();
    const desk = deskOf(world);
    const id = await desk.decided();
    world.goTo('2023-01-09 10:00');
    await putYear(world, state);

    await expect(desk.publish(id)).rejects.toThrow(says);
    expect((await desk.readOf(id)).kept.value.state).toBe('open');
  });
});
