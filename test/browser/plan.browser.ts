import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  complaintsOf,
  openViewer,
  overflowOf,
  phone,
  type Viewer,
  violationsOf,
} from '../support/browser.ts';
import { emptyPark, realPlan, SMALL_PLAN } from '../support/plans.ts';
import { aPortal, linkTo } from '../support/portal.ts';
import { wake } from '../support/requests.ts';
import type { World } from '../support/world.ts';

let world: World;
let viewer: Viewer;
let folder: string;
beforeEach(async () => {
  world = await emptyPark();
  viewer = await openViewer(aPortal(world));
  world.pages.at = viewer.address;
  folder = await mkdtemp(join(tmpdir(), 'ruqi-plan-'));
}, 60_000);
afterEach(() => viewer.stop());

async function signIn(page: Page, post: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('岗位').selectOption({ label: post });
  await page.getByRole('button', { name: '进入' }).click();
}

async function upload(page: Page, name: string, content: Uint8Array | string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, content);
  await page.goto('/plans');
  await page.getByLabel(/^文件（/).setInputFiles(path);
  await page.getByRole('button', { name: '上传并读取' }).click();
}

const said = (page: Page, words: string): Promise<void> =>
  page.getByRole('status').filter({ hasText: words }).waitFor();

describe('the office', { timeout: 120_000 }, () => {
  it('uploads the real plan, decides, publishes, and a week later closes what was done', async () => {
    const page = await viewer.page();
    const complaints = complaintsOf(page, viewer.address);
    await signIn(page, '园区办（督查室）');
    await upload(page, '2022年工作计划.txt', await realPlan());
    await said(page, '已读成草稿');
    expect(await page.locator('.tabs [aria-current=true]').innerText()).toMatch(/^有疑问 11/);
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);

    await page.getByLabel(/本页全部/).check();
    await page.getByRole('button', { name: '不采纳' }).click();
    await said(page, '已按您的决定改好');
    await page.getByRole('link', { name: /^没有单位/ }).click();
    await page.getByLabel(/这一类全部/).check();
    await page.getByLabel('责任单位').selectOption('安环局');
    await page.getByRole('button', { name: '采纳', exact: true }).click();
    await said(page, '已按您的决定改好');

    await page.getByLabel('已核对，确认发布').check();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await said(page, '已发布');
    expect(complaints).toEqual([]);

    world.goTo('2022-01-18 08:00');
    await wake('linxiang', world.ports);
    const owner = await viewer.page({ viewport: phone });
    await owner.goto(linkTo(world, 'anhuan-owner'));
    await owner.getByRole('link', { name: /第三方治理工作平台/ }).click();
    await owner.getByRole('radio', { name: '已完成' }).click();
    await owner.getByRole('button', { name: '提交' }).click();
    await said(owner, '已报办结');

    world.goTo('2022-01-25 09:00');
    await wake('linxiang', world.ports);
    await page.goto('/');
    await page.getByRole('link', { name: /第三方治理工作平台/ }).click();
    await page.getByRole('button', { name: '核验销号' }).click();
    await said(page, '已办理');
    await page.goto('/items?lamp=done');
    expect(await page.locator('tr.row').count()).toBe(1);
  });

  it('does all of it without scripts, a part at a time', async () => {
    const page = await viewer.page({ javaScriptEnabled: false });
    await signIn(page, '园区办（督查室）');
    await upload(page, '计划.txt', SMALL_PLAN);
    await page.getByRole('link', { name: '改、拆、并 p22-004' }).click();
    await page.getByLabel('事项').fill('推进国信项目建设');
    await page.getByLabel('责任单位').selectOption('规划建设局');
    await page.getByLabel('期限').fill('2022-10-31');
    await page.getByLabel('决定').selectOption('采纳');
    await page.getByRole('button', { name: '保存' }).click();
    await said(page, '已按您的决定改好');
    await page.getByRole('link', { name: /^待定/ }).click();
    await page.getByLabel(/本页全部/).check();
    await page.getByRole('button', { name: '采纳', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: '没有责任单位' }).waitFor();
    expect(await page.title()).toContain('有错误：');
    await page.getByLabel(/这一类全部/).check();
    await page.getByRole('button', { name: '不采纳' }).click();
    await page.getByLabel('已核对，确认发布').check();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await said(page, '已发布');
    expect(world.stored('p22-004')?.task).toMatchObject({
      title: '推进国信项目建设',
      leadUnit: '规划建设局',
      duePrecision: 'set',
    });
  });

  it('is told what is wrong with a file, and keeps the form', async () => {
    const page = await viewer.page();
    await signIn(page, '园区办（督查室）');
    await upload(page, '图片.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]));
    await page.getByRole('alert').filter({ hasText: '没有办成' }).waitFor();
    expect(await page.title()).toContain('有错误：');
    expect(await violationsOf(page)).toEqual([]);
    await upload(page, '大.txt', new Uint8Array(21 * 1024 * 1024));
    const told = await page.evaluate(
      'document.querySelector("input[type=file]").validationMessage',
    );
    expect(told).toContain('文件超过 20 MB');
    await upload(page, '计划.txt', SMALL_PLAN);
    await said(page, '已读成草稿');
  });

  it('looks through drafts on a phone', async () => {
    const page = await viewer.page({ viewport: phone });
    await signIn(page, '园区办（督查室）');
    await upload(page, '计划.txt', await realPlan());
    await said(page, '已读成草稿');
    expect(await overflowOf(page)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await page
      .getByRole('link', { name: /^改、拆、并/ })
      .first()
      .click();
    expect(await overflowOf(page)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
  });
});
