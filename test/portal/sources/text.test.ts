import { beforeEach, describe, expect, it } from 'vitest';
import type { ReviewId } from '../../../functions/domain/base/ids.ts';
import { type Desk, deskOf, emptyPark, SMALL_PLAN } from '../../support/plans.ts';
import { aPortal, signedInAs, type Visitor } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

const TEXT = `${SMALL_PLAN}规划是发展的“龙头”。要提高站位，不断创新人才机制、壮大人才队伍。\n`;

let world: World;
let desk: Desk;
let id: ReviewId;
let office: Visitor;
beforeEach(async () => {
  world = await emptyPark();
  desk = deskOf(world);
  id = await desk.upload(TEXT);
  office = await signedInAs('office', aPortal(world));
});

describe('the text next to the drafts', () => {
  it('counts where all characters went, and says what became of each sentence', async () => {
    const page = await office.text(`/plans/${id}?view=all&text=4`);
    expect(page).toContain('没有交代的 0 字');
    expect(page).toMatch(/共 10 句 \d+ 字/u);
    expect(page).toContain('规划是发展的“龙头”');
    expect(page).toContain('介绍情况，没有要做的事');
    const drafts = await office.text(`/plans/${id}?view=all`);
    expect(drafts).toContain('href="#d-p22-001"');
    expect(drafts).toMatch(/href="[^"]*text=3#s6">看原文/u);
  });

  it('lists what was passed over, with the reason', async () => {
    const page = await office.text(`/plans/${id}?view=passed`);
    expect(page).toMatch(/aria-current="true">\s*未列入 1/u);
    expect(page).toContain('<small>介绍情况，没有要做的事</small>');
  });

  it('makes a draft of a sentence with one press and comes back there', async () => {
    const press = { sentence: '9' };
    const answer = await office.post(`/plans/${id}/cut?view=passed`, press);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/plans/${id}?view=passed&text=4&ok=cut#s9`);
    expect(await office.text(`/plans/${id}?view=all`)).toContain('id="d-p22-010"');
    expect(await office.text(`/plans/${id}?view=passed&ok=cut`)).toContain('已列为草稿，待定');
  });

  it('makes one of pieces, of words that were copied, and of a selection', async () => {
    const part = { sentence: '10', part: 'yes' };
    expect((await office.post(`/plans/${id}/cut`, { ...part, piece: '1' })).status).toBe(303);
    expect((await office.post(`/plans/${id}/cut`, { ...part, words: '人才队伍' })).status).toBe(
      303,
    );
    const at = Array.from(TEXT.slice(0, TEXT.indexOf('提高站'))).length;
    const selection = { start: String(at), end: String(at + 4) };
    expect((await office.post(`/plans/${id}/cut`, selection)).status).toBe(303);
    const quotes = (await desk.readOf(id)).drafts.map(({ value }) => value.draft.quote);
    expect(quotes).toEqual(expect.arrayContaining(['不断创新人才机制', '人才队伍', '提高站位']));
  });

  it.each([
    { fields: { sentence: '9', part: 'yes' }, why: '没有勾选要摘的几段' },
    { fields: { sentence: '9', part: 'yes', words: '不在文中' }, why: '没有找到“不在文中”' },
    { fields: { sentence: 'x' }, why: '原文没有第-1句' },
    { fields: { start: '5', end: '5' }, why: '不在原文里' },
  ])('says why it makes none: $why', async ({ fields, why }) => {
    const answer = await office.post(`/plans/${id}/cut?view=all&text=4`, fields);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(why);
  });

  it('is read by leaders, who cut nothing', async () => {
    const leader = await signedInAs('leader-safety', aPortal(world));
    const page = await leader.text(`/plans/${id}`);
    expect(page).toContain('没有交代的 0 字');
    expect(page).not.toContain('从这句里摘一条');
    expect((await leader.post(`/plans/${id}/cut`, { sentence: '8' })).status).toBe(400);
    expect((await leader.get('/plans/2022-9?view=passed')).status).toBe(404);
    expect((await office.post('/plans/2022-9/cut', { sentence: '8' })).status).toBe(404);
  });
});
