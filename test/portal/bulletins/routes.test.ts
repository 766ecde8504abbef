import { beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../../functions/domain/base/role.ts';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { Bulletins, OneBulletin } from '../../../functions/portal/bulletins/api.ts';
import { aTask, contactsOf, day } from '../../support/builders.ts';
import { callerAs } from '../../support/caller.ts';
import { faulty } from '../../support/faults.ts';
import { fieldsIn } from '../../support/form.ts';
import { contactId, taskId } from '../../support/ids.ts';
import { aPortal, samplePark, signedInAs } from '../../support/portal.ts';
import { changeTask, issueBulletin } from '../../support/requests.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const PARK = 'linxiang';
const booker = { park: PARK, by: 'office', via: '测试' };
const wish = { seen: '2022-01', demands: '（一）说明原因。' };
const form = { ...wish, sure: 'yes' };

let world: World;
beforeEach(async () => {
  world = newWorld();
  world.goTo('2022-07-08 09:00');
  const finance: Contact = {
    id: contactId('finance'),
    unit: '财政局',
    post: '资金专班',
    role: 'finance',
    channels: ['wecom'],
  };
  const tasks = [
    aTask({ id: 'late', title: '建成消防站', due: day('2022-06-30') }),
    aTask({ id: 'other', leadUnit: '招商局', due: day('2022-12-31') }),
  ];
  await settleIn(world, tasks, [...contactsOf('安环局', '招商局'), finance]);
});

const kept = async (): Promise<readonly unknown[]> => world.collections.bulletins.all(PARK);

describe('the draft of the bulletin', () => {
  it('has the numbers of the targets and the money, and counts the year’s issues', async () => {
    const sample = await samplePark('2022-07-08');
    const office = await signedInAs('office', aPortal(sample));
    const page = await office.text('/bulletin');
    expect(page).toContain('2022年第1期');
    expect(page).toMatch(/一、指标完成情况<\/h2><p>指标17项，\d+项达到序时，欠得最多的是/);
    expect(page).toContain('资金目标32,000万元');
    await issueBulletin(booker, wish, sample.ports);
    expect(await office.text('/bulletin')).toContain('2022年第2期');
  });

  it('says plainly where there are no targets, and no money', async () => {
    const office = await signedInAs('office', aPortal(world));
    const page = await office.text('/bulletin');
    expect(page).toContain('没有登记指标。');
    expect(page).not.toContain('资金目标');
  });
});

describe('an issue', () => {
  it('keeps its numbers and demands after later changes', async () => {
    const office = await signedInAs('office', aPortal(world));
    const demands = '（一）安环局7月11日前说明原因。\r\n\r\n（二）逐项核验。';
    const fields = { ...fieldsIn(await office.text('/bulletin')), demands, sure: 'yes' };
    const answer = await office.post('/bulletins', fields);
    expect(answer.headers.get('location')).toBe('/bulletins/2022-01?ok=issued');
    const before = await office.text('/bulletins/2022-01');
    expect(before).toContain('<p>（一）安环局7月11日前说明原因。</p><p>（二）逐项核验。</p>');
    expect(before).toContain('红灯1项');
    const move = { park: PARK, task: taskId('late'), why: '', via: '测试' };
    await changeTask({ ...move, by: 'owner-0' }, { act: 'submit' }, world.ports);
    await changeTask({ ...move, by: 'office' }, { act: 'verify' }, world.ports);
    world.goTo('2022-08-08 09:00');
    expect(await office.text('/bulletins/2022-01')).toBe(before);
    expect(await office.text('/bulletin')).toContain('红灯0项');
    expect(await office.text('/bulletins')).toContain('<a href="/bulletins/2022-01">2022年第1期');
  });

  it('is numbered from one each year', async () => {
    await issueBulletin(booker, wish, world.ports);
    await issueBulletin(booker, { ...wish, seen: '2022-02' }, world.ports);
    world.goTo('2023-01-09 09:00');
    const { id } = await issueBulletin(booker, { ...wish, seen: '2023-01' }, world.ports);
    expect(id).toBe('2023-01');
    const office = await signedInAs('office', aPortal(world));
    const list = await office.text('/bulletins');
    expect([...list.matchAll(/href="\/bulletins\/([\d-]+)"/g)].map(([, each]) => each)).toEqual([
      '2023-01',
      '2022-02',
      '2022-01',
    ]);
  });

  it.each([
    { wrong: { sure: '' }, words: '请先勾选确认' },
    { wrong: { demands: ' \n ' }, words: '下步要求不能为空' },
    { wrong: { demands: '限'.repeat(151) }, words: '下步要求不能超过 150 字' },
    { wrong: { demands: '1\n2\n3\n4' }, words: '下步要求不能超过 3 段' },
    { wrong: { seen: '2022-02' }, words: '期号已变' },
  ])('is not kept: $words', async ({ wrong, words }) => {
    const office = await signedInAs('office', aPortal(world));
    const answer = await office.post('/bulletins', { ...form, ...wrong });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain(words);
    expect(page).toContain('<title>有错误：');
    expect(fieldsIn(page)['seen']).toBe('2022-01');
    expect(await kept()).toEqual([]);
  });

  it('is created once when two people issue at the same time, and the second is told by whom', async () => {
    let isFirst = true;
    const slow = faulty(world.ports, async ({ name }) => {
      if (name !== 'collections.bulletins.put' || !isFirst) return undefined;
      isFirst = false;
      await issueBulletin(booker, { ...wish, demands: '先到的。' }, world.ports);
      return undefined;
    });
    await expect(issueBulletin(booker, wish, slow)).rejects.toThrow(/已将2022年第1期定稿/);
    await expect(issueBulletin(booker, wish, world.ports)).rejects.toThrow(/已将2022年第1期定稿/);
    expect(await kept()).toMatchObject([{ value: { demands: '先到的。' } }]);
  });

  it('answers 404 for an unknown id', async () => {
    const office = await signedInAs('office', aPortal(world));
    expect((await office.get('/bulletins/2022-07')).status).toBe(404);
  });
});

describe.each(Role.options)('%s', (role) => {
  const idOf = (): string => {
    const found = [...contactsOf('安环局')].find((each) => each.role === role);
    return found?.id ?? 'finance';
  };

  it('reads every issue, and issues one only if it is the office', async () => {
    const someone = await signedInAs(idOf(), aPortal(world));
    const may = role === 'office';
    expect((await someone.text('/bulletin')).includes('action="/bulletins"')).toBe(may);
    expect((await someone.post('/bulletins', form)).status).toBe(may ? 303 : 400);
    expect(await kept()).toHaveLength(may ? 1 : 0);
    if (!may) await issueBulletin(booker, wish, world.ports);
    expect(await someone.text('/bulletins')).toContain('2022年第1期');
    expect(await someone.text('/bulletins/2022-01')).toContain('各项工作2项');
  });

  it('does the same through the API', async () => {
    const call = await callerAs(world, idOf());
    const may = role === 'office';
    expect(Bulletins.parse(await (await call('/bulletins')).json())).toEqual({
      bulletins: [],
      next: '2022-01',
    });
    expect((await call('/bulletins', wish)).status).toBe(may ? 200 : 403);
    if (!may) await issueBulletin(booker, wish, world.ports);
    const one = OneBulletin.parse(await (await call('/bulletins/2022-01')).json());
    expect(one).toMatchObject({ number: 1, issuedBy: 'office', counts: { all: 2, red: 1 } });
    expect((await call('/bulletins/2022-09')).status).toBe(404);
    expect((await call('/bulletins', wish)).status).toBe(may ? 409 : 403);
  });
});
