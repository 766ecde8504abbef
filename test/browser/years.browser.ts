import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openViewer, overflowOf, phone, type Viewer, violationsOf } from '../support/browser.ts';
import { emptyPark } from '../support/plans.ts';
import { aPortal, linkTo } from '../support/portal.ts';
import { wake } from '../support/requests.ts';
import type { World } from '../support/world.ts';

const PLAN = `临湘高新区2022年工作计划
一、安全环保
安环局要在6月底前完成污染第三方治理工作平台建设。安环局要在9月底前完成应急预案修订。
`;

const LIVELIHOOD = `临湘高新区2022年民生实事项目清单
一、教育
招商局要在8月底前建成园区小学。
`;

const MINUTES = `管委会主任办公会议纪要
会议议定：招商局要在11月底前建成园区公交首末站。
`;

const NEXT = `临湘高新区2023年工作计划
一、安全环保
安环局要在6月底前完成污水处理厂提标。
`;

let world: World;
let viewer: Viewer;
let folder: string;
let page: Page;
beforeEach(async () => {
  world = await emptyPark();
  viewer = await openViewer(aPortal(world));
  world.pages.at = viewer.address;
  folder = await mkdtemp(join(tmpdir(), 'ruqi-years-'));
  page = await viewer.page();
  await page.goto('/sign-in');
  await page.getByLabel('岗位').selectOption({ label: '园区办（督查室）' });
  await page.getByRole('button', { name: '进入' }).click();
}, 60_000);
afterEach(() => viewer.stop());

const said = (words: string): Promise<void> =>
  page.getByRole('status').filter({ hasText: words }).waitFor();

/** Accepts all of the review that is shown, and publishes it. */
async function publish(): Promise<void> {
  await said('已读成草稿');
  const waiting = page.getByLabel(/这一类全部/);
  if ((await waiting.count()) > 0) {
    await waiting.check();
    await page.getByRole('button', { name: '采纳', exact: true }).click();
    await said('已按您的决定改好');
  }
  await page.getByLabel('已核对，确认发布').check();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await said('已发布');
}

async function upload(name: string, text: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, text);
  await page.goto('/plans');
  await page.getByLabel(/^文件（/).setInputFiles(path);
  await page.getByRole('button', { name: '上传并读取' }).click();
}

const morning = async (day: string): Promise<void> => {
  world.goTo(`${day} 08:00`);
  await wake('linxiang', world.ports);
  world.goTo(`${day} 09:00`);
};

/** The item pages that the register of `year` links to. */
const idsOf = async (year: number): Promise<readonly string[]> => {
  await page.goto(`/items?year=${year}&sort=plan`);
  const links = await page.locator('td.task-title > a').all();
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
  return paths.map((path) => (path ?? '').replace('/items/', '')).toSorted();
};

/** The choice, date and words of a line of the list that closes the year. */
async function decide(id: string, choice: string, { to = '', words = '' } = {}): Promise<void> {
  await page.locator(`#closing-choice-${id}`).selectOption({ label: choice });
  if (to !== '') await page.locator(`#closing-to-${id}`).fill(to);
  await page.locator(`#closing-words-${id}`).fill(words);
}

const YEAR_2022 = ['m22a-001', 'p22-001', 'p22-002', 's22a-001', 'y22a-001'];

/** Enters the documents of 2022, minutes, and what a leader asks for. */
async function enterYear(): Promise<void> {
  await upload('2022年工作计划.txt', PLAN);
  await publish();
  await upload('民生实事.txt', LIVELIHOOD);
  await publish();
  await page.goto('/plans');
  await page.locator('#paste-text').fill(MINUTES);
  await page.locator('#paste-kind').selectOption({ label: '会议议定' });
  await page.getByRole('button', { name: '读成草稿' }).click();
  await publish();
  await page.goto('/items/new');
  await page.getByLabel(/^事项（必填/).fill('完成应急池扩容');
  await page.getByLabel('牵头单位（必填）').selectOption('安环局');
  await page.getByLabel(/^期限/).fill('2023-02-15');
  await page.getByRole('radio', { name: '领导批示' }).check();
  await page.getByLabel('谁批示').fill('管委会主要领导');
  await page.getByLabel('批示日期').fill('2022-01-17');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  expect(await idsOf(2022)).toEqual(YEAR_2022);
}

describe('two years of an office', { timeout: 180_000 }, () => {
  it('has several documents, an instruction and minutes in one year, publishes the next one and closes it', async () => {
    await enterYear();
    world.goTo('2022-12-20 09:00');
    await upload('2023年工作计划.txt', NEXT);
    await publish();
    expect(await idsOf(2022)).toEqual(YEAR_2022);
    expect(await idsOf(2023)).toEqual(['p23-001']);
    await morning('2022-12-21');
    expect(world.messages.filter(({ text }) => text.includes('污水处理厂'))).toEqual([]);

    await morning('2023-01-03');
    const owner = await viewer.page({ viewport: phone });
    await owner.goto(linkTo(world, 'anhuan-owner'));
    expect(await owner.locator('main').innerText()).toContain('污水处理厂提标');
    await owner.getByRole('link', { name: /第三方治理工作平台/ }).click();
    await owner.getByRole('radio', { name: '已完成' }).click();
    await owner.getByRole('button', { name: '提交' }).click();

    await page.goto('/items?year=2022');
    await page.getByRole('link', { name: '2022年收尾' }).click();
    expect(await page.locator('.lead').innerText()).toContain('还要定 5 项工作');
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    await page.getByRole('button', { name: '封账，印年度账目' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('应急预案修订');
    await decide('p22-002', '结转到', { to: '2023-03-31', words: '省厅尚未批复' });
    await decide('s22a-001', '结转到', { words: '期限在2023年' });
    await decide('m22a-001', '视同完成', { words: '竣工验收备案2022-31号' });
    await decide('y22a-001', '撤销', { words: '规划调整' });
    await page.getByRole('button', { name: '保存' }).click();
    await said('已办理 4 项');
    await page.getByRole('link', { name: '回收尾' }).click();
    await page.getByRole('link', { name: /^去核验/ }).click();
    await page.getByRole('button', { name: '核验销号' }).click();

    await page.goto('/years/2022');
    await page.getByRole('button', { name: '封账，印年度账目' }).click();
    await page.getByRole('button', { name: '封账', exact: true }).click();
    await page.getByRole('button', { name: '撤回封账' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('link', { name: '年度账目' }).first().click();
    expect(await page.locator('main').innerText()).toContain('结转到2023年2项');

    expect(await idsOf(2022)).toEqual(YEAR_2022);
    expect(await idsOf(2023)).toEqual(['p22-002', 'p23-001', 's22a-001']);
    await morning('2023-01-04');
    const last = world.messages.findLast(({ contact }) => contact === 'anhuan-owner');
    expect(last?.text).toContain('结转到2023年');
  });
});
