import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { readBulletins } from '../../functions/flows/views/bulletins.ts';
import { openViewer, pagesOfPdf, type Viewer } from '../support/browser.ts';
import { taskId } from '../support/ids.ts';
import { aPortal, samplePark } from '../support/portal.ts';
import { changeTask } from '../support/requests.ts';
import type { World } from '../support/world.ts';

const NOTE = '设备已经到场，正在安装调试，预计本月内可以完成验收，报批件等待盖章。';
const LATE = ['p22-026', 'p22-080', 'p22-010', 'p22-071', 'p22-125', 'p22-081'];

let world: World;
let viewer: Viewer;
beforeAll(async () => {
  world = await samplePark('2022-06-15', '2022-07-08');
  const { contacts } = await openContext('linxiang', world.ports);
  for (const task of LATE) {
    const unit = world.stored(task)?.task.leadUnit;
    const by = contacts.find((each) => each.role === 'owner' && each.unit === unit)?.id ?? '';
    const who = { park: 'linxiang', task: taskId(task), by, why: NOTE, via: '测试' };
    const move = { act: 'report', progress: 50, note: NOTE, evidence: [] } as const;
    await changeTask(who, move, world.ports);
  }
  const signIn = { kind: 'chooseRole', park: 'linxiang', guest: 'office' } as const;
  viewer = await openViewer(aPortal(world, { signIn }));
}, 60_000);
afterAll(() => viewer.stop());

describe('the bulletin in a real browser', { timeout: 60_000 }, () => {
  it('is written, confirmed and issued, and stays on one sheet with reports and long demands', async () => {
    const page = await viewer.page();
    await page.goto('/bulletin');
    const demands = ['一', '二', '三'].map((each) => `（${each}）${'限'.repeat(46)}`).join('\n');
    await page.getByLabel('下步要求').fill(demands);
    await page.getByLabel('已核对，确认定稿').check();
    await page.getByRole('button', { name: '定稿' }).click();
    await page.waitForURL('**/bulletins/2022-01?ok=issued');
    expect(await page.getByText('已定稿，数字不再变动').isVisible()).toBe(true);
    expect(await page.getByText(NOTE.slice(0, 12)).count()).toBeGreaterThan(3);
    expect(pagesOfPdf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    const [issued] = await readBulletins('linxiang', world.ports);
    expect(issued?.value.demands).toBe(demands);
    await page.context().close();
  });
});
