import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Portal } from '../../functions/portal/http/portal.ts';
import {
  complaintsOf,
  desk,
  openViewer,
  phone,
  type Viewer,
  violationsOf,
} from '../support/browser.ts';
import { deskOf, emptyPark, realPlan } from '../support/plans.ts';
import { aPortal, linkTo, samplePark } from '../support/portal.ts';
import type { World } from '../support/world.ts';

const SCREENSHOTS = 'test/browser/screenshots';

let world: World;
let full: Viewer;
let empty: Viewer;
let review: string;
beforeAll(async () => {
  world = await samplePark('2022-06-15', '2022-06-30', '2022-07-01');
  full = await openViewer(aPortal(world, { ports: failingAt('broken') }));
  const bare = await emptyPark();
  empty = await openViewer(aPortal(bare));
  review = await deskOf(bare).upload(new TextDecoder().decode(await realPlan()));
}, 60_000);
afterAll(() => Promise.all([full.stop(), empty.stop()]));

/** The needs of the full park, whose ledger fails at one address. */
const failingAt = (id: string): Portal['ports'] => ({
  ...world.ports,
  ledger: {
    ...world.ports.ledger,
    read: (park, asked) =>
      asked === id ? Promise.reject(new Error('broken')) : world.ports.ledger.read(park, asked),
  },
});

type State = {
  readonly name: string;
  readonly post: string;
  readonly of?: 'empty';
  readonly to: (page: Page) => Promise<unknown>;
};

const at =
  (path: string): State['to'] =>
  (page) =>
    page.goto(path);

/** Opens a page and sends the form that `button` is in, as it stands but for `fields`. */
const sent =
  (path: string, button: string, fields: Readonly<Record<string, string>> = {}): State['to'] =>
  async (page) => {
    await page.goto(path);
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toContain('有错误：');
    expect(await page.evaluate('document.activeElement.className')).toBe('error-summary');
  };

const office = '园区办（督查室）';
const finance = '财政金融局资金专班';

const states: readonly State[] = [
  ...['安环局责任人', '安环局负责人', '分管安全环保的领导', '管委会主要领导', finance].map(
    (post) => ({ name: `overview-${post}`, post, to: at('/') }),
  ),
  ...['/', '/items', '/targets', '/funding', '/units', '/calendar', '/messages', '/plans'].map(
    (path): State => ({ name: `empty-${path.slice(1)}`, post: office, of: 'empty', to: at(path) }),
  ),
  { name: 'review', post: office, of: 'empty', to: (page) => page.goto(`/plans/${review}`) },
  {
    name: 'draft',
    post: office,
    of: 'empty',
    to: (page) => page.goto(`/plans/${review}/drafts/p22-004`),
  },
  { name: 'import-targets', post: '安环局责任人', to: at('/targets/import') },
  { name: 'import-funding', post: finance, to: at('/funding/import') },
  {
    name: 'task-faults',
    post: office,
    to: sent('/items/p22-071', '核定期限', { 核定到: '2022-08-31' }),
  },
  { name: 'missing', post: office, to: at('/nowhere') },
  { name: 'broken', post: office, to: at('/messages/broken') },
  { name: 'link-missing', post: office, to: at('/a/aaaaaaaaaaaa') },
  {
    name: 'link-revoked',
    post: office,
    to: async (page) => {
      const link = linkTo(world, 'zhaoshang-owner');
      await world.links.revoke(link.slice('/a/'.length), world.now());
      await page.goto(link);
    },
  },
];

/** What a browser says by itself of an answer that is not 2xx. */
const ofStatus = /the server responded with a status of [45]\d\d/;

describe('in every state', { timeout: 60_000 }, () => {
  it.each(states)('$name breaks no rule of axe and its console is silent', async (state) => {
    const viewer = state.of === 'empty' ? empty : full;
    for (const [size, viewport] of Object.entries({ desk, phone })) {
      const page = await viewer.page({ viewport });
      const complaints = complaintsOf(page, viewer.address);
      await page.goto('/sign-in');
      await page.getByLabel('岗位').selectOption({ label: state.post });
      await page.getByRole('button', { name: '进入' }).click();
      await state.to(page);
      const name = state.name.replaceAll('/', '-');
      await page.screenshot({ path: `${SCREENSHOTS}/state-${name}-${size}.png`, fullPage: true });
      expect(await violationsOf(page)).toEqual([]);
      expect(complaints.filter((each) => !ofStatus.test(each))).toEqual([]);
      await page.context().close();
    }
  });
});
