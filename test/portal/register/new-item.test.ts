import { beforeEach, describe, expect, it } from 'vitest';
import { emptyPark } from '../../support/plans.ts';
import { aPortal, signedInAs, type Visitor } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

let world: World;
let office: Visitor;
beforeEach(async () => {
  world = await emptyPark();
  office = await signedInAs('office', aPortal(world));
});

const form = {
  key: 'k1',
  title: '完成化工片区事故应急池扩容',
  leadUnit: '安环局',
  due: '2022-08-31',
  from: 'meeting',
  meeting: '党工委会议',
  minutes: '第3次',
  met: '2022-01-12',
  by: '',
  on: '',
};

describe('the form of a new item', () => {
  it('registers it with the fields of the source that was chosen', async () => {
    expect(await office.text('/items')).toContain('href="/items/new"');
    const answer = await office.post('/items/new', { ...form, office: '市政府' });
    expect(answer.headers.get('location')).toBe('/items/y22a-001?ok=entered');
    const page = await office.text('/items/y22a-001');
    expect(page).toContain('会议议定 · 《党工委会议第3次》');
    expect(page).toContain('2022年1月12日');
  });

  it('says what is wrong and what is asked, and keeps what was typed', async () => {
    const wrong = {
      ...form,
      title: '很'.repeat(41),
      leadUnit: '',
      from: 'instruction',
      meeting: '',
    };
    const answer = await office.post('/items/new', wrong);
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('没有登记：有 2 处要改');
    expect(page).toContain('<a href="#item-title">事项：最多 40 个字');
    expect(page).toContain('<a href="#item-leadUnit">牵头单位：请选择牵头单位');
    const source = await (await office.post('/items/new', { ...form, from: 'instruction' })).text();
    expect(source).toContain('请写明谁批示');
    expect(source).toContain('请填批示日期');
    const past = await (await office.post('/items/new', { ...form, due: '2022-01-10' })).text();
    expect(past).toContain('没有登记：有 1 处要答');
    const sure = await office.post('/items/new', { ...form, due: '2022-01-10', past: 'yes' });
    expect(sure.status).toBe(303);
  });

  it('comes back empty for the next one, and is for the office alone', async () => {
    const answer = await office.post('/items/new', { ...form, again: 'yes' });
    expect(answer.headers.get('location')).toBe('/items/new?ok=entered');
    const owner = await signedInAs('anhuan-owner', aPortal(world));
    expect((await owner.get('/items/new')).status).toBe(404);
    expect((await owner.post('/items/new', form)).status).toBe(404);
    expect(await owner.text('/items')).not.toContain('/items/new');
  });
});
