import { describe, expect, it } from 'vitest';
import { deskOf, emptyPark } from '../../support/plans.ts';
import { wake } from '../../support/requests.ts';

const PARK = 'linxiang';

describe('a publication in speaking time', () => {
  it('hands over as a whole by the minute it began, and what is left later follows its own', async () => {
    const world = await emptyPark();
    const desk = deskOf(world);
    world.goTo('2022-01-18 10:00');
    const id = await desk.decided();
    await desk.publish(id, 1);
    const wakes = (): readonly string[] =>
      desk.registered().map((task) => world.stored(task)?.wakeAt?.toString() ?? '');
    world.goTo('2022-01-18 10:04');
    await desk.publish(id, 1);
    expect(wakes()).toEqual(['2022-01-18T02:10:00Z', '2022-01-18T02:10:00Z']);
    world.goTo('2022-01-18 10:10');
    await wake(PARK, world.ports);
    world.goTo('2022-01-18 11:00');
    expect(await desk.publish(id, 1)).toEqual({ registered: 3, left: 0 });
    world.goTo('2022-01-18 11:10');
    await wake(PARK, world.ports);
    const handed = world.deliveries.filter(({ key }) => key.includes('assigned'));
    expect(handed.map(({ at, key }) => `${at} ${key.split('/')[0]}`)).toEqual([
      '2022-01-18T02:10:00Z p22-001',
      '2022-01-18T02:10:00Z p22-002',
      '2022-01-18T03:10:00Z p22-003',
    ]);
  });
});
