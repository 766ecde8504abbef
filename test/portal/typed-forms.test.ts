import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeTargetsSheet } from '../../functions/files/targets-worksheet.ts';
import { itemsOfPark } from '../../functions/register/park-items.ts';
import { formsIn, type PageForm } from '../support/forms-in.ts';
import {
  aPortal,
  linkTo,
  samplePark,
  signedInAs,
  type Visitor,
  visitor,
} from '../support/portal.ts';
import { wake } from '../support/requests.ts';
import type { World } from '../support/world.ts';

/** What is typed into every box: lines and items of its own, turned round, and characters unseen. */
const EVIL = '=甲\n\n2. 假事项\r\n查看：\u202ehttps://evil.example\u2028期限：\u200b6月30日\u0007';

/** Forms that take away what the others need, and those that say who is there. */
const NOT_WALKED = /sign-out|removal|\/(drop|withdraw|suspend|stand-in)$/;

const isSeen = (text: string): boolean => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);

/** What a browser sends of `form` after somebody filled in every box that takes words. */
const filled = ({ fields }: PageForm): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.map(({ name, type, value }) => [
      name,
      type === 'text' ? wordsFor(name) : (typed[type]?.(value) ?? value),
    ]),
  );

/** What is typed into a box of a kind of its own. */
const typed: Readonly<Record<string, (value: string) => string>> = {
  date: (value) => value || '2022-09-30',
  number: (value) => value || '45',
  url: () => 'https://example.cn/\u202e甲',
  email: () => 'a\u200b@park.example',
};

/** Boxes that take no sentence: a number, an id, an address, and the names of units. */
const wordsFor = (name: string): string => {
  const special: Readonly<Record<string, string>> = {
    value: '120\u200b',
    amount: '1\u200b',
    id: 'evil',
    mail: 'a\u200b@park.example',
    https: '',
    covers: '甲\u202e局、\u2028乙局',
    unit: '甲\u202e\n局',
    post: EVIL.slice(0, 30),
  };
  return special[name] ?? EVIL;
};

let world: World;
let accepted: Map<string, string>;

/** What was asked of the office stays open, so that its message tells of it. */
function isDecided(id: string): boolean {
  const { request, disowned } = world.stored(id)?.task ?? {};
  return request === null && disowned === null;
}

/** Sends each form of the pages once, one from each page. */
async function walk(someone: Visitor, pages: readonly string[]): Promise<void> {
  for (const page of pages) {
    for (const form of formsIn(await someone.text(page))) {
      const kind = form.action.replaceAll(
        /(?<=\/(items|targets|funding|contacts|a)\/)[^/]+/g,
        ':id',
      );
      if (accepted.has(kind) || NOT_WALKED.test(form.action)) continue;
      const answer = await someone.post(form.action, filled(form));
      if (answer.status !== 303) continue;
      accepted.set(kind, form.action);
      // What else stands on the page was for how it was before.
      break;
    }
  }
}

beforeAll(async () => {
  world = await samplePark('2022-06-15', '2022-07-01');
  accepted = new Map();
  const portal = aPortal(world);
  const ids = Array.from({ length: 188 }, (_, at) => `p22-${String(at + 1).padStart(3, '0')}`);
  const own = ids.filter((id) => world.stored(id)?.task.leadUnit === '安环局');
  const link = linkTo(world, 'anhuan-owner');
  await walk(visitor(portal), [link, ...own.map((id) => `${link}/${id}`)]);
  await walk(
    await signedInAs('anhuan-owner', portal),
    own.map((id) => `/items/${id}`),
  );
  await walk(await signedInAs('chanye-owner', portal), ['/targets/p22-001']);
  await walk(await signedInAs('finance', portal), ['/funding/p22-082-exit-2-reviewed']);

  const office = await signedInAs('office', portal);
  const plan = `2023年工作\u202e计划\n一、安全\u200b环保\n安环局要在6月底前完成平\u2066台建设\u2028和验收。\n`;
  const file = new File([plan], `计划\u202e${EVIL}.txt`);
  const uploaded = await office.upload('/plans', file, { key: 'k' });
  accepted.set('/plans', String(uploaded.status));
  const review = uploaded.headers.get('location')?.replace(/\?.*/, '') ?? '';
  await walk(office, [
    ...[...own, ...ids].filter(isDecided).map((id) => `/items/${id}`),
    '/bulletin',
    '/settings/contacts/fengxian-owner',
    '/settings/contacts/anhuan-head',
    '/settings/new-contact',
    `${review}/drafts/p23-001`,
    review,
  ]);
  await importFigures(await signedInAs('chanye-owner', portal));
  for (const morning of ['2022-07-04 08:00', '2022-07-05 08:00', '2022-07-08 08:00']) {
    world.goTo(morning);
    await wake('linxiang', world.ports);
  }
});

