import { beforeAll, describe, expect, it } from 'vitest';
import { Funding } from '../../functions/portal/funding/schemas.ts';
import { ItemPage } from '../../functions/portal/register/schemas.ts';
import { Targets } from '../../functions/portal/targets/schemas.ts';
import { desk, PARK } from '../stories/desk.ts';
import { aStoredTask, aTask, at, day } from '../support/builders.ts';
import { type Caller, callerAs } from '../support/caller.ts';
import { aTarget, bond } from '../support/figures.ts';
import { taskId } from '../support/ids.ts';
import { aPortal, HOME, signedInAs, type Visitor } from '../support/portal.ts';
import { enterTasks } from '../support/requests.ts';
import { aSource, putSource } from '../support/sources.ts';
import type { World } from '../support/world.ts';

/** Pages that show one year. */
const PAGES = ['/', '/items', '/targets', '/funding', '/units', '/calendar', '/bulletin'] as const;

let world: World;
let office: Visitor;
let api: Caller;
beforeAll(async () => {
  world = await desk();
  await putSource(world, aSource({ areas: ['园区建设'] }));
  const next = { plan: 2023, start: day('2023-01-01'), area: 1, leadUnit: '招商局' } as const;
  const tasks = [
    aTask({ id: 'p21-007', plan: 2021, title: '去年的工作' }),
    aTask({ id: 'p23-001', title: '明年的工作', ...next, due: day('2023-03-31') }),
    aTask({ id: 'p23-002', title: '明年的指标', ...next, kind: 'target', due: null }),
    aTask({ id: 'p23-003', title: '明年的资金', ...next, kind: 'funding', due: null }),
  ];
  world.goTo('2022-12-20 10:00');
  await enterTasks(PARK, tasks, at('2022-12-20 10:00'), world.ports);
  const kept = { version: 1, lastChange: { ...aStoredTask().lastChange, at: world.now() } };
  const target = aTarget({ id: 'p23-002', plan: 2023, name: '明年的指标' });
  const money = { ...bond, id: taskId('p23-003'), name: '明年的资金' };
  await world.collections.targets.put(undefined, { ...kept, value: target });
  await world.collections.instruments.put(undefined, { ...kept, value: money });
  office = await signedInAs('office', aPortal(world));
  api = await callerAs(world, 'office');
});

const matterOf = (page: string): string => /<main[^]*<\/main>/.exec(page)?.[0] ?? page;

describe('a page of a year', () => {
  it.each(PAGES)('%s has nothing of a coming year until it is chosen', async (path) => {
    for (const address of [path, `${path}?year=2022`]) {
      const page = await office.text(address);
      expect(matterOf(page)).not.toMatch(/明年的|p23-|去年的/);
      expect(page).toContain('2022年');
    }
  });

  it.each(PAGES)('%s keeps the chosen year in every link to such a page', async (path) => {
    const page = await office.text(`${path}?year=2022`);
    const links = [...page.matchAll(/href="([^"]*)"/g)]
      .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), HOME))
      .filter(({ pathname, hash }) => isOfYear(pathname) && hash === '');
    expect(links.length).toBeGreaterThan(0);
    const without = links.filter(({ searchParams }) => !searchParams.has('year'));
    expect(without.map(String)).toEqual([]);
  });

  it('of a coming year shows its tasks without lamps, and says from when they count', async () => {
    const page = await office.text('/items?year=2023');
    expect(page).toContain('从2023年1月1日起执行，此前不计、不提醒');
    expect(page).toContain('明年的工作');
    expect(page).toContain('2023年起计');
    expect(matterOf(page)).not.toMatch(/红灯 \d|黄灯 \d|绿灯 \d|污染第三方/);
    expect(await office.text('/targets?year=2023')).toContain('明年的指标');
    expect(await office.text('/funding?year=2023')).toContain('明年的资金');
    expect(await office.text('/calendar?year=2023')).toContain('2023年1月');
  });

  it('has what is open from earlier years as a line, a list and a filter of its own', async () => {
    expect(await office.text('/')).toContain('往年未办结 1 项');
    const list = await office.text('/items?earlier=yes');
    expect(list).toContain('去年的工作');
    expect(list).not.toContain('明年的工作');
    expect(list).toContain('name="earlier" value="yes"');
    expect(await office.text('/?year=2021')).not.toContain('往年未办结');
    expect(await office.text('/items?year=2021')).toContain('去年的工作');
  });

  it('falls back to the usual year where an address names none that is known', async () => {
    expect(await office.text('/items?year=next')).toBe(await office.text('/items'));
  });
});

const isOfYear = (path: string): boolean =>
  PAGES.some((page) => path === page) || /^\/(?:items|targets|funding)\.(?:xlsx|ics)$/.test(path);

describe('the bulletin of a coming year', () => {
  it('cannot be issued before that year begins', async () => {
    expect(await office.text('/bulletin?year=2023')).not.toContain('<form');
    const fields = { seen: '2023-01', demands: '抓紧。', sure: 'yes' };
    const answer = await office.post('/bulletins', fields);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('2023年还没有开始');
  });
});

describe('the API', () => {
  it('answers for the same year as the pages, or the one that is asked for', async () => {
    const itemsOf = async (query: string): Promise<readonly string[]> =>
      ItemPage.parse(await (await api(`/items${query}`)).json()).items.map(({ id }) => id);
    const usual = await itemsOf('');
    expect(usual).toContain('red');
    expect(usual.filter((id) => /^p2[13]/.test(id))).toEqual([]);
    expect((await itemsOf('?year=2023')).toSorted()).toEqual(['p23-001', 'p23-002', 'p23-003']);
    expect(await itemsOf('?earlier=yes')).toEqual(['p21-007']);
    expect((await api('/items?year=2')).status).toBe(422);
    const targetsOf = async (query: string): Promise<readonly string[]> =>
      Targets.parse(await (await api(`/targets${query}`)).json()).targets.map(({ id }) => id);
    expect(await targetsOf('')).toEqual(['p22-001']);
    expect(await targetsOf('?year=2023')).toEqual(['p23-002']);
    const funding = Funding.parse(await (await api('/funding?year=2023')).json());
    expect(JSON.stringify(funding)).toContain('明年的资金');
    expect(JSON.stringify(funding)).not.toContain('政府专项债券');
  });
});
