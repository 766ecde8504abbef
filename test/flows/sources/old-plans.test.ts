import { beforeEach, describe, expect, it } from 'vitest';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import { originOf } from '../../../functions/flows/sources/origin-of-task.ts';
import { aTask } from '../../support/builders.ts';
import { deskOf, emptyPark, P22, SMALL_PLAN } from '../../support/plans.ts';
import { enterTasks } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

const PARK = 'linxiang';
const QUOTE = '安环局要在9月底前完成应急预案修订';

const plan = {
  pk: `park#${PARK}`,
  sk: 'plan#2022',
  park: PARK,
  year: 2022,
  title: '2022年工作计划',
  text: SMALL_PLAN,
  areas: ['安全环保', '招商引资', '项目建设'],
};

let world: World;
beforeEach(async () => {
  world = await emptyPark();
  await world.items.put(plan);
  const { source: _, ...old } = { ...aTask({ id: 'p22-002', quote: QUOTE }), source: undefined };
  await enterTasks(PARK, [old], world.now(), world.ports);
});

const runOf = () => openContext(PARK, world.ports);

describe('a plan that was stored before sources were records', () => {
  it('is the source of its tasks, with its text', async () => {
    const run = await runOf();
    expect(await run.sources()).toMatchObject([
      { id: 'p22', kind: 'annualPlan', title: plan.title, areas: plan.areas },
    ]);
    expect(await originOf(run, aTask({ id: 'p22-002', quote: QUOTE }))).toMatchObject({
      passage: { quote: QUOTE },
      isEarlier: false,
    });
  });

  it('becomes a record with its next version, and keeps the first text', async () => {
    const desk = deskOf(world);
    const next = SMALL_PLAN.replace('应急预案修订', '应急预案全面修订');
    await desk.publish(await desk.decided(next, P22));
    const run = await runOf();
    const [source, ...others] = await run.sources();
    expect(others).toEqual([]);
    expect(source?.versions.map(({ number }) => number)).toEqual([1, 2]);
    const task = aTask({ id: 'p22-002', quote: QUOTE });
    expect(await originOf(run, task)).toMatchObject({ isEarlier: true });
  });

  it('can be exported and restored as it lay', async () => {
    const restored = await emptyPark();
    await restored.items.put(plan);
    const run = await openContext(PARK, restored.ports);
    expect((await run.sources()).map(({ id }) => id)).toEqual(['p22']);
  });
});
