import { beforeEach, describe, expect, it } from 'vitest';
import { taskId } from '../../support/ids.ts';
import { aPortal, samplePark, signedInAs, type Visitor } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

let world: World;
const as = (contact: string): Promise<Visitor> => signedInAs(contact, aPortal(world));

beforeEach(async () => {
  world = await samplePark();
});

const versionIn = (page: string): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';

describe('the overview', () => {
  it('says how many targets keep their schedule, and names the one that owes most', async () => {
    const office = await as('office');
    const page = (await office.text('/')).replaceAll(/<[^>]+>/g, '');
    expect(page).toContain(
      '17 项指标中 7 项达到序时，欠账最多的是竣工投产项目，截至5月欠 21.6 个百分点',
    );
    expect(page).toMatch(/新增规模工业企业26个?家?.*截至5月完成6家（23.0%），序时进度41.6%/s);
  });

  it('counts a target behind its pace among the red ones, as the register does', async () => {
    const office = await as('office');
    const overview = await office.text('/');
    const [, red = ''] = /红灯 (\d+) 项/.exec(overview) ?? [];
    const register = await office.text('/items?lamp=red');
    const rows = [...register.matchAll(/<tr class="row">/g)];
    expect(rows).toHaveLength(Number(red));
    expect(Number(red)).toBeGreaterThan(0);
  });
});

describe('the targets', () => {
  it('stand with what is behind and by how much, to anyone who may read them', async () => {
    const leader = await as('leader-principal');
    const page = await leader.text('/targets');
    expect(page).toContain('竣工投产项目');
    expect(page).toMatch(/欠 21\.6/);
    const owner = await as('anhuan-owner');
    expect(await owner.text('/targets')).toContain('没有您能看的指标');
    expect((await owner.get('/targets/p22-001')).status).toBe(404);
  });

  it('take a figure from the post that owes it, once, and no figure of a month to come', async () => {
    const owner = await as('chanye-owner');
    const version = versionIn(await owner.text('/targets/p22-001'));
    const fields = { version, source: '统计月报', why: '' };
    const early = await owner.post('/targets/p22-001', { ...fields, month: '6', value: '200' });
    expect(early.status).toBe(400);
    expect(await early.text()).toContain('截至月份：6月还没有结束');
    const wrong = await owner.post('/targets/p22-001', { ...fields, month: '5', value: '171' });
    const said = await wrong.text();
    expect(said).toContain('5月已填报 170.9，更正须说明原因');
    expect(said).toContain('href="#figure-why"');
    expect(said).toContain('<title>有错误：');
    expect(said).toContain('value="171"');
    const given = { ...fields, month: '5', value: '171', why: '核增' };
    expect((await owner.post('/targets/p22-001', given)).status).toBe(303);
    expect(await owner.text('/targets/p22-001')).toContain('171亿元（截至5月）');
    const again = await owner.post('/targets/p22-001', { ...given, value: '180' });
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('别人刚刚改动了这一项');
  });

  it('take a form that was sent twice once, and say so both times', async () => {
    const owner = await as('chanye-owner');
    const page = await owner.text('/targets/p22-001');
    const key = /name="key" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const said = { key, version: versionIn(page), source: '统计月报', why: '核增' };
    const given = { ...said, month: '5', value: '171' };
    for (const answer of [
      await owner.post('/targets/p22-001', given),
      await owner.post('/targets/p22-001', given),
    ]) {
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe('/targets/p22-001?ok=returned');
    }
    const history = await world.register.history('linxiang', taskId('p22-001'));
    expect(history.filter(({ what }) => what === '反馈')).toHaveLength(1);
    expect((await world.collections.targets.find('linxiang', 'p22-001'))?.version).toBe(2);
  });

  it('ask a slip of the unit back, and take it only when that very number is confirmed', async () => {
    const owner = await as('chanye-owner');
    const version = versionIn(await owner.text('/targets/p22-001'));
    const fields = { version, month: '5', source: '统计月报', why: '核增' };
    const slip = { ...fields, value: '9999999' };
    const asked = await owner.post('/targets/p22-001', slip);
    expect(asked.status).toBe(400);
    const page = await asked.text();
    expect(page).toContain('填的是9999999亿元，是4月134.2亿元的74515.6倍，请核对单位和小数点');
    expect(page).toMatch(/type="checkbox" id="figure-confirm" name="confirm" value="9999999"/);
    const other = { ...fields, value: '9999998', confirm: '9999999' };
    expect((await owner.post('/targets/p22-001', other)).status).toBe(400);
    expect((await world.collections.targets.find('linxiang', 'p22-001'))?.version).toBe(1);
    const sure = { ...slip, confirm: '9999999' };
    expect((await owner.post('/targets/p22-001', sure)).status).toBe(303);
  });

  it.each([
    { month: '5', value: 'abc', field: 'value' },
    { month: '0', value: '1', field: 'month' },
    { month: '', value: '1', field: 'month' },
    { month: '5', value: '', field: 'value' },
  ])('refuse month “$month” with “$value”', async ({ month, value, field }) => {
    const owner = await as('chanye-owner');
    const version = versionIn(await owner.text('/targets/p22-001'));
    const fields = { version, month, value, source: '月报', why: '试' };
    const answer = await owner.post('/targets/p22-001', fields);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(`href="#figure-${field}"`);
    expect((await world.collections.targets.find('linxiang', 'p22-001'))?.version).toBe(1);
  });

  it('offer no form to who may only look, and take nothing from them', async () => {
    for (const contact of ['office', 'leader-principal']) {
      const someone = await as(contact);
      const page = await someone.text('/targets/p22-001');
      expect(page).not.toContain('name="value"');
      const fields = { month: '5', value: '1', source: '月报', why: '试' };
      const answer = await someone.post('/targets/p22-001', fields);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('没有这项权限');
    }
    expect((await world.collections.targets.find('linxiang', 'p22-001'))?.version).toBe(1);
  });
});
