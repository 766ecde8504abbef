import { beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import {
  type Call,
  type FaultMode,
  type FaultPlan,
  faulty,
  isBetweenPublishAndMark,
} from '../support/faults.ts';
import { wake } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { friday, sheetsOf } from './friday.ts';

/** A Monday morning under `plan`, with the sweeps that follow. */
async function monday(plan: FaultPlan): Promise<World> {
  const LAG = 3;
  const world = await friday(LAG);
  world.goTo('2022-06-20 08:00');
  await wake('linxiang', faulty(world.ports, plan)).catch(() => undefined);
  for (const time of ['2022-06-20 08:30', '2022-06-20 09:30', '2022-06-21 08:00']) {
    world.goTo(time);
    await sweep(world.ports);
  }
  return world;
}

describe('when any one outside call of that morning fails', () => {
  const MODES: readonly FaultMode[] = ['throws', 'losesAnswer', 'diesBefore', 'diesAfter'];
  const once = ['06-20 2022-W25 leader', '06-20 2022-W25 principal'];
  const calls: Call[] = [];
  beforeAll(async () => {
    const world = await monday((call) => {
      calls.push(call);
      return undefined;
    });
    expect(sheetsOf(world)).toEqual(once);
    expect(new Set(calls.map(({ name }) => name))).toEqual(
      new Set([
        'register.park',
        'register.directory',
        'register.due',
        'register.tasks',
        'register.oldPlans',
        'collections.sources.all',
        'register.watch',
        'register.putWatch',
        'ledger.read',
        'ledger.write',
        'ledger.between',
        'clock.ensureSlot',
        'messenger.publish',
        'collections.targets.all',
        'collections.instruments.all',
        'collections.steps.all',
      ]),
    );
  });

  it.each(MODES)(
    'no sheet is lost and none comes twice: it %s',
    async (mode) => {
      const found: string[] = [];
      for (const call of calls) {
        const { number, name } = call;
        const world = await monday((each) => (each.number === number ? mode : undefined));
        const told = sheetsOf(world);
        const seen = isBetweenPublishAndMark(call, mode) ? [...new Set(told)] : told;
        if (seen.join() !== once.join()) found.push(`${number} ${name}: ${told.join()}`);
      }
      expect(found).toEqual([]);
    },
    60_000,
  );
});
