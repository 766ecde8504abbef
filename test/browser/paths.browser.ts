import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openViewer, phone, type Viewer, violationsOf } from '../support/browser.ts';
import { aPortal, linkTo, samplePark } from '../support/portal.ts';
import type { World } from '../support/world.ts';

const TASK = 'p22-071';

let world: World;
let viewer: Viewer;
beforeEach(async () => {
  world = await samplePark('2022-06-15', '2022-06-30', '2022-07-01');
  viewer = await openViewer(aPortal(world));
}, 60_000);
afterEach(() => viewer.stop());

/** Presses Tab until what has the focus says `name`, and answers how its focus is drawn. */
async function tabTo(page: Page, name: string): Promise<string> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const words = (await focused.count()) > 0 ? await focused.first().innerText() : '';
    if (words.includes(name)) {
      return page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
    }
  }
  throw new Error(`${name} cannot be reached by Tab`);
}

/** Waits until the page says what the last press did. */
const said = (page: Page, words: string): Promise<void> =>
  page.getByRole('status').filter({ hasText: words }).waitFor();

async function signIn(page: Page, post: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('岗位').selectOption({ label: post });
  await page.getByRole('button', { name: '进入' }).click();
}

describe('the owner, on a phone', { timeout: 60_000 }, () => {
  it('signs by one tap and reports by three more, without scripts', async () => {
    const page = await viewer.page({ viewport: phone, javaScriptEnabled: false, hasTouch: true });
    await page.goto(linkTo(world, 'anhuan-owner'));
    await page.getByRole('button', { name: '签收' }).tap();
    await said(page, '已签收');
    await page.getByRole('radio', { name: '推进中' }).tap();
    await page.getByRole('radio', { name: '10%' }).tap();
    await page.getByRole('button', { name: '提交' }).tap();
    await said(page, '已收到进展');
    expect(world.stored(TASK)?.task.progress).toBe(10);
  });

  it('asks for more time, and is told what is missing where it is missing', async () => {
    const page = await viewer.page({ viewport: phone });
    await page.goto(linkTo(world, 'anhuan-owner'));
    expect(await page.getByLabel('希望延到').isVisible()).toBe(false);
    await page.getByRole('radio', { name: '要延期' }).click();
    await page.getByLabel('希望延到').fill('2022-07-31');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toContain('有错误：');
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.getByLabel('希望延到').inputValue()).toBe('2022-07-31');
    await page.getByRole('textbox', { name: '说明' }).fill('设备未到');
    await page.getByRole('button', { name: '提交' }).click();
    await said(page, '已提交延期申请');
  });

  it('signs with nothing but the keyboard, and sees where it is', async () => {
    const page = await viewer.page({ viewport: phone });
    await page.goto(linkTo(world, 'anhuan-owner'));
    expect(await tabTo(page, '签收')).toBe('solid');
    await page.keyboard.press('Enter');
    await said(page, '已签收');
  });

  it('reports with nothing but the keyboard', async () => {
    const page = await viewer.page({ viewport: phone });
    await page.goto(linkTo(world, 'anhuan-owner'));
    await page.getByRole('radio', { name: '推进中' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('radio', { name: '10%' }).isChecked()).toBe(true);
    expect(await tabTo(page, '提交')).toBe('solid');
    await page.keyboard.press('Enter');
    await said(page, '已收到进展');
    expect(world.stored(TASK)?.task.progress).toBe(10);
  });
});

describe('finance', { timeout: 60_000 }, () => {
  it('sees the stage that comes next and its date, books it, and the money moves on', async () => {
    const page = await viewer.page();
    await signIn(page, '财政金融局资金专班');
    await page.getByRole('link', { name: '资金', exact: true }).click();
    const next = page.locator('dd', { hasText: '评审' }).first();
    expect(await next.innerText()).toContain('6月22日');
    await next.getByRole('link').click();
    await page.getByLabel('办成日期').fill('2022-06-30');
    await page.getByRole('button', { name: '登记办成' }).click();
    await said(page, '已登记');
    await page.goto('/funding');
    expect(await page.locator('dd', { hasText: '6月22日' }).count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
  });
});

describe('the office', { timeout: 60_000 }, () => {
  it('finds the reason for a red lamp in two clicks, and closes what its owner reports done', async () => {
    const owner = await viewer.page({ viewport: phone });
    await owner.goto(linkTo(world, 'anhuan-owner'));
    await owner.getByRole('radio', { name: '已完成' }).click();
    await owner.getByRole('button', { name: '提交' }).click();
    await said(owner, '已报办结');

    const page = await viewer.page();
    await signIn(page, '园区办（督查室）');
    await page.getByRole('link', { name: /红灯 \d+ 项/ }).click();
    await page.getByRole('link', { name: /第三方治理工作平台/ }).click();
    await page.locator('.lamp-line.red', { hasText: '逾期1天报办结，待核验' }).waitFor();
    await page.getByRole('button', { name: '核验销号' }).click();
    await said(page, '已办理');
    expect(world.stored(TASK)?.task.status).toBe('closed');
    await page.goto('/items?lamp=done');
    expect(await page.getByRole('link', { name: /第三方治理工作平台/ }).count()).toBe(1);
  });

  it('is brought to what is wrong with a form, and keeps what it wrote', async () => {
    const page = await viewer.page();
    await signIn(page, '园区办（督查室）');
    await page.goto(`/items/${TASK}`);
    await page.getByLabel('核定到').fill('2022-08-31');
    await page.getByRole('button', { name: '核定期限' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toContain('有错误：');
    expect(await page.evaluate('document.activeElement.className')).toBe('error-summary');
    await page.getByRole('link', { name: '说明：请说明原因' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('redate-why');
    expect(await page.getByLabel('核定到').inputValue()).toBe('2022-08-31');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('searches by a key and narrows without a button', async () => {
    const page = await viewer.page();
    await signIn(page, '园区办（督查室）');
    await page.goto('/items');
    await page.keyboard.press('/');
    await page.keyboard.type('消防站');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    expect(await page.locator('tr.row').count()).toBeGreaterThan(0);
    await page.goto('/items');
    await page.getByLabel('责任单位').selectOption('安环局');
    await page.waitForURL(/unit=/);
    expect(await page.locator('tr.row td:nth-child(4)').allInnerTexts()).not.toContain('招商局');
  });
});
