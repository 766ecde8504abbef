import { beforeEach, describe, expect, it } from 'vitest';
import { entryOf2027 } from '../../flows/calendar/park-of-2026.ts';
import { fieldsIn } from '../../support/form.ts';
import { notice2027 } from '../../support/notices.ts';
import { aPortal, samplePark, signedInAs, type Visitor } from '../../support/portal.ts';
import { enterHolidays } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

const PAGE = '/settings/calendar';
const QUESTION = `${notice2027}\n6月16日（星期三）上班。`;

let world: World;
let office: Visitor;
beforeEach(async () => {
  world = await samplePark();
  office = await signedInAs('office', aPortal(world));
});

const entered = async (): Promise<readonly number[]> =>
  (await world.register.holidays('linxiang')).value.years.map(({ year }) => year);

/** What the form on the answer of `path` sends. */
async function reviewed(text: string): Promise<{
  readonly page: string;
  readonly status: number;
  readonly fields: Readonly<Record<string, string>>;
}> {
  const answer = await office.post(`${PAGE}/review`, { text, year: '', seen: '0' });
  const page = await answer.text();
  return { page, status: answer.status, fields: fieldsIn(page) };
}

describe('the holidays of a park', () => {
  it('are shown by year with their source, on the page and in the settings', async () => {
    const page = await office.text(PAGE);
    expect(page).toMatch(/2022年<\/td><td>内置<\/td>/);
    expect(page).toContain('放假1月1日至3日、1月31日至2月6日');
    await enterHolidays(entryOf2027, world.ports);
    expect(await office.text(PAGE)).toMatch(/2027年<\/td><td>录入/);
    expect(await office.text('/settings')).toContain('2027年：录入');
    world.goTo('2059-06-01 10:00');
    expect(await office.text(PAGE)).toMatch(/2060年<\/td><td>仅法定<\/td>/);
  });

  it('are looked through day by day before anything is stored, then entered', async () => {
    const { page, status, fields } = await reviewed(notice2027);
    expect(status).toBe(200);
    expect(page).toContain('<td>2月14日（星期日）</td><td>上班</td><td>春节</td>');
    expect(page).toContain('<b>原为休息日</b>');
    expect(page).toContain('不采用的句子');
    expect(await entered()).toEqual([]);
    const done = await office.post(`${PAGE}/entry`, fields);
    expect(done.headers.get('location')).toBe(`${PAGE}?ok=holidaysEntered`);
    expect(await entered()).toEqual([2027]);
    expect(await office.text(PAGE)).toContain('经网页录入2027年放假安排：放假1月1日至3日');
    const february = await office.text('/calendar?m=2027-02');
    expect(february).toContain('<span class="day-number">14</span>');
    expect(february).toContain('<span class="day-number">13 休</span>');
  });

  it('with a question are entered only once it is answered, and what was ticked stays', async () => {
    const { page, fields } = await reviewed(QUESTION);
    expect(page).toContain('6月16日（星期三）写的是上班，但它本来就是工作日。已对照原文，照此录入');
    const { accepted: _, ...unanswered } = fields;
    const refused = await office.post(`${PAGE}/entry`, unanswered);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('href="#holidays-accepted-0"');
    expect(await entered()).toEqual([]);
    await office.post(`${PAGE}/entry`, { ...unanswered, accepted: 'work-2027-06-16' });
    expect(await entered()).toEqual([2027]);
  });

  it('that cannot be read are refused in words, next to what was pasted', async () => {
    const { page, status } = await reviewed('今天天气很好。');
    expect(status).toBe(400);
    expect(page).toContain('没有写明是哪一年的安排。请连标题一起粘贴，或填写年份。');
    expect(page).toContain('今天天气很好。</textarea>');
    const year = await office.post(`${PAGE}/review`, { text: notice2027, year: '甲', seen: '0' });
    expect(await year.text()).toContain('请核对年份');
  });

  it('are gone back to with the text as it was pasted', async () => {
    const { fields } = await reviewed(notice2027);
    const again = await office.post(`${PAGE}/draft`, fields);
    expect(again.status).toBe(200);
    expect(fieldsIn(await again.text())['year']).toBe('2027');
  });

  it('that somebody else changed meanwhile are not entered over', async () => {
    const { fields } = await reviewed(notice2027);
    await enterHolidays(entryOf2027, world.ports);
    const late = await office.post(`${PAGE}/entry`, fields);
    expect(late.status).toBe(400);
    const page = await late.text();
    expect(page).toContain('“放假安排”刚被改动');
    expect(fieldsIn(page)['seen']).toBe('1');
    expect((await world.register.holidays('linxiang')).version).toBe(1);
  });

  it('are removed again, once', async () => {
    await enterHolidays(entryOf2027, world.ports);
    const removal = { year: '2027', seen: '1' };
    const done = await office.post(`${PAGE}/removal`, removal);
    expect(done.headers.get('location')).toBe(`${PAGE}?ok=holidaysRemoved`);
    expect(await entered()).toEqual([]);
    expect((await office.post(`${PAGE}/removal`, removal)).status).toBe(400);
  });

  it('are seen by leaders, who cannot enter them', async () => {
    const leader = await signedInAs('leader-principal', aPortal(world));
    const page = await leader.text(PAGE);
    expect(page).toContain('放假安排由园区办录入。');
    expect(page).not.toContain('textarea');
  });

  it('whose record cannot be read are said to be so, and are not entered over', async () => {
    await world.items.put({
      pk: 'park#linxiang',
      sk: 'policy-holidays',
      park: 'linxiang',
      version: 1,
    });
    const page = await office.text(PAGE);
    expect(page).toContain('录入的放假安排无法读取，暂按内置的安排计算');
    expect(page).not.toContain('textarea');
  });
});
