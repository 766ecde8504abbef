import { beforeEach, describe, expect, it } from 'vitest';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { reassign } from '../../support/links.ts';
import { aPortal, signedInAs, type Visitor, visitor } from '../../support/portal.ts';
import { ASKED, askedPark, figuresOf, plain, taskOf } from '../../support/returns.ts';
import type { World } from '../../support/world.ts';

let world: World;
let form: string;
let owner: Visitor;
beforeEach(async () => {
  ({ world, form } = await askedPark());
  owner = visitor(aPortal(world));
});

const task = (id: string): Task => taskOf(world, id);
const figures = (id: string): ReturnType<typeof figuresOf> => figuresOf(world, id);

describe('an answer', () => {
  it('lets an answer be changed until the day is over, a figure with the reason for it', async () => {
    await owner.post(form, {
      key: 'a',
      [`v-${ASKED.sum}-5`]: '131.5',
      [`a-${ASKED.open}`]: 'same',
    });
    const open = await owner.text(`${form}?change=${ASKED.sum}`);
    expect(open).toContain(`name="v-${ASKED.sum}-5"`);
    expect(open).toContain(`name="y-${ASKED.sum}-5"`);
    const unsaid = await owner.post(form, { key: 'b', [`v-${ASKED.sum}-5`]: '132' });
    expect(unsaid.status).toBe(400);
    expect(await unsaid.text()).toContain('更正须说明原因');
    const why = { [`v-${ASKED.sum}-5`]: '132', [`y-${ASKED.sum}-5`]: '漏报一个' };
    expect((await owner.post(form, { key: 'c', ...why })).status).toBe(303);
    expect(await figures(ASKED.sum)).toMatchObject({ 5: '132' });
    await owner.post(form, { key: 'd', [`a-${ASKED.open}`]: 'go', [`p-${ASKED.open}`]: '60' });
    expect(task(ASKED.open).progress).toBe(60);
    expect(await owner.text(form)).toContain('?change=');
    world.goTo('2022-06-25 09:00');
    expect(await owner.text(form)).not.toContain('?change=');
  });

  it('is not taken where somebody else acted meanwhile', async () => {
    const page = await owner.text(form);
    const version = new RegExp(`name="n-${ASKED.open}" value="([^"]+)"`).exec(page)?.[1] ?? '';
    const other = await signedInAs('head-0', aPortal(world));
    await other.post(`/items/${ASKED.open}/report`, {
      progress: '55',
      why: '负责人代报',
      key: 'h',
    });
    const stale = { key: 'a', [`n-${ASKED.open}`]: version, [`a-${ASKED.open}`]: 'same' };
    const answer = await owner.post(form, stale);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('别人刚刚改动了这一项');
    expect(task(ASKED.open).lastReport?.note).toBe('负责人代报');
  });
});

describe('what was decided about an item', () => {
  it('stands above the form with its reason, until the post acts on it', async () => {
    const office = await signedInAs('office', aPortal(world));
    const move = { why: '请先附名单', key: 'o', due: '2022-06-23' };
    expect((await office.post(`/items/${ASKED.late}/redate`, move)).status).toBe(303);
    const read = async (): Promise<string> => plain(await owner.text(form));
    expect(await read()).toMatch(/向浙江派驻常驻招商人员：决定：.*期限核定为.*原因：请先附名单/);
    world.goTo('2022-06-22 09:00');
    await owner.post(form, { key: 'a', [`a-${ASKED.late}`]: 'same' });
    expect(await read()).not.toContain('请先附名单');
  });
});

