import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  complaintsOf,
  desk,
  openViewer,
  overflowOf,
  phone,
  type Viewer,
  violationsOf,
} from '../support/browser.ts';
import { aPortal, samplePark } from '../support/portal.ts';
import { fakeTopic } from '../support/topic.ts';
import type { World } from '../support/world.ts';

const SCREENSHOTS = 'test/browser/screenshots';

let world: World;
let viewer: Viewer;
beforeAll(async () => {
  world = await samplePark('2022-06-15');
  const signIn = { kind: 'chooseRole', park: 'linxiang', guest: 'office' } as const;
  viewer = await openViewer(aPortal(world, { signIn, subscribing: fakeTopic() }));
}, 60_000);
afterAll(() => viewer.stop());

const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click();
};

/** Every page of the settings and every state that a press brings them to. */
const states: readonly { readonly name: string; readonly to: (page: Page) => Promise<unknown> }[] =
  [
    { name: 'settings', to: (page) => page.goto('/settings') },
    { name: 'policy', to: (page) => page.goto('/settings/policy') },
    {
      name: 'policy-faults',
      to: async (page) => {
        await page.goto('/settings/policy');
        await page.locator('#policy-weekly-days').fill('900');
        await page.locator('#policy-before-0-to-owner').uncheck();
        await press(page, '试算');
        await page.getByRole('alert').waitFor();
      },
    },
    {
      name: 'policy-rehearsal',
      to: async (page) => {
        await page.goto('/settings/policy');
        await page.locator('#policy-before-2-days').fill('6');
        await press(page, '试算');
        await page.getByRole('heading', { name: '试算结果' }).waitFor();
      },
    },
    {
      name: 'policy-rehearsal-empty',
      to: async (page) => {
        await page.goto('/settings/policy');
        await press(page, '试算');
        await page.getByText('提醒没有变化').waitFor();
      },
    },
    { name: 'contacts', to: (page) => page.goto('/settings/contacts') },
    { name: 'contact', to: (page) => page.goto('/settings/contacts/anhuan-owner') },
    {
      name: 'contact-faults',
      to: async (page) => {
        await page.goto('/settings/contacts/anhuan-owner');
        await page.getByLabel('岗位（').fill('');
        await press(page, '保存');
        await page.getByRole('alert').waitFor();
      },
    },
    {
      name: 'contact-removal',
      to: async (page) => {
        await page.goto('/settings/contacts/anhuan-owner');
        await page.getByText('移除这个联系人').click();
      },
    },
    { name: 'contact-new', to: (page) => page.goto('/settings/new-contact') },
  ];

describe('in a real browser', { timeout: 60_000 }, () => {
  it.each(states)('$name breaks no rule of axe and keeps within its window', async (state) => {
    for (const [size, viewport] of Object.entries({ desk, phone })) {
      const page = await viewer.page({ viewport });
      const complaints = complaintsOf(page, viewer.address);
      await state.to(page);
      await page.screenshot({ path: `${SCREENSHOTS}/${state.name}-${size}.png`, fullPage: true });
      expect(await violationsOf(page)).toEqual([]);
      expect(complaints.filter((each) => !each.includes('400 (Bad Request)'))).toEqual([]);
      for (const width of [640, 320]) {
        await page.setViewportSize({ width, height: 800 });
        expect({ width, overflow: await overflowOf(page) }).toEqual({ width, overflow: 0 });
      }
      await page.context().close();
    }
  });

  it('leads from each fault to its field', async () => {
    const page = await viewer.page();
    await page.goto('/settings/policy');
    await page.locator('#policy-weekly-days').fill('');
    await press(page, '试算');
    await page.getByRole('link', { name: '此后间隔：缺少这一项' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('policy-weekly-days');
    await page.context().close();
  });
});

describe('the office, without scripts and on a phone', { timeout: 60_000 }, () => {
  it('tries a policy, goes back with what was typed, and adopts what it saw', async () => {
    const page = await viewer.page({ viewport: phone, javaScriptEnabled: false, hasTouch: true });
    await page.goto('/settings');
    await page.getByRole('link', { name: '修改督办规则' }).tap();
    await page.locator('#policy-sendTime').fill('09:30');
    await page.locator('#policy-before-6-days').fill('2');
    await page.locator('#policy-before-6-to-unitHead').check();
    await press(page, '试算');
    expect(await page.locator('.lead').innerText()).toMatch(
      /新增 \d+ 条，取消 \d+ 条，改期 \d+ 条。/,
    );
    await press(page, '返回修改');
    expect(await page.locator('#policy-sendTime').inputValue()).toBe('09:30');
    expect(await page.locator('#policy-before-6-to-unitHead').isChecked()).toBe(true);
    await press(page, '试算');
    await page.getByRole('button', { name: /^采用/ }).tap();
    expect(await page.getByRole('status').innerText()).toContain('已采用');
    const { policies } = await world.register.park('linxiang');
    expect(policies.at(-1)?.policy).toMatchObject({ version: 2, sendTime: '09:30' });
    expect(policies.at(-1)?.policy.before.map(({ daysBefore }) => daysBefore)).toEqual([
      30, 15, 7, 3, 2, 1, 0,
    ]);
    await page.context().close();
  });

  it('adds a contact, has another stand in for it, and takes it out', async () => {
    const page = await viewer.page({ viewport: phone, javaScriptEnabled: false, hasTouch: true });
    await page.goto('/settings/contacts');
    await page.getByRole('link', { name: '增加联系人' }).tap();
    await page.getByLabel('编号').fill('pump-owner');
    await page.getByLabel('单位', { exact: true }).fill('水务站');
    await page.getByLabel('岗位（').fill('水务站责任人');
    await page.getByLabel('邮箱').fill('pump@park.example');
    await press(page, '增加');
    expect(await page.getByRole('status').innerText()).toContain('须由其本人确认');
    await page.getByLabel('不在时由谁代收代办').selectOption({ label: '安环局负责人' });
    await press(page, '设定');
    expect(await page.getByRole('status').innerText()).toContain('已设定代收人');
    await press(page, '发一条测试消息');
    expect(await page.getByRole('status').innerText()).toContain('已交给 SNS');
    await page.getByText('移除这个联系人').tap();
    await page.getByLabel('确认移除').check();
    await press(page, '移除');
    expect(await page.getByRole('status').innerText()).toContain('已移除');
    expect(await page.getByRole('link', { name: '水务站责任人' }).count()).toBe(0);
    expect(await page.getByRole('region', { name: '变动记录' }).innerText()).toContain(
      '移除联系人',
    );
    await page.context().close();
  });
});
