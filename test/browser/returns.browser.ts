import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openViewer, overflowOf, type Viewer, violationsOf } from '../support/browser.ts';
import { aPortal } from '../support/portal.ts';
import { ASKED, askedPark } from '../support/returns.ts';

const SCREENSHOTS = 'test/browser/screenshots';

const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1366, height: 657 },
  { width: 1920, height: 1080 },
];

let form: string;
let viewer: Viewer;
beforeAll(async () => {
  const park = await askedPark();
  form = park.form;
  const signIn = { kind: 'chooseRole', park: 'linxiang', guest: 'owner-0' } as const;
  viewer = await openViewer(aPortal(park.world, { signIn }));
}, 60_000);
afterAll(() => viewer.stop());

describe('the form of returns', { timeout: 60_000 }, () => {
  it.each(sizes)('keeps within a window of $width, and breaks no rule of axe', async (viewport) => {
    const page = await viewer.page({ viewport });
    const looked = async (name: string): Promise<void> => {
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(await violationsOf(page)).toEqual([]);
      const path = `${SCREENSHOTS}/${name}-${viewport.width}.png`;
      await page.screenshot({ path, fullPage: true });
    };
    await page.goto(form);
    await looked('returns');
    await page.locator(`[name="a-${ASKED.late}"][value="go"]`).check();
    await page.locator(`[name="p-${ASKED.late}"]`).fill('150');
    await page.locator(`[name="v-${ASKED.sum}-5"]`).fill('1083');
    await page.getByRole('button', { name: /项都无变化$/ }).click();
    await looked('returns-check');
    await page.getByRole('button', { name: '回去改' }).click();
    expect(await page.locator(`[name="v-${ASKED.sum}-5"]`).inputValue()).toBe('1083');
    await page.getByRole('button', { name: '提交填好的' }).click();
    await looked('returns-problems');
    await page.goto('/returns');
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `${SCREENSHOTS}/returns-desk-${viewport.width}.png` });
  });

  it('works with the keyboard alone, and says at the end that all is there', async () => {
    const page = await viewer.page();
    await page.goto(form);
    await page.locator(`[name="v-${ASKED.sum}-5"]`).fill('131.5');
    await page.locator(`[name="v-${ASKED.series}-4"]`).fill('1');
    await page.locator(`[name="v-${ASKED.series}-5"]`).fill('3');
    await page.locator(`[name="a-${ASKED.late}"]`).first().focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '没填的都无变化，一起交' }).press('Enter');
    await page.getByRole('button', { name: /^对，交这/ }).press('Enter');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('6月反馈已交齐');
    expect(await violationsOf(page)).toEqual([]);
    await page.screenshot({ path: `${SCREENSHOTS}/returns-done.png` });
  });
});