async function importFigures(owner: Visitor): Promise<void> {
  const found = await world.collections.targets.find('linxiang', 'p22-001');
  if (!found) throw new Error('no target');
  const [last] = found.value.actuals;
  const actuals = last ? [{ ...last, source: EVIL, value: last.value.add(1) }] : [];
  const workbook = await writeTargetsSheet([{ ...found.value, actuals }], world.now());
  const answer = await owner.upload(
    '/targets/import',
    new File([Buffer.from(workbook)], '表.xlsx'),
  );
  accepted.set('/targets/import', String(answer.status));
}

/** Every text in `value`, with the names that lead to it. */
function textsIn(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textsIn(each, `${path}.${name}`));
}

describe('what somebody typed into every form', () => {
  it('covers enough forms', () => {
    const kinds = [...accepted.keys()];
    for (const act of 'report submit requestExtension disown redate reassign return verify'.split(
      ' ',
    )) {
      expect(kinds).toContain(`/items/:id/${act}`);
    }
    for (const kind of [
      '/targets/:id',
      '/funding/:id',
      '/bulletins',
      '/plans',
      '/settings/contacts',
    ]) {
      expect(kinds).toContain(kind);
    }
    expect(kinds.some((kind) => kind.startsWith('/a/:id/'))).toBe(true);
    expect(kinds.length).toBeGreaterThan(18);
  });

  it('is stored as lines of characters that are seen', async () => {
    const items = await Array.fromAsync(itemsOfPark(world.items, 'linxiang'));
    const texts = items.flatMap((item) => textsIn(item));
    expect(texts.filter(([, text]) => text.includes('假事项')).length).toBeGreaterThan(12);
    // What is a text of several lines by its nature: a plan, a stretch of it, and the demands of an issue.
    const isText = (path: string): boolean => /\.(text|quote|demands)$/.test(path);
    const open = texts.filter(([path, text]) =>
      isText(path) ? !isSeen(text.replaceAll(/[\n\r\t]/g, '')) : !isSeen(text),
    );
    expect(open).toEqual([]);
  });

  it('adds no line to any message', () => {
    const texts = world.messages.map(({ text }) => text);
    const told = texts
      .flatMap((text) => text.split('\n'))
      .filter((line) => line.includes('假事项'));
    expect(told.length).toBeGreaterThan(0);
    for (const line of told)
      expect(line).toMatch(
        /^(\d+\. =甲|要求：请|责任：|决定：|催办：|申请：|异议：|卡在：|· |【如期】)/,
      );
    expect(texts.flatMap((text) => text.match(/^查看：.*/gm) ?? []).join()).not.toContain('evil');
    for (const text of texts) expect(isSeen(text.replaceAll('\n', ''))).toBe(true);
  });

  it('shows nothing on the pages that is not seen, and stays text in a workbook', async () => {
    const office = await signedInAs('office', aPortal(world));
    const acted = [...accepted.values()].filter((path) => path.startsWith('/items/'));
    const pages = [
      '/',
      '/items',
      '/units',
      '/messages',
      '/bulletin',
      '/bulletins',
      '/plans',
      '/settings',
    ];
    for (const page of [...pages, ...acted.map((path) => path.replace(/\/\w+$/, ''))]) {
      const text = await office.text(page);
      expect([page, isSeen(text.replaceAll(/[\n\r\t]/g, ''))]).toEqual([page, true]);
    }
    const workbook = await (await office.get('/items.xlsx')).arrayBuffer();
    const [sheet] = await readXlsxFile(Buffer.from(workbook));
    const cells = (sheet?.data ?? []).flat().filter((cell) => String(cell).startsWith('=甲'));
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.every((cell) => isSeen(String(cell)))).toBe(true);
  });
});
