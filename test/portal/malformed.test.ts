import { beforeAll, describe, expect, it } from 'vitest';
import { portalApp } from '../../functions/portal/app.tsx';
import { storedPorts } from '../../functions/register/stored-ports.ts';
import { refuseUndocumented } from '../support/caller.ts';
import { startDynamo } from '../support/embedded-dynamo.ts';
import { OPEN } from '../support/open-routes.ts';
import { parkOfRoutes } from '../support/park-of-routes.ts';
import { aPortal, faults, HOME, linkTo } from '../support/portal.ts';
import type { World } from '../support/world.ts';

/** One address of the app, by the verb and the pattern that it lists it under. */
type Address = { readonly route: string; readonly path: string };

let world: World;
let routes: readonly Address[];
beforeAll(async () => {
  const park = await parkOfRoutes();
  ({ world } = park);
  const link = linkTo(world, 'anhuan-owner');
  const open = OPEN.map((route) => {
    const [, path = ''] = route.split(' ');
    return { route, path: path.replace('/a/:code', link).replace(':task', 'p22-071') };
  });
  routes = [...park.routes, ...open];
});

type Sent = { readonly type: string; readonly body: string | Uint8Array<ArrayBuffer> };
type Ask = (address: Address, sent?: Sent) => Promise<Response>;

/** Asks as the office does; each time from another address, so that nobody is slowed down. */
async function asking(ports = world.ports): Promise<Ask> {
  const app = portalApp(aPortal(world, { ports }));
  const form = 'application/x-www-form-urlencoded';
  const signed = await app.request(`${HOME}/sign-in`, {
    method: 'POST',
    headers: { origin: HOME, 'content-type': form },
    body: 'contact=office',
  });
  const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';
  let address = 0;
  return async ({ route, path }, sent = { type: form, body: 'sure=yes' }) => {
    const [method = ''] = route.split(' ');
    address += 1;
    const headers = {
      cookie,
      origin: HOME,
      'if-match': '"1"',
      'content-type': sent.type,
      'x-test-address': `192.0.2.${address}`,
    };
    const body = method === 'GET' ? {} : { body: sent.body };
    return app.request(`${HOME}${path}`, { method, headers, ...body });
  };
}

/** What came of asking, if it is a fault, a refusal without words, or shows what no page says. */
async function faultOf(address: Address, answer: Response): Promise<string | undefined> {
  const { status } = answer;
  const [method = ''] = address.route.split(' ');
  refuseUndocumented(method, address.path, status);
  const said = `${address.route}: ${status} ${faults.splice(0).join()}`;
  const text = await answer.text();
  if (status >= 500 || text.includes('native code')) return said;
  return status < 400 || /\p{Script=Han}/u.test(text) ? undefined : said;
}

const LONG = 'x'.repeat(3000);

const bodies: Readonly<Record<string, Sent>> = {
  'a multipart form that is none': { type: 'multipart/form-data; boundary=b', body: 'garbage' },
  'a multipart form without a boundary': { type: 'multipart/form-data', body: '--b' },
  'a multipart form that is cut off': {
    type: 'multipart/form-data; boundary=b',
    body: '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nab',
  },
  'a way back that no header takes': {
    type: 'application/x-www-form-urlencoded',
    body: 'contact=office&back=%2F%00&sure=yes',
  },
  'percent signs that stand for nothing': {
    type: 'application/x-www-form-urlencoded',
    body: 'back=%E0%A4%A&contact=%zz&why=%&sure=yes',
  },
  'names that every object has': {
    type: 'application/x-www-form-urlencoded',
    body: '__proto__=1&constructor=2&is=constructor&act=constructor&version=constructor',
  },
  'bytes that are no text': {
    type: 'application/json',
    body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]),
  },
  'JSON that nests without end': { type: 'application/json', body: '['.repeat(30_000) },
  'JSON that says nothing': { type: 'application/json', body: 'null' },
};

const ids = ['%00', '%zz', '%E0%A4%A', '%ED%A0%80', '..%2f..', 'constructor', '__proto__'];

const queries = ['x=%zz', 'ok=constructor', 'back=/%00', 'm=9999-99', 'page=1e9&sort=__proto__'];

/** The addresses of `routes` with `id` in the place of each of their ids. */
const withId = (id: string): readonly Address[] =>
  routes.flatMap(({ route, path }) => {
    const pattern = route.replace(/^\w+ /, '').split('/');
    const own = path.split('/');
    return pattern.flatMap((part, at) =>
      part.startsWith(':') ? [{ route, path: own.with(at, id).join('/') }] : [],
    );
  });

describe('whatever is sent', () => {
  it.each(Object.entries(bodies))('%s is refused in words', async (_, sent) => {
    const ask = await asking();
    const posts = routes.filter(({ route }) => !route.startsWith('GET'));
    expect(posts.length).toBeGreaterThan(40);
    const found = [];
    for (const each of posts) found.push(await faultOf(each, await ask(each, sent)));
    expect(found.filter((fault) => fault !== undefined)).toEqual([]);
  });

  it.each(ids)('the id “%s” is refused in words', async (id) => {
    const ask = await asking();
    const addresses = withId(id);
    expect(addresses.length).toBeGreaterThan(50);
    const found = [];
    for (const each of addresses) {
      const answer = await ask(each);
      expect([each.route, answer.status]).not.toEqual([each.route, 200]);
      found.push(await faultOf(each, answer));
    }
    expect(found.filter((fault) => fault !== undefined)).toEqual([]);
  });

  it.each(queries)('the query “%s” is not an error of the system', async (query) => {
    const ask = await asking();
    const gets = routes.filter(({ route }) => route.startsWith('GET'));
    const found = [];
    for (const { route, path } of gets) {
      const asked = { route, path: `${path}?${query}` };
      found.push(await faultOf(asked, await ask(asked)));
    }
    expect(found.filter((fault) => fault !== undefined)).toEqual([]);
  });

  it('an id that is longer than any key of the table is refused in words', async () => {
    const { items, stop } = await startDynamo();
    for await (const item of world.items.all()) await items.put(item);
    const ask = await asking({ ...world.ports, ...storedPorts(items) });
    const found = [];
    for (const each of withId(LONG)) found.push(await faultOf(each, await ask(each)));
    const issue = { route: 'POST /api/v1/bulletins', path: '/api/v1/bulletins' };
    const body = JSON.stringify({ seen: LONG, demands: '请按期推进。' });
    found.push(await faultOf(issue, await ask(issue, { type: 'application/json', body })));
    expect(found.filter((fault) => fault !== undefined)).toEqual([]);
    await stop();
  });

  it('a word that no press leaves behind shows no notice', async () => {
    const ask = await asking();
    const notices = async (query: string): Promise<number> => {
      const page = await ask({ route: 'GET /items', path: `/items${query}` });
      return (await page.text()).split('role="status"').length;
    };
    expect(await notices('?ok=constructor')).toBe(await notices(''));
    expect(await notices('?ok=done')).toBe(1 + (await notices('')));
  });
});
