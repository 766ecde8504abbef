import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openViewer, overflowOf, type Viewer, violationsOf } from '../support/browser.ts';
import { aPortal, samplePark } from '../support/portal.ts';
import type { World } from '../support/world.ts';

let world: World;
let viewer: Viewer;
beforeEach(async () => {
  world = await samplePark('2022-06-15');
  viewer = await openViewer(aPortal(world));
}, 60_000);
afterEach(() => viewer.stop());

async function asOffice(width = 1366): Promise<Page> {
  const page = await viewer.page({ viewport: { width, height: 900 } });
  await page.goto('/sign-in');
  await page.getByLabel('岗位').selectOption({ label: '园区办（督查室）' });
  await page.getByRole('button', { name: '进入' }).click();
  return page;
}

describe('many tasks at once', { timeout: 90_000 }, () => {
  it('dates 50 tasks in six clicks and fields', async () => {
    const page = await asOffice();
    await page.goto('/items/dates');
    let acts = 0;
    const act = async (done: Promise<unknown>): Promise<void> => {
      await done;
      acts += 1;
    };
    await act(page.getByLabel('选择全部').check());
    await act(page.getByLabel('给勾选的填同一天').fill('10月31日'));
    await act(page.getByRole('button', { name: '填入勾选的' }).click());
    await act(page.getByLabel('原因（必填）').fill('会议核定'));
    await act(page.getByRole('button', { name: '预览' }).click());
    await act(page.getByRole('button', { name: '确认核定期限' }).click());
    await page.getByRole('status').filter({ hasText: '已办理' }).waitFor();
    expect(acts).toBe(6);
    const dated = ['p22-012', 'p22-014', 'p22-016'].map((id) => world.stored(id)?.task.due);
    expect(dated.map(String)).toEqual(['2022-10-31', '2022-10-31', '2022-10-31']);
    const all = await Array.fromAsync(world.register.tasks('linxiang'));
    const moved = all.filter((each) => 'task' in each && String(each.task.due) === '2022-10-31');
    expect(moved.length).toBeGreaterThanOrEqual(50);
  });

  it('takes a pasted column downwards, Enter to the next row, and Ctrl+D as above', async () => {
    const page = await asOffice();
    await page.goto('/items/dates');
    const fields = page.locator('input[name=due]');
    await fields.nth(0).focus();
    await page.evaluate(`{
      const data = new DataTransfer();
      data.setData('text/plain', '7月31日\\n2022-8-31\\n9/30\\n');
      document.activeElement.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }`);
    await fields.nth(2).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+d');
    const values = await Promise.all([0, 1, 2, 3].map((at) => fields.nth(at).inputValue()));
    expect(values).toEqual(['7月31日', '2022-8-31', '9/30', '9/30']);
  });

  it('chooses a range with Shift, and shows the acts once something is chosen', async () => {
    const page = await asOffice();
    await page.goto('/items');
    const boxes = page.locator('input[name=task]');
    expect(await page.getByText('所选事项').isVisible()).toBe(false);
    await boxes.nth(1).click();
    await boxes.nth(5).click({ modifiers: ['Shift'] });
    expect(await page.getByText('已选5项').isVisible()).toBe(true);
  });

  it.each([360, 1366])('fits a window of %i pixels, for everybody', async (width) => {
    const page = await asOffice(width);
    for (const path of ['/items', '/items?all=yes&unit=安环局', '/items/dates', '/units']) {
      await page.goto(path);
      expect([path, await overflowOf(page)]).toEqual([path, 0]);
      expect([path, await violationsOf(page)]).toEqual([path, []]);
    }
    await page.goto('/items?unit=安环局');
    await page.locator('input[name=task]').first().check();
    await page.getByLabel('催办').check();
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByLabel('催办的话').fill('请本周逐项说明进展');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '预览' }).click();
    expect([await overflowOf(page), await violationsOf(page)]).toEqual([0, []]);
    await page.getByRole('button', { name: '确认催办' }).click();
    await page.getByRole('status').filter({ hasText: '已办理' }).waitFor();
    expect([await overflowOf(page), await violationsOf(page)]).toEqual([0, []]);
  });
});
