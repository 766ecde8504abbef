import { beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../functions/domain/base/role.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { enterContacts } from '../../functions/flows/contacts/enter-contacts.ts';
import { openPark } from '../../functions/flows/tasks/open-park.ts';
import { portalApp } from '../../functions/portal/app.tsx';
import { aPark } from '../support/builders.ts';
import { OPEN } from '../support/open-routes.ts';
import { parkOfRoutes } from '../support/park-of-routes.ts';
import { aPortal, HOME } from '../support/portal.ts';
import type { Route } from '../support/routes.ts';
import type { World } from '../support/world.ts';

let world: World;
let routes: readonly Route[];
let contacts: readonly Contact[];
beforeAll(async () => {
  ({ world, routes } = await parkOfRoutes());
  ({ contacts } = (await world.register.directory('linxiang')).value);
});

type Ask = (
  route: Pick<Route, 'route' | 'path'>,
  headers?: Readonly<Record<string, string>>,
) => Promise<Response>;

/** How a browser and a program ask, with the session of `contact` of `park`; of nobody without one. */
async function asking(contact?: string, park = 'linxiang', ports = world.ports): Promise<Ask> {
  const app = portalApp(
    aPortal(world, { ports, signIn: { kind: 'chooseRole', park, guest: null } }),
  );
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: HOME };
  const signed = contact
    ? await app.request(`${HOME}/sign-in`, {
        method: 'POST',
        headers: form,
        body: `contact=${contact}`,
      })
    : undefined;
  const cookie = signed?.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async ({ route, path }, headers = {}) => {
    const [method = ''] = route.split(' ');
    const isJson = path.startsWith('/api/');
    const type = isJson ? { 'content-type': 'application/json' } : form;
    const body = method === 'GET' ? {} : { body: isJson ? '{}' : '' };
    return app.request(`${HOME}${path}`, {
      method,
      headers: { ...type, cookie, ...headers },
      ...body,
    });
  };
}

/** Everything that a call might change. */
async function standing(): Promise<string> {
  const { register, collections } = world.ports;
  const records = await Promise.all(
    Object.values(collections).map((collection) => collection.all('linxiang')),
  );
  const tasks = await Array.fromAsync(register.tasks('linxiang'));
  const parts = [
    records,
    tasks,
    await register.directory('linxiang'),
    await register.park('linxiang'),
  ];
  return JSON.stringify(parts, (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

/** One of each role, and an owner and a head of another unit. */
const posts = (): readonly Contact[] => {
  const first = Role.options.flatMap((role) => contacts.find((each) => each.role === role) ?? []);
  const own = contacts.filter(({ unit }) => unit === '安环局');
  return [...new Set([...first, ...own])];
};

describe('the routes of the app', () => {
  it('are all in the table, so that none is left without a guard', () => {
    const app = portalApp(aPortal(world));
    const listed = app.routes.filter(
      ({ method, path }) => method !== 'ALL' && !path.startsWith('/static/'),
    );
    const known = new Set([...OPEN, ...routes.map(({ route }) => route)]);
    expect(new Set(listed.map(({ method, path }) => `${method} ${path}`))).toEqual(known);
  });

  it('let each post through as the table of authority says, and change nothing for the others', async () => {
    for (const contact of posts()) {
      const ask = await asking(contact.id);
      const before = await standing();
      for (const each of routes.filter(({ may }) => !may(contact))) {
        const { status } = await ask(each);
        expect([contact.id, each.route, each.refusal.includes(status) || status]).toEqual([
          contact.id,
          each.route,
          true,
        ]);
      }
      expect(await standing()).toBe(before);
    }
  });

  it('show each post what it may see', async () => {
    for (const contact of posts()) {
      const ask = await asking(contact.id);
      for (const each of routes.filter(({ may }) => may(contact))) {
        const isLook = each.route.startsWith('GET');
        // A form or a call without anything in it is answered with what is missing.
        const answered = isLook ? [200] : [200, 303, 400, 409, 412, 422, 428];
        const { status } = await ask(each);
        expect([contact.id, each.route, answered.includes(status) || status]).toEqual([
          contact.id,
          each.route,
          true,
        ]);
      }
    }
  });

  it('redirect or refuse visitors who are not signed in', async () => {
    const ask = await asking();
    for (const each of routes) {
      const { status, headers } = await ask(each);
      const isPage = each.route.startsWith('GET') && !each.path.startsWith('/api/');
      const way = headers.get('location')?.replace(/\?.*/, '') ?? null;
      expect([each.route, status, way]).toEqual([
        each.route,
        ...(isPage ? [303, '/sign-in'] : [401, null]),
      ]);
    }
  });

  it.each(['https://evil.example', 'null', ''])('take no form from “%s”', async (origin) => {
    const ask = await asking('office');
    const before = await standing();
    const forms = routes.filter(
      ({ route, path }) => !route.startsWith('GET') && !path.startsWith('/api/'),
    );
    expect(forms.length).toBeGreaterThan(15);
    for (const each of forms) {
      const { status } = await ask(each, { origin });
      expect([each.route, status]).toEqual([each.route, 403]);
    }
    expect(await standing()).toBe(before);
  });

  it('show and change nothing of this park to another park', async () => {
    const { ports } = world;
    await openPark(aPark({ id: 'elsewhere', name: '别处' }), ports);
    const mine = contacts.filter(({ role }) => role === 'office');
    await enterContacts('elsewhere', mine, ports);
    const here = await asking('office', 'linxiang', ports);
    const elsewhere = await asking('office', 'elsewhere', ports);
    const single = routes.filter(({ route }) => /:(?:id|step|draft)/.test(route));
    expect(single.length).toBeGreaterThan(30);
    for (const each of single) {
      const isLook = each.route.startsWith('GET');
      const refused = isLook ? [404] : [400, 404, 422, 428];
      const { status } = await elsewhere(each);
      expect([each.route, refused.includes(status) || status]).toEqual([each.route, true]);
      // Only what is there for its own park shows that it is not there for another.
      const own = isLook ? (await here(each)).status : 200;
      expect([each.route, own]).toEqual([each.route, 200]);
    }
  });
});
