import { beforeAll, describe, expect, it } from 'vitest';
import { aTask, contactsOf, day } from '../support/builders.ts';
import { aPortal, signedInAs } from '../support/portal.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = newWorld();
  world.goTo('2022-06-15 08:00');
  const closed = { id: 'closed', status: 'closed', doneOn: day('2022-06-29') } as const;
  await settleIn(world, [aTask(), aTask(closed)], contactsOf('安环局'));
});

const pageAt = async (local: string, path: string): Promise<string> => {
  world.goTo(local);
  return (await signedInAs('office', aPortal(world))).text(path);
};

describe('a lamp', () => {
  it.each([
    { local: '2022-06-30 08:00', red: 0 },
    { local: '2022-06-30 23:59', red: 0 },
    { local: '2022-07-01 00:00', red: 1 },
    { local: '2022-07-01 08:01', red: 1 },
  ])('is red from the midnight of the park on: $local', async ({ local, red }) => {
    expect(await pageAt(local, '/')).toContain(`红灯 ${red} 项`);
  });

  it('of what is closed is never red, nor counts days', async () => {
    expect(await pageAt('2022-07-20 08:00', '/items?lamp=red')).not.toContain('/items/closed');
    const row = /\/items\/closed.*?<\/tr>/s.exec(await pageAt('2022-07-20 08:00', '/items'))?.[0];
    expect(row).toBeDefined();
    expect(row).not.toMatch(/逾期\d|还有\d/);
  });
});
