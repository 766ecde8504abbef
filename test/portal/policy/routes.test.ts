import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import type { Policy } from '../../../functions/domain/policy/policy.ts';
import { draftOf } from '../../../functions/portal/policy/draft.ts';
import { policyFields } from '../../../functions/portal/policy/form.ts';
import { day } from '../../support/builders.ts';
import { fieldsIn } from '../../support/form.ts';
import { aPortal, samplePark, signedInAs, type Visitor } from '../../support/portal.ts';
import { adoptPolicy } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

const FORM = '/settings/policy';
const TRY = `${FORM}/rehearsal`;
const ADOPT = `${FORM}/adoption`;

let world: World;
let office: Visitor;
beforeEach(async () => {
  world = await samplePark();
  office = await signedInAs('office', aPortal(world));
});

const versions = async (): Promise<readonly Policy[]> =>
  (await world.register.park('linxiang')).policies.map(({ policy }) => policy);

/** The form as it is opened, with `over` typed into it. */
async function typed(
  over: Readonly<Record<string, string>>,
  path = FORM,
): Promise<Readonly<Record<string, string>>> {
  return { ...fieldsIn(await office.text(path)), ...over };
}

const withoutBox = (
  fields: Readonly<Record<string, string>>,
  name: string,
): Readonly<Record<string, string>> => {
  const { [name]: _, ...rest } = fields;
  return rest;
};

describe('the form of a policy', () => {
  it('keeps within the weight of a page', async () => {
    expect(gzipSync(await office.text(FORM), { level: 9 }).length).toBeLessThanOrEqual(12 * 1024);
  });

  it('says the policy in force, and says it back', async () => {
    const fields = await typed({});
    const draft = draftOf(fields, defaultPolicy, day('2022-06-16'));
    expect(draft).toEqual({
      document: expect.objectContaining({ before: defaultPolicy.before, pace: defaultPolicy.pace }),
      from: day('2022-06-16'),
    });
    const { version, ...rest } = defaultPolicy;
    expect('document' in draft && draft.document).toEqual(rest);
    expect(version).toBe(1);
  });

  it('says who reads the sheets, and that nobody does', async () => {
    const sheets = { weekly: ['principalLeader' as const], monthly: [] };
    const told = { ...defaultPolicy, sheets };
    const fields = { ...policyFields(told), from: '2022-06-16' };
    const draft = draftOf(fields, defaultPolicy, day('2022-06-16'));
    expect('document' in draft && draft.document).toMatchObject({ sheets });
    const form = await typed({});
    expect(Object.keys(form).filter((name) => name.startsWith('sheets-'))).toEqual([
      'sheets-weekly-responsibleLeader',
      'sheets-weekly-principalLeader',
      'sheets-monthly-responsibleLeader',
      'sheets-monthly-principalLeader',
      'sheets-monthly-office',
    ]);
    const settings = await office.text('/settings');
    expect(settings).toContain('<td>每周第一个工作日，督办周报</td><td>分管领导、主要领导</td>');
  });

  it('names all that is wrong at once, each next to its field, and keeps what was typed', async () => {
    const wrong = await typed({
      sendTime: '25:00',
      'before-1-days': '十五',
      'overdue-2-days': '900',
      'node-before-0-span': '9999',
      'weekly-days': '',
      'returns-day': '40',
      from: '2022-06-15',
    });
    const answer = await office.post(TRY, withoutBox(wrong, 'assumed-to-owner'));
    expect(answer.status).toBe(400);
    const page = await answer.text();
    for (const [field, words] of [
      ['sendTime', '发送时刻：不是一个存在的时刻，应写成 08:00'],
      ['before-1-days', '到期以前第 2 行天数：应是数字'],
      ['overdue-2-days', '逾期以后第 3 行天数：不能超过 366 天'],
      ['node-before-0-span', '节点到期以前第 1 行工期：不能超过 3660 天'],
      ['weekly-days', '此后间隔：缺少这一项'],
      ['returns-day', '反馈日：应在 1 到 31 之间'],
      ['from', '起用日期：最早只能从6月16日（周四）起，已经执行的日子不改'],
    ]) {
      expect(page).toContain(`<a href="#policy-${field}">${words}</a>`);
      expect(page).toContain(`id="policy-${field}"`);
    }
    expect(page.match(/href="#policy-sendTime"/g)).toHaveLength(1);
    expect(page).toContain('<title>有错误：');
    expect(page).toContain('value="十五"');
    expect(fieldsIn(page)['before-1-days']).toBe('十五');
    expect(await versions()).toHaveLength(1);
  });

  it('refuses nobody to tell, two rows for one day, and an hour after the quiet one', async () => {
    const nobody = withoutBox(await typed({}), 'before-2-to-owner');
    expect(await (await office.post(TRY, nobody)).text()).toContain(
      '<a href="#policy-before-2-to-owner">到期以前第 3 行送谁：至少要有一个接收角色</a>',
    );
    const twice = await typed({ 'before-6-days': '7', 'before-6-to-owner': 'on' });
    expect(await (await office.post(TRY, twice)).text()).toContain('且不重复');
    const late = await typed({ sendTime: '19:00' });
    expect(await (await office.post(TRY, late)).text()).toContain('发送时刻必须早于停发时刻');
    const none = await typed({ 'chain-0': '', 'chain-1': '', 'chain-2': '' });
    expect(await (await office.post(TRY, none)).text()).toContain('href="#policy-chain-0"');
    expect(await versions()).toHaveLength(1);
  });
});

