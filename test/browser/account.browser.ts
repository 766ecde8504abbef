import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openViewer, pagesOfPdf, type Viewer } from '../support/browser.ts';
import { aTask } from '../support/builders.ts';
import { aPortal, samplePark } from '../support/portal.ts';
import { enterTasks } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { leaving } from '../support/years.ts';

let world: World;
let viewer: Viewer;
beforeAll(async () => {
  world = await samplePark('2023-01-06');
  const signIn = { kind: 'chooseRole', park: 'linxiang', guest: 'office' } as const;
  viewer = await openViewer(aPortal(world, { signIn }));
}, 60_000);
afterAll(() => viewer.stop());

const sheets = async (): Promise<number> => {
  const page = await viewer.page();
  await page.goto('/years/2022/account');
  const count = pagesOfPdf(await page.pdf({ preferCSSPageSize: true }));
  await page.context().close();
  return count;
};

describe('the account of a year in a real browser', { timeout: 60_000 }, () => {
  it('is printed on one sheet, and what was carried over on a second', async () => {
    expect(await sheets()).toBe(1);
    const carried = Array.from({ length: 28 }, (_, at) =>
      aTask({
        id: `x22-${at}`,
        title: `建成第${at}座消防站`,
        plan: 2023,
        carried: leaving('2022-06-30'),
      }),
    );
    await enterTasks('linxiang', carried, world.now(), world.ports);
    expect(await sheets()).toBe(2);
  });
});
