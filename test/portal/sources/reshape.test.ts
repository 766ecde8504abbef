import { beforeEach, describe, expect, it } from 'vitest';
import type { ReviewId } from '../../../functions/domain/base/ids.ts';
import { DraftBody } from '../../../functions/portal/sources/schemas.ts';
import { callerAs } from '../../support/caller.ts';
import { type Desk, deskOf, emptyPark, SMALL_PLAN } from '../../support/plans.ts';
import { aPortal, signedInAs, type Visitor } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

let world: World;
let desk: Desk;
let id: ReviewId;
let office: Visitor;
beforeEach(async () => {
  world = await emptyPark();
  desk = deskOf(world);
  id = await desk.upload(SMALL_PLAN);
  office = await signedInAs('office', aPortal(world));
});

const pathOf = (draft: string, act: string): string => `/plans/${id}/drafts/${draft}/${act}`;

describe('the page of a draft', () => {
  it('merges it, splits it, and moves it, and comes back to it in the list', async () => {
    const page = await office.text(`/plans/${id}/drafts/p22-004`);
    expect(page).toContain('与另一条并成一条');
    const merge = { version: '1', into: 'p22-005' };
    const merged = await office.post(pathOf('p22-004', 'merge'), merge);
    expect(merged.headers.get('location')).toBe(`/plans/${id}?view=all&ok=merge#d-p22-004`);
    expect(await office.text(`/plans/${id}?view=all`)).toContain('不采纳，并入 p22-004');
    const both = await office.text(`/plans/${id}/drafts/p22-004`);
    const [, at = ''] = /name="at" value="(\d+)"/u.exec(both) ?? [];
    const split = await office.post(pathOf('p22-004', 'split'), { version: '2', at });
    expect(split.headers.get('location')).toBe(`/plans/${id}?view=all&ok=split#d-p22-004`);
    const moved = await office.post(pathOf('p22-002', 'move'), { version: '1', step: 'up' });
    expect(moved.headers.get('location')).toBe(`/plans/${id}?view=all&ok=move#d-p22-002`);
    const [first] = (await desk.readOf(id)).drafts;
    expect(first?.value.draft.id).toBe('p22-002');
  });

  it.each([
    { act: 'merge', fields: { version: '1', into: '' }, why: '请选与哪一条并' },
    { act: 'merge', fields: { version: '1', into: 'p22-099' }, why: '没有这条草稿' },
    { act: 'split', fields: { version: '1' }, why: '请选从哪里拆' },
    { act: 'split', fields: { version: '1', at: '2' }, why: '不能在这里拆开' },
    { act: 'move', fields: { version: '9', step: 'up' }, why: '别人刚刚改过' },
    { act: 'move', fields: { version: '1', step: 'sideways' }, why: '次序' },
  ])('says why it does not $act: $why', async ({ act, fields, why }) => {
    const answer = await office.post(pathOf('p22-004', act), fields);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(why);
    expect((await office.post(pathOf('p22-099', act), fields)).status).toBe(404);
  });

  it('is reshaped by the office alone', async () => {
    const leader = await signedInAs('leader-safety', aPortal(world));
    expect(await leader.text(`/plans/${id}/drafts/p22-004`)).not.toContain('并成一条');
    const move = { version: '1', step: 'up' };
    expect((await leader.post(pathOf('p22-004', 'move'), move)).status).toBe(400);
  });
});

describe('a draft through the API', () => {
  it('is merged, split and moved', async () => {
    const call = await callerAs(world, 'office');
    const wish = { version: 1, into: 'p22-005' };
    const merged = DraftBody.parse(await (await call(pathOf('p22-004', 'merge'), wish)).json());
    expect(merged).toMatchObject({ id: 'p22-004', version: 2, decision: 'open' });
    const at = merged.start + Array.from('全力推进国信、').length;
    const split = await call(pathOf('p22-004', 'split'), { version: 2, at });
    expect(await split.json()).toMatchObject({ quote: '全力推进国信', version: 3 });
    const moved = await call(pathOf('p22-004', 'move'), { version: 3, step: 'up' });
    expect(await moved.json()).toMatchObject({ id: 'p22-004', version: 4 });
    expect((await call(pathOf('p22-004', 'move'), { version: 1, step: 'up' })).status).toBe(422);
    expect((await call(pathOf('p22-099', 'move'), { version: 1, step: 'up' })).status).toBe(422);
  });
});
