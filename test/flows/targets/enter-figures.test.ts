import { beforeEach, describe, expect, it } from 'vitest';
import type { ParkFigures } from '../../../functions/domain/funding/park-figures.ts';
import { readFigures } from '../../../functions/flows/targets/read-figures.ts';
import { sweep } from '../../../functions/flows/wake/sweep.ts';
import { aTask, contactsOf, day } from '../../support/builders.ts';
import { aProject, aStep, aTarget, bond } from '../../support/figures.ts';
import { enterFigures } from '../../support/requests.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const promise = aTask({
  id: 'bond',
  kind: 'funding',
  leadUnit: '财政金融局',
  due: null,
  duePrecision: 'none',
});
const reviewed = aStep({ stage: 'reviewed', planned: day('2022-06-22') });
const figures: ParkFigures = {
  targets: [aTarget()],
  projects: [aProject('a', 12, '2022-03-01')],
  enterprises: [{ id: 'e', park: 'linxiang', name: '某企业', enteredOn: day('2022-02-01') }],
  instruments: [bond],
  steps: [aStep({ doneOn: day('2022-04-28') }), reviewed],
};

describe('figures that are entered', () => {
  let world: World;

  beforeEach(async () => {
    world = newWorld();
    world.goTo('2022-06-15 08:00');
    await settleIn(world, [promise], contactsOf('财政金融局'));
    await enterFigures('linxiang', figures, world.now(), world.ports);
  });

  it('are stored, with the tasks they belong to', async () => {
    const read = await readFigures('linxiang', world.ports);
    expect(read.figures).toEqual(figures);
    expect([...read.tasks.keys()]).toEqual(['bond', reviewed.id]);
    expect(read.damaged).toEqual([]);
  });

  it('twice change nothing', async () => {
    await enterFigures(
      'linxiang',
      { ...figures, targets: [aTarget({ name: '别的' })] },
      world.now(),
      world.ports,
    );
    const read = await readFigures('linxiang', world.ports);
    expect(read.figures).toEqual(figures);
    expect(await world.collections.targets.history('linxiang', 'p22-001')).toHaveLength(1);
  });

  it('give each step that is still to be done the ladder of a task, for the posts of its promise', async () => {
    const { task } = world.stored(reviewed.id) ?? {};
    expect(task).toMatchObject({
      title: '化工企业退出转型升级发展项目评审（政府专项债券）',
      kind: 'funding',
      duePrecision: 'set',
      amountFen: reviewed.amountFen,
      leadUnit: '财政金融局',
    });
    world.goTo('2022-06-22 08:20');
    await sweep(world.ports);
    expect(world.deliveries.map(({ contact, key }) => `${contact} ${key}`)).toContain(
      `owner-0 ${reviewed.id}/due/owner@财政金融局/2022-06-22`,
    );
  });
});