describe('a rehearsal', () => {
  it('shows what would change, for whom and when, without saving', async () => {
    const answer = await office.post(TRY, await typed({ 'before-2-days': '6' }));
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('新增 188 条，取消 193 条，改期 0 条。');
    expect(page).toContain('从6月16日（周四）起执行，算到12月31日（周六）');
    expect(page).toMatch(/<td>安环局责任人<\/td><td class="number right" data-of="新增">6<\/td>/);
    expect(page).toContain('提前6天');
    expect(page).toContain('另有 321 条');
    expect(gzipSync(page, { level: 9 }).length).toBeLessThanOrEqual(12 * 1024);
    expect(await versions()).toHaveLength(1);
  });

  it('that changes nothing says so', async () => {
    const page = await (await office.post(TRY, await typed({}))).text();
    expect(page).toContain('提醒没有变化。');
    expect(page).not.toContain('逐条');
  });

  it('leads back to the form as it was typed', async () => {
    const fields = await typed({ 'before-2-days': '6', 'before-9-days': '2' });
    const tried = fieldsIn(await (await office.post(TRY, fields)).text());
    const back = fieldsIn(await (await office.post(`${FORM}/draft`, tried)).text());
    expect(back).toMatchObject(fields);
  });

  it('is adopted as it was shown', async () => {
    const tried = await (await office.post(TRY, await typed({ sendTime: '09:30' }))).text();
    const answer = await office.post(ADOPT, fieldsIn(tried));
    expect(answer.headers.get('location')).toBe('/settings?ok=adopted');
    expect(await versions()).toEqual([
      defaultPolicy,
      { ...defaultPolicy, version: 2, sendTime: '09:30' },
    ]);
    const page = (await office.text('/settings?ok=adopted')).replaceAll(/<[^>]+>/g, '');
    expect(page).toContain('已采用，从起用日期起执行');
    expect(page).toMatch(/第 2 版，6月16日（周四）起园区办（督查室） 6月15日 08:00 采用/);
    expect(page).toContain('现行督办规则第 1 版');
  });
});

describe('two who change the policy at once', () => {
  it('do not undo one another unseen', async () => {
    const tried = fieldsIn(
      await (await office.post(TRY, await typed({ sendTime: '09:30' }))).text(),
    );
    const { version: _, ...document } = { ...defaultPolicy, yellowFrom: 9 };
    const effectiveFrom = day('2022-06-17').toZonedDateTime('Asia/Shanghai').toInstant();
    await adoptPolicy({ park: 'linxiang', document, effectiveFrom, by: 'office' }, world.ports);

    const late = await office.post(ADOPT, tried);
    expect(late.status).toBe(400);
    const page = await late.text();
    expect(page).toContain('刚被改动：office采用第2版');
    expect(await versions()).toHaveLength(2);
    const again = fieldsIn(page);
    expect(again).toMatchObject({ sendTime: '09:30', seen: '2', base: '2' });
    const third = { ...again, from: '2022-06-17' };
    expect((await office.post(ADOPT, third)).status).toBe(303);
  });
});

describe('an older version', () => {
  it('is adopted again by way of its rehearsal, which undoes the newer one', async () => {
    await office.post(ADOPT, await typed({ 'before-2-days': '6' }));
    const old = await typed({}, `${FORM}?version=1`);
    expect(old).toMatchObject({ base: '1', seen: '2', 'before-2-days': '7' });
    expect(await (await office.post(TRY, old)).text()).toMatch(/新增 \d+ 条，取消 \d+ 条/);
    expect((await office.post(ADOPT, old)).status).toBe(303);
    const [first, , third] = await versions();
    expect(third).toEqual({ ...first, version: 3 });
  });
});
