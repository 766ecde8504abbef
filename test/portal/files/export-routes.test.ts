import readXlsxFile from 'read-excel-file/node';
import { beforeEach, describe, expect, it } from 'vitest';
import { callerAs } from '../../support/caller.ts';
import { aPortal, samplePark, signedInAs, type Visitor } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

let world: World;
const as = (contact: string): Promise<Visitor> => signedInAs(contact, aPortal(world));

beforeEach(async () => {
  world = await samplePark('2022-06-15');
});

type Sheets = readonly {
  readonly sheet: string;
  readonly data: readonly (readonly unknown[])[];
}[];

const workbookAt = async (someone: Visitor, path: string): Promise<Sheets> =>
  readXlsxFile(Buffer.from(await (await someone.get(path)).arrayBuffer()));

describe('the register as a workbook', () => {
  it('has the rows of the page, in its order, under a Chinese name', async () => {
    const office = await as('office');
    const answer = await office.get('/items.xlsx?lamp=red&sort=due');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('任务清单.xlsx')}`,
    );
    const page = await office.text('/items?lamp=red&sort=due');
    expect(page).toContain('href="/items.xlsx?lamp=red&amp;sort=due"');
    const shown = [...page.matchAll(/<td class="muted nowrap">([^<]+)</g)].map(([, id]) => id);
    const [sheet, kept] = await workbookAt(office, '/items.xlsx?lamp=red&sort=due');
    expect(kept?.data.map(([name]) => name)).toEqual(['依据', '原定期限', '现行期限']);
    expect(sheet?.data.slice(1).map(([id]) => id)).toEqual(shown);
    expect(shown.length).toBeGreaterThan(1);
  });

  it('holds dates and numbers as such, and a text that looks like a formula as text', async () => {
    const note = '=HYPERLINK("http://192.0.2.7")';
    const report = { act: 'report', progress: 40, why: note };
    const owner = await callerAs(world, 'anhuan-owner');
    await owner('/items/p22-071/moves', report, { 'if-match': '"1"' });
    const [sheet] = await workbookAt(await as('anhuan-owner'), '/items.xlsx?q=p22-071');
    const [head = [], row = []] = sheet?.data ?? [];
    const cell = (name: string): unknown => row[head.indexOf(name)];
    expect(cell('最近反馈')).toBe(note);
    expect(cell('期限')).toEqual(new Date('2022-06-30T00:00:00Z'));
    expect(cell('进度(%)')).toBe(40);
    expect(cell('反馈日期')).toEqual(new Date('2022-06-15T00:00:00Z'));
  });

  it('contains only what the viewer may see', async () => {
    const [sheet] = await workbookAt(await as('anhuan-owner'), '/items.xlsx');
    const units = sheet?.data.slice(1).map((row) => row[2]) ?? [];
    expect(new Set(units)).toEqual(new Set(['安环局']));
  });
});

describe('the due dates as a calendar', () => {
  it('has a whole day for each open task with a date, and keeps its identity', async () => {
    const owner = await as('anhuan-owner');
    const text = (await owner.text('/items.ics')).replaceAll('\r\n ', '');
    const events = text.split('BEGIN:VEVENT').slice(1);
    const event = events.find((each) => each.includes('UID:linxiang-p22-071@ruqi'));
    expect(event).toContain('DTSTART;VALUE=DATE:20220630\r\n');
    expect(event).toContain('DTEND;VALUE=DATE:20220701\r\n');
    expect(event).toContain('/items/p22-071');
  });

  it('is none where nothing is due, and says so', async () => {
    const answer = await (await as('anhuan-owner')).get('/items.ics?status=closed');
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-disposition')).toBeNull();
    expect(await answer.text()).toContain(
      '到期事项.ics：按现在的筛选，没有还没办结、定了期限的事项。请放宽筛选，再下载。',
    );
  });

  it('escapes typed text', async () => {
    const stored = world.stored('p22-071');
    if (!stored) throw new Error('the platform is gone');
    const evil = '甲\r\nEND:VEVENT\r\nBEGIN:VEVENT\n查看：\u202ehttps://evil.example;乙,丙';
    const task = { ...stored.task, title: evil, quote: evil, leadUnit: '安环局' };
    await world.register.change(stored, { ...stored, version: stored.version + 1, task });
    const text = await (await as('office')).text('/items.ics?q=evil');
    const lines = text.replaceAll('\r\n ', '').split('\r\n');
    expect(lines.filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1);
    const words = '甲 END:VEVENT BEGIN:VEVENT 查看：https://evil.example\\;乙\\,丙';
    expect(lines).toContain(`SUMMARY:${words}（安环局）`);
    expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toMatch(
      /\\n原文：甲 END:VEVENT [^\\]*\\;乙\\,丙$/,
    );
  });
});

describe('figures as workbooks', () => {
  it('contain the targets that the viewer may read', async () => {
    const [all] = await workbookAt(await as('office'), '/targets.xlsx');
    expect(all?.data).toHaveLength(18);
    const [own] = await workbookAt(await as('chanye-owner'), '/targets.xlsx');
    const names = own?.data.slice(1).map((row) => row[1]) ?? [];
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThan(17);
  });

  it('have a worksheet for each instrument that the viewer may read', async () => {
    const sheets = await workbookAt(await as('finance'), '/funding.xlsx');
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['政府专项债券', '长江办绿色发展示范资金']);
    const other = await as('anhuan-owner');
    expect((await other.get('/funding.xlsx')).status).toBe(404);
    expect(await other.text('/targets')).not.toContain('/targets.xlsx');
  });
});
