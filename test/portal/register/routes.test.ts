import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digestNamed, taskId } from '../../support/ids.ts';
import { aPortal, samplePark, signedInAs, type Visitor } from '../../support/portal.ts';
import { changeTask } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

const DAYS = ['2022-06-15', '2022-06-30', '2022-07-01', '2022-07-05', '2022-07-08'];

/** Addresses of the tasks that a page of the register lists. */
const idsOf = (page: string): readonly string[] =>
  [...page.matchAll(/href="\/items\/(?!new"|dates|bulk)([^"/?]+)"/g)].flatMap(([, id]) => id ?? []);

/** Every task that an address of the register leads to, page by page. */
async function rowsOf(visitor: Visitor, address: string): Promise<readonly string[]> {
  const found: string[] = [];
  const glue = address.includes('?') ? '&' : '?';
  for (let page = 1; ; page += 1) {
    const ids = idsOf(await visitor.text(`${address}${glue}page=${page}`));
    if (ids.length === 0) return found;
    found.push(...ids);
  }
}

const decoded = (address: string): string => address.replaceAll('&amp;', '&');

describe('the overview', () => {
  let office: Visitor;
  beforeAll(async () => {
    office = await signedInAs('office', aPortal(await samplePark(...DAYS)));
  });

  it('says how it stands, and every number of it is the number of rows behind its link', async () => {
    const page = await office.text('/');
    const links = [...page.matchAll(/<a[^>]* href="(\/items[^"]*)"[^>]*>(.*?)<\/a>/g)];
    const counted = links.flatMap(([, address = '', words = '']) => {
      const [number] = words.replaceAll(/<[^>]*>/g, ' ').match(/\d+/g) ?? [];
      return number === undefined || idsOf(`href="${address}"`).length > 0
        ? []
        : [{ address: decoded(address), count: Number(number) }];
    });
    expect(counted.length).toBeGreaterThan(15);
    for (const { address, count } of counted) {
      expect({ address, count: (await rowsOf(office, address)).length }).toEqual({
        address,
        count,
      });
    }
  });

  it('counts what is handed over and not signed for, and leads to it', async () => {
    const world = await samplePark('2022-06-15');
    const visitor = await signedInAs('office', aPortal(world));
    expect(await visitor.text('/')).not.toContain('待签收 ');
    const mover = { park: 'linxiang', task: taskId('p22-071'), by: 'office', why: '', via: '测试' };
    await changeTask(mover, { act: 'assign' }, world.ports);
    const page = await visitor.text('/');
    expect(page).toContain('<a href="/items?status=pendingAcceptance">待签收 1 项</a>');
    expect(await rowsOf(visitor, '/items?status=pendingAcceptance')).toEqual(['p22-071']);
  });

  it('has the six areas by the names of the plan', async () => {
    const page = await office.text('/');
    for (const name of ['总体建设规划', '体制机制改革', '各类风险防控', '五好园区建设']) {
      expect(page).toContain(name);
    }
    expect(page).toContain('7月8日 星期五');
    expect(page).toContain('<b>189</b>');
  });

  it('leads from a red lamp to its reason in two clicks', async () => {
    const [red = ''] = idsOf(await office.text('/items?lamp=red'));
    const page = await office.text(`/items/${red}`);
    expect(page).toMatch(/期限红灯<\/span><span>已逾期\d+天。/);
    expect(page).toContain('<mark>');
  });
});

describe('the register', () => {
  let office: Visitor;
  beforeAll(async () => {
    office = await signedInAs('office', aPortal(await samplePark(...DAYS)));
  });

  it('has every task once, whatever the order', async () => {
    for (const sort of ['urgency', 'plan', 'unit', 'due']) {
      const rows = await rowsOf(office, `/items?sort=${sort}`);
      expect(new Set(rows).size).toBe(188);
      expect(rows).toHaveLength(188);
    }
  });

  it('narrows by each filter, and by all of them together', async () => {
    const unit = await rowsOf(office, '/items?unit=安环局');
    const red = await rowsOf(office, '/items?lamp=red');
    const both = await rowsOf(office, '/items?unit=安环局&lamp=red');
    expect(both).toEqual(red.filter((id) => unit.includes(id)));
    expect(await rowsOf(office, '/items?q=治理工作平台 安环局')).toEqual(['p22-071']);
    expect(await rowsOf(office, '/items?status=closed')).toEqual([]);
    expect(await office.text('/items?status=closed')).toContain('没有符合条件的事项');
  });

  it('counts on its tabs what they lead to', async () => {
    const page = await office.text('/items?unit=安环局');
    const tabs = [
      ...page.matchAll(/<a href="(\/items[^"]*)"[^>]*>(?:<svg.*?<\/svg>)?[^<\d]*(\d+)<\/a>/g),
    ];
    expect(tabs.length).toBeGreaterThan(2);
    for (const [, address = '', count = ''] of tabs) {
      expect([address, (await rowsOf(office, decoded(address))).length]).toEqual([
        address,
        Number(count),
      ]);
    }
  });

  it('takes an address that was fixed by hand as far as it makes sense', async () => {
    expect(await rowsOf(office, '/items?lamp=purple&area=x&sort=1&unit=安环局')).toEqual(
      await rowsOf(office, '/items?unit=安环局'),
    );
  });
});

