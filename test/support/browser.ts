import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { servePages } from '../../functions/local/page-server.ts';
import { portalApp } from '../../functions/portal/app.tsx';
import type { Portal } from '../../functions/portal/http/portal.ts';

const CHROMIUM = '/usr/bin/chromium';

/** Nothing but what the pages themselves ask for goes over the network. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Sizes that the pages are looked at in. */
export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** A real browser before a portal that is really served. */
export type Viewer = {
  readonly address: string;
  /** A page in a window of its own. */
  readonly page: (options?: BrowserContextOptions) => Promise<Page>;
  readonly stop: () => Promise<void>;
};

export async function openViewer(portal: Portal): Promise<Viewer> {
  const server = await servePages(portalApp(portal), 0);
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  return {
    address: server.address,
    page: async (options = {}) => {
      const context = await browser.newContext({
        baseURL: server.address,
        locale: 'zh-CN',
        viewport: desk,
        ...options,
      });
      return context.newPage();
    },
    stop: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

/** What the console of `page` says from now on, and what it asks of anybody but `home`. */
export function complaintsOf(page: Page, home: string): readonly string[] {
  const said: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && !url.startsWith(home)) said.push(url);
  });
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (fault) => said.push(fault.message));
  return said;
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

type Violations = readonly { readonly id: string; readonly nodes: readonly { html: string }[] }[];

/** What axe finds wrong with the page, each with the first place. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: RULES });
  const violations: Violations = await page.evaluate(
    `axe.run(document, ${options}).then(({ violations }) => violations)`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** How far the page is wider than its window, in CSS pixels. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** The pages of a PDF. */
export const pagesOfPdf = (pdf: Buffer): number =>
  [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
