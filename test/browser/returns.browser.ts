import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openViewer, overflowOf, type Viewer, violationsOf } from '../support/browser.ts';
import { aPortal, linkTo, samplePark } from '../support/portal.ts';
import type { World } from '../support/world.ts';

const SCREENSHOTS = 'test/browser/screenshots';

const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1366, height: 657 },
  { width: 1920, height: 1080 },
];

let world: World;
let viewer: Viewer;
beforeAll(async () => {
  world = await samplePark('2022-06-15', '2022-07-21');
  const signIn = { kind: 'chooseRole', park: 'linxiang', guest: 'zhaoshang-owner' } as const;
  viewer = await openViewer(aPortal(world, { signIn }));
}, 60_000);
afterAll(() => viewer.stop());

const form = (): string => `${linkTo(world, 'zhaoshang-owner')}/returns`;

describe('the form of returns', { timeout: 60_000 }, () => {
  it.each(sizes)('keeps within a window of $width, and breaks no rule of axe', async (viewport) => {
    const page = await viewer.page({ viewport });
    const looked = async (name: string): Promise<void> => {
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(await violationsOf(page)).toEqual([]);
      await page.screenshot({
        path: `${SCREENSHOTS}/${name}-${viewport.width}.png`,
        fullPage: true,
      });
    };
    await page.goto(form());
    await looked('returns');
    await page.getByRole('button', { name: /^其余/ }).click();
    await looked('returns-check');
    await page.goto('/returns');
    await looked('returns-desk');
  });
});