describe('the messages', () => {
  let world: World;
  let office: Visitor;
  beforeEach(async () => {
    world = await samplePark(...DAYS);
    office = await signedInAs('office', aPortal(world));
  });

  it('tell who was told what, and who has not signed', async () => {
    const page = await office.text('/messages?state=unsigned');
    expect(page).toContain('安环局责任人');
    expect(page).toMatch(/未签收 \d+ 项/);
    const [, id = ''] = /href="\/messages\/([^"?]+)"/.exec(page) ?? [];
    const one = await office.text(`/messages/${id}`);
    expect(one).toContain('送达凭证');
    expect(one).toContain('未签收');
  });

  it('are counted on their tabs', async () => {
    const page = await office.text('/messages');
    const tabs = [...page.matchAll(/<a href="(\/messages[^"]*)"[^>]*>[^<\d]*(\d+)<\/a>/g)];
    expect(tabs).toHaveLength(4);
    for (const [, address = '', count = ''] of tabs) {
      const shown = (await office.text(address)).match(/href="\/messages\/[^"?]+"/g) ?? [];
      expect([address, shown.length]).toEqual([address, Number(count)]);
    }
  });

  it('lose their link when the office says so, and only then', async () => {
    const digest = world.digests().find(({ contact }) => contact === 'anhuan-owner');
    const path = `/messages/${encodeURIComponent('2022-07-01#owner@安环局#1')}`;
    expect(digest?.code).toBeTruthy();
    const owner = await signedInAs('anhuan-owner', aPortal(world));
    expect(await owner.text(path)).not.toContain('作废链接');
    expect((await owner.post(`${path}/revoke`)).status).toBe(404);
    expect((await office.post(`${path}/revoke`)).status).toBe(400);
    expect((await office.post(`${path}/revoke`, { sure: 'yes' })).status).toBe(303);
    const told = digestNamed('2022-07-01#owner@安环局#1');
    const code = (await world.ports.ledger.read('linxiang', told))?.value.code;
    expect((await office.get(`/a/${code}`)).status).toBe(410);
  });
});

describe('the settings', () => {
  it('say when who hears, who holds which post, and which years have no holidays yet', async () => {
    const world = await samplePark();
    const office = await signedInAs('office', aPortal(world));
    const page = await office.text('/settings');
    expect(page).toMatch(/提前 15 天<\/td><td>责任人/);
    expect(page).toMatch(
      /逾期第 7 个工作日<\/td><td>责任人、单位负责人、分管领导、主要领导、园区办/,
    );
    expect(page).toContain('安环局责任人');
    expect(page).toContain('2022年：内置');
    const owner = await signedInAs('anhuan-owner', aPortal(world));
    expect((await owner.get('/settings')).status).toBe(404);
    expect(await owner.text('/')).not.toContain('/settings');
  });
});

describe('the calendar', () => {
  it('has every due date of its month on its day, and months that nobody named fall back', async () => {
    const office = await signedInAs('office', aPortal(await samplePark(...DAYS)));
    const page = await office.text('/calendar?m=2022-06');
    expect(page).toContain('2022年6月');
    expect(page).toMatch(/>30<.*?p22-071/s);
    for (const odd of ['2022-13', 'x', '']) {
      expect(await office.text(`/calendar?m=${odd}`)).toContain('2022年7月');
    }
  });
});
