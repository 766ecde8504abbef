import { beforeEach, describe, expect, it } from 'vitest';
import { aPortal, samplePark, signedInAs, type Visitor } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

let world: World;
const as = (contact: string): Promise<Visitor> => signedInAs(contact, aPortal(world));

beforeEach(async () => {
  world = await samplePark();
});

describe('the money', () => {
  const nextOf = async (someone: Visitor): Promise<string> => {
    const page = await someone.text('/funding');
    return /下一期限<\/dt><dd><a href="([^"]+)"/.exec(page)?.[1] ?? '';
  };

  it('stands by stage with what is next, for finance, the office and the leaders', async () => {
    for (const contact of ['finance', 'office', 'leader-principal', 'caijin-owner']) {
      const page = await (await as(contact)).text('/funding');
      expect(page).toContain('政府专项债券');
      expect(page).toMatch(/评审12,000<\/a> <span class="nw">6月22日 周三，还有7天/);
    }
    expect(await (await as('anhuan-owner')).text('/funding')).toContain('没有您能看的资金');
    const step = await nextOf(await as('finance'));
    expect((await (await as('anhuan-owner')).get(step)).status).toBe(404);
  });

  it('moves on when finance books a stage, which is the report of its task', async () => {
    const finance = await as('finance');
    const step = await nextOf(finance);
    const version = /name="version" value="(\d+)"/.exec(await finance.text(step))?.[1] ?? '';
    const fields = { version, doneOn: '2022-06-14', amount: '12000', note: '', excessReason: '' };
    expect((await finance.post(step, fields)).status).toBe(303);
    const id = step.split('/').at(-1) ?? '';
    expect(world.stored(id)?.task.status).toBe('pendingReview');
    expect(await finance.text('/funding')).toMatch(/6月14日/);
    const stale = await finance.post(step, { ...fields, amount: '1' });
    expect(stale.status).toBe(400);
    expect(await stale.text()).toContain('别人刚刚改动了这一项');
  });

  it.each([
    { doneOn: '2022-06-16', amount: '1', words: '还没有到这一天' },
    { doneOn: '', amount: '1', words: '请选日期' },
    { doneOn: '2022-02-30', amount: '1', words: '不是存在的日期' },
    { doneOn: '2022-06-14', amount: '-1', words: '应在 0 到' },
    { doneOn: '2022-06-14', amount: '一万', words: '应是数字' },
  ])('refuses $doneOn with $amount', async ({ doneOn, amount, words }) => {
    const finance = await as('finance');
    const step = await nextOf(finance);
    const answer = await finance.post(step, { doneOn, amount, note: '', excessReason: '' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(words);
  });

  it('passes no stage beyond what was granted unless somebody says why', async () => {
    const finance = await as('finance');
    const step = '/funding/p22-082-exit-1-spent-3';
    const page = await finance.text(step);
    expect(page).toContain('登记办成');
    const fields = { doneOn: '2022-06-14', amount: '99999', note: '', excessReason: '' };
    const answer = await finance.post(step, fields);
    expect(await answer.text()).toContain('超过此前核定的6,000万元');
    expect((await finance.post(step, { ...fields, excessReason: '上级追加' })).status).toBe(303);
  });
});
