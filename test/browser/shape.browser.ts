import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  desk,
  openViewer,
  overflowOf,
  pagesOfPdf,
  phone,
  type Viewer,
} from '../support/browser.ts';
import { aPortal, linkTo, samplePark } from '../support/portal.ts';
import type { World } from '../support/world.ts';

const DAYS = ['2022-06-15', '2022-06-30', '2022-07-01', '2022-07-05', '2022-07-08'];

let world: World;
let viewer: Viewer;
beforeAll(async () => {
  world = await samplePark(...DAYS);
  const signIn = { kind: 'chooseRole', park: 'linxiang', guest: 'office' } as const;
  viewer = await openViewer(aPortal(world, { signIn }));
}, 60_000);
afterAll(() => viewer.stop());

const DESK_PAGES = [
  '/',
  '/items',
  '/items/p22-071',
  '/targets',
  '/targets/p22-001',
  '/funding',
  '/funding/p22-082-exit-2-reviewed',
  '/plans',
  '/units',
  '/calendar?m=2022-07',
  '/bulletin',
  '/messages',
  '/settings',
  '/settings/policy',
  '/settings/units',
  '/years/2022',
  '/settings/contacts',
  '/settings/contacts/anhuan-owner',
  '/sign-in',
];

const paths = (): readonly string[] => [
  ...DESK_PAGES,
  linkTo(world, 'anhuan-owner'),
  linkTo(world, 'leader-principal'),
];

/** What WCAG 1.4.12 lets a reader set. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';

/** Texts that are cut off though nothing says so; an ellipsis and what only readers hear are meant. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    `[...document.querySelectorAll('body *')].filter((each) => {
      const { overflowX, textOverflow, webkitLineClamp } = getComputedStyle(each);
      return !each.closest('svg') && ['hidden', 'clip'].includes(overflowX) &&
        textOverflow !== 'ellipsis' && webkitLineClamp === 'none' && each.clientWidth > 1 &&
        (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1);
    }).map((each) => each.outerHTML.slice(0, 90))`,
  );

/** What is pressed and is less than `least` high or wide, unless it stands in a line of text. */
const smallOf = (page: Page, least: number): Promise<readonly string[]> =>
  page.evaluate(
    `[...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')]
      .filter((each) => getComputedStyle(each).display !== 'inline')
      .filter((each) => !(each.matches('[type=checkbox], [type=radio]') && each.closest('label')))
      .filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        return width > 1 && height > 1 && (width < ${least} || height < ${least});
      })
      .map((each) => each.outerHTML.slice(0, 90))`,
  );

const heightOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollHeight');

describe('the pages', { timeout: 180_000 }, () => {
  it('keep their words and their width with the spacing that a reader sets', async () => {
    for (const viewport of [desk, phone]) {
      const page = await viewer.page({ viewport });
      for (const path of paths()) {
        await page.goto(path);
        await page.evaluate(
          `{ const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(SPACING)});
             document.adoptedStyleSheets = [sheet]; }`,
        );
        const seen = { path, overflow: await overflowOf(page), cut: await cutOff(page) };
        expect(seen).toEqual({ path, overflow: 0, cut: [] });
      }
      await page.context().close();
    }
  });

  it('have targets that can be hit, ask for little, and are not too much to draw', async () => {
    for (const viewport of [desk, phone]) {
      const page = await viewer.page({ viewport });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      for (const path of paths()) {
        asked.length = 0;
        await page.goto(path);
        expect({ path, small: await smallOf(page, 24) }).toEqual({ path, small: [] });
        expect(asked.length).toBeLessThanOrEqual(4);
        expect(
          asked.every((url) => url.startsWith('data:') || url.startsWith(viewer.address)),
        ).toBe(true);
        const nodes: number = await page.evaluate('document.querySelectorAll("*").length');
        expect(nodes).toBeLessThanOrEqual(2500);
      }
      await page.context().close();
    }
  });

  it.each([desk, { width: 1920, height: 1080 }])(
    'show the whole overview at $width × $height',
    async (viewport) => {
      const page = await viewer.page({ viewport });
      await page.goto('/');
      expect(await heightOf(page)).toBeLessThanOrEqual(viewport.height);
      await page.context().close();
    },
  );

  it.each([
    { path: '/', most: 1 },
    { path: '/funding', most: 2 },
    { path: '/items', most: 3 },
  ])('print $path on $most sheets of A4, lying', async ({ path, most }) => {
    const page = await viewer.page();
    await page.goto(path);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pagesOfPdf(pdf)).toBeLessThanOrEqual(most);
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 84\d\.\d+ 59\d\.\d+\]/);
    await page.context().close();
  });

  it('copy a row of the register as cells of a sheet', async () => {
    const page = await viewer.page();
    await page.goto('/items');
    const copied: string = await page.evaluate(
      `getSelection().selectAllChildren(document.querySelector('tr.row')), getSelection().toString()`,
    );
    expect(copied.split('\t').length).toBeGreaterThan(5);
    expect(await page.evaluate('getComputedStyle(document.body).fontVariantNumeric')).toBe(
      'tabular-nums',
    );
    await page.context().close();
  });

  it('say their shortcuts when asked', async () => {
    const page = await viewer.page();
    await page.goto('/items');
    await page.keyboard.press('?');
    await page.getByText('显示或收起本说明').waitFor();
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.type')).toBe('search');
    await page.context().close();
  });
});
