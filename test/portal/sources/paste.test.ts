import { beforeEach, describe, expect, it } from 'vitest';
import { OnePlan } from '../../../functions/portal/sources/schemas.ts';
import { callerAs } from '../../support/caller.ts';
import { reviewId } from '../../support/ids.ts';
import { deskOf, emptyPark } from '../../support/plans.ts';
import { aPortal, signedInAs, type Visitor } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

const MINUTES =
  '主任办公会议纪要\r\n会议议定：安环局要在6月底前完成平台建设。\r\n招商局9月底前完成签约。';

let world: World;
let office: Visitor;
beforeEach(async () => {
  world = await emptyPark();
  office = await signedInAs('office', aPortal(world));
});

const paste = (fields: Readonly<Record<string, string>>): Promise<Response> =>
  office.post('/plans/paste', { key: 'one', ...fields });

describe('minutes that are pasted', () => {
  it('become drafts of this year, as an upload does, and only once', async () => {
    expect(await office.text('/items/new')).toContain('href="/plans#paste"');
    expect(await office.text('/plans')).toContain('id="paste-text"');
    const about = { text: MINUTES, from: '主任办公会议', date: '2022-01-14' };
    const answer = await paste(about);
    expect(answer.headers.get('location')).toBe('/plans/2022-1?ok=read');
    expect((await paste(about)).headers.get('location')).toBe('/plans/2022-1?ok=read');
    const { kept, drafts } = await deskOf(world).readOf(reviewId('2022-1'));
    expect(kept.value).toMatchObject({
      file: '粘贴的文字.txt',
      kind: 'meeting',
      year: 2022,
      title: '主任办公会议纪要',
      from: '主任办公会议',
    });
    expect(kept.value.text).not.toContain('\r');
    expect(drafts.map(({ value }) => value.draft.due)).toEqual(['2022-06-30', '2022-09-30']);
  });

  it.each([
    { fields: { text: ' ' }, why: '没有粘贴文字', at: 'text' },
    { fields: { text: '今天天气很好。', kind: 'meeting' }, why: '没有读出一项任务', at: 'text' },
    { fields: { text: `${MINUTES}2021年的事。` }, why: '文中写的是2021年', at: 'year' },
    { fields: { text: '请安环局6月底前完成平台建设。' }, why: '看不出是哪一种来源', at: 'kind' },
    { fields: { text: MINUTES, year: '22' }, why: '年度', at: 'year' },
  ])('are refused with what was typed: $why', async ({ fields, why, at }) => {
    const answer = await paste(fields);
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toMatch(new RegExp(`href="#paste-${at}">[^<]*${why}`, 'u'));
    expect(page).toContain('有错误：来源');
    expect(await world.collections.reviews.all('linxiang')).toEqual([]);
  });

  it('of another year are read once the year is given', async () => {
    const answer = await paste({ text: `${MINUTES}2021年的事。`, year: '2022' });
    expect(answer.status).toBe(303);
  });

  it('are at most 50,000 characters', async () => {
    const page = await (await paste({ text: '说'.repeat(50_001), kind: 'meeting' })).text();
    expect(page).toContain('超过 5 万字');
  });

  it('are for the office alone', async () => {
    const leader = await signedInAs('leader-safety', aPortal(world));
    expect(await leader.text('/plans')).not.toContain('id="paste-text"');
    const answer = await leader.post('/plans/paste', { text: MINUTES });
    expect(await answer.text()).toContain('没有这项权限');
  });
});

describe('a text through the API', () => {
  it('takes the place of a file', async () => {
    const call = await callerAs(world, 'office');
    const made = await (await call('/plans', { text: MINUTES, kind: 'instruction' })).json();
    expect(OnePlan.parse(made)).toMatchObject({ file: '粘贴的文字.txt', kind: 'instruction' });
    for (const wrong of [
      { text: MINUTES, file: 'a.txt', content: 'YQ==' },
      { file: 'a.txt' },
      {},
      { text: '' },
      { text: '请安环局6月底前完成平台建设。' },
    ]) {
      expect((await call('/plans', wrong)).status).toBe(422);
    }
  });
});
