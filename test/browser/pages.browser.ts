import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  complaintsOf,
  desk,
  openViewer,
  overflowOf,
  pagesOfPdf,
  phone,
  type Viewer,
  violationsOf,
} from '../support/browser.ts';
import { aPortal, linkTo, samplePark } from '../support/portal.ts';
import { issueBulletin } from '../support/requests.ts';
import type { World } from '../support/world.ts';

const DAYS = ['2022-06-15', '2022-06-30', '2022-07-01', '2022-07-05', '2022-07-08'];
/** As much as a bulletin may demand. */
const LONGEST = Array.from({ length: 3 }, () => '限'.repeat(49)).join('\n');
const SCREENSHOTS = 'test/browser/screenshots';

let world: World;
let viewer: Viewer;
beforeAll(async () => {
  world = await samplePark(...DAYS);
  const booker = { park: 'linxiang', by: 'office', via: '测试' };
  await issueBulletin(booker, { seen: '2022-01', demands: LONGEST }, world.ports);
  const signIn = { kind: 'chooseRole', park: 'linxiang', guest: 'office' } as const;
  const demo = { next: async () => {}, to: async () => {} };
  viewer = await openViewer(aPortal(world, { signIn, demo }));
}, 60_000);
afterAll(() => viewer.stop());

const message = (): string => encodeURIComponent('2022-07-01#owner@安环局#1');

const pages: readonly { readonly name: string; readonly path: () => string }[] = [
  { name: 'overview', path: () => '/' },
  { name: 'register', path: () => '/items' },
  { name: 'register-empty', path: () => '/items?status=closed' },
  { name: 'task', path: () => '/items/p22-071' },
  { name: 'targets', path: () => '/targets' },
  { name: 'target', path: () => '/targets/p22-001' },
  { name: 'funding', path: () => '/funding' },
  { name: 'funding-step', path: () => '/funding/p22-082-exit-2-reviewed' },
  { name: 'plans', path: () => '/plans' },
  { name: 'units', path: () => '/units' },
  { name: 'calendar', path: () => '/calendar?m=2022-07' },
  { name: 'bulletin', path: () => '/bulletin' },
  { name: 'bulletins', path: () => '/bulletins' },
  { name: 'bulletin-issued', path: () => '/bulletins/2022-01' },
  { name: 'messages', path: () => '/messages' },
  { name: 'message', path: () => `/messages/${message()}` },
  { name: 'settings', path: () => '/settings' },
  { name: 'sign-in', path: () => '/sign-in' },
  { name: 'phone', path: () => linkTo(world, 'anhuan-owner') },
  { name: 'phone-list', path: () => linkTo(world, 'leader-principal') },
];

describe('in a real browser', { timeout: 60_000 }, () => {
  it.each(pages)(
    '$name breaks no rule of axe, keeps within its window, and its console is silent',
    async ({ name, path }) => {
      for (const [size, viewport] of Object.entries({ desk, phone })) {
        const page = await viewer.page({ viewport });
        const complaints = complaintsOf(page, viewer.address);
        await page.goto(path());
        await page.screenshot({ path: `${SCREENSHOTS}/${name}-${size}.png`, fullPage: true });
        expect(await violationsOf(page)).toEqual([]);
        expect(complaints).toEqual([]);
        for (const width of [640, 320]) {
          await page.setViewportSize({ width, height: 800 });
          expect({ width, overflow: await overflowOf(page) }).toEqual({ width, overflow: 0 });
        }
        await page.context().close();
      }
    },
  );

  it.each(['/bulletin', '/bulletins/2022-01'])(
    'prints the bulletin at %s on one sheet of A4, to its last words',
    async (path) => {
      const page = await viewer.page();
      await page.goto(path);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pagesOfPdf(pdf)).toBe(1);
      expect(await page.getByText('共1页').isVisible()).toBe(true);
      await page.context().close();
    },
  );

  it('prints the overview on one sheet', async () => {
    const page = await viewer.page();
    await page.goto('/');
    expect(pagesOfPdf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    await page.context().close();
  });

  it('gives every target of the phone page the room of a thumb', async () => {
    const page = await viewer.page({ viewport: phone });
    await page.goto(linkTo(world, 'anhuan-owner'));
    const small = await page.evaluate(
      `[...document.querySelectorAll('a, button, input:not([type=hidden]), textarea')]
        .map((each) => [each.outerHTML.slice(0, 60), each.getBoundingClientRect()])
        .filter(([, box]) => box.height > 0 && (box.height < 44 || box.width < 44))
        .map(([html]) => html)`,
    );
    expect(small).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(
      phone.height,
    );
    await page.context().close();
  });
});