describe('all that is unchanged', () => {
  it('takes two taps: the page between names what deserves a look, and sends nothing', async () => {
    const typed = { [`v-${ASKED.sum}-5`]: '131.5', [`n-${ASKED.sum}`]: '1' };
    const check = await owner.post(form, { key: 'a', rest: 'ask', ...typed });
    const page = await check.text();
    expect(plain(page)).toContain('请核对：6 项都无变化吗？');
    expect(plain(page)).toContain('1 个数与上次相同');
    expect(plain(page)).toContain('截至5月底仍是第3位，和截至4月一样');
    expect(plain(page)).toContain('1 个数不能填无变化，仍请填报');
    expect(plain(page)).toContain('4月当期、5月当期的数要填数字');
    expect(plain(page)).toContain('2 项请再看一眼');
    expect(plain(page)).toContain('另外 3 项，进度不变');
    expect(plain(page)).toContain('对，交这 7 项，含已填的 1 项');
    expect(page).toContain('value="131.5"');
    expect(task(ASKED.near).lastReport).toBeNull();
    const ids = /name="ids" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const sent = await owner.post(form, { key: 'a', rest: 'yes', ids, ...typed });
    expect(sent.status).toBe(303);
    expect(await figures(ASKED.sum)).toMatchObject({ 5: '131.5' });
    expect(await figures(ASKED.rank)).toMatchObject({ 5: '3' });
    expect(await figures(ASKED.series)).not.toHaveProperty('5');
    for (const id of [ASKED.late, ASKED.near, ASKED.open, ASKED.duty, ASKED.visits]) {
      expect(task(id).lastReport?.note).toBe('无变化');
    }
    expect(plain(await owner.text(form))).toContain('已反馈 7 项，还有 1 项');
  });

  it('is gone back from with what was typed', async () => {
    const typed = { [`v-${ASKED.sum}-5`]: '131.5', [`a-${ASKED.duty}`]: 'go' };
    const back = await owner.post(form, { key: 'a', rest: 'back', ...typed });
    const page = await back.text();
    expect(page).toContain('value="131.5"');
    expect(page).toMatch(new RegExp(`name="a-${ASKED.duty}" value="go" checked`));
  });
});

describe('who opens the form', () => {
  it('is nobody with a code that is not theirs, and shows nothing that others answer for now', async () => {
    expect((await owner.get('/a/AAAAAAAAAAAA/returns')).status).toBe(404);
    await reassign(world, ASKED.open, '安环局');
    const page = plain(await owner.text(form));
    expect(page).not.toContain('建立招商奖励机制');
    expect(page).toContain('还有 7 项');
    expect(page).toContain('提醒里另有 1 项已改由别的岗位负责');
    const answer = await owner.post(form, { key: 'a', [`a-${ASKED.open}`]: 'same' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('已经不由本岗位负责，这些没有记录');
    expect(task(ASKED.open).lastReport?.note).toBe('初稿已成');
  });

  it('is not the office that receives for a vacant post: it may not answer', async () => {
    const vacant = await askedPark(['owner-0']);
    const told = vacant.world.messages.findLast(({ contact }) => contact === 'office')?.text ?? '';
    expect(told).toContain('请在6月24日（周五）下班前反馈8项');
    expect(told).not.toContain('填报');
    const office = visitor(aPortal(vacant.world));
    expect(plain(await office.text(vacant.form))).toContain('这条提醒没有要反馈的');
    const signed = await signedInAs('office', aPortal(vacant.world));
    expect(plain(await signed.text('/'))).not.toContain('6月反馈');
  });

  it('is the owner who signed in, too, from the overview', async () => {
    const signed = await signedInAs('owner-0', aPortal(world));
    expect(plain(await signed.text('/'))).toContain('6月反馈 8 项，还有 8 项');
    expect(plain(await signed.text('/returns'))).toContain('还有 8 项');
    const sent = await signed.post('/returns', { key: 'a', [`a-${ASKED.duty}`]: 'same' });
    expect(sent.headers.get('location')).toBe('/returns?ok=sent');
    expect(task(ASKED.duty).lastReport?.note).toBe('无变化');
    expect(plain(await signed.text('/returns'))).toContain('已反馈 1 项，还有 7 项');
    const office = await signedInAs('office', aPortal(world));
    expect(plain(await office.text('/'))).not.toContain('6月反馈');
    expect(plain(await office.text('/returns'))).toContain('现在没有要反馈的');
  });
});
