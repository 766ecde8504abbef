import { describe, expect, it } from 'vitest';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import { openPark } from '../../../functions/flows/tasks/open-park.ts';
import { planTasks } from '../../../functions/flows/wake/plan-wakes.ts';
import { readSample } from '../../../functions/local/sample.ts';
import { withSampleNodes } from '../../../functions/local/sample-nodes.ts';
import { aPark, rules } from '../../support/builders.ts';
import { putContacts } from '../../support/contacts.ts';
import { enterTasks } from '../../support/requests.ts';
import { newWorld } from '../../support/world.ts';

describe('a register that is entered with divided works', () => {
  it('is planned as it stands, so that the first walk repairs nothing', async () => {
    const world = newWorld();
    world.goTo('2022-06-15 07:00');
    const { contacts, tasks } = await readSample(world.now());
    await openPark(aPark(), world.ports);
    await putContacts('linxiang', contacts, world.ports);
    const all = await withSampleNodes(tasks, world.now(), rules);
    expect(all.length).toBeGreaterThan(tasks.length);
    await enterTasks('linxiang', all, world.now(), world.ports);
    const walked = await planTasks(await openContext('linxiang', world.ports));
    expect(walked).toMatchObject({ watched: tasks.length, repaired: 0 });
  });
});
