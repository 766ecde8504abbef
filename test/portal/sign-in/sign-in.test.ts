import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SignInSettings } from '../../../functions/domain/contacts/sign-in-settings.ts';
import { issuerOf } from '../../../functions/portal/http/issuer.ts';
import type { Portal } from '../../../functions/portal/http/portal.ts';
import { startIssuer, type TestIssuer } from '../../support/issuer.ts';
import { aPortal, faults, samplePark, type Visitor, visitor } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

let world: World;
let issuer: TestIssuer;
beforeEach(async () => {
  world = await samplePark('2022-06-15');
  issuer = await startIssuer();
});
afterEach(() => issuer.stop());

const groups = [
  { group: 'park-office', park: 'linxiang', role: 'office' },
  { group: 'anhuan', park: 'linxiang', role: 'owner', unit: '安环局' },
  { group: 'heads', park: 'linxiang', role: 'unitHead' },
  { group: 'elsewhere', park: 'not-opened', role: 'office' },
];

function portalBehind(over: Partial<Portal> = {}, address = issuer.address): Portal {
  const settings = SignInSettings.parse({ issuer: address, clientId: 'ruqi', groups });
  const signIn = {
    kind: 'issuer',
    issuer: issuerOf(settings, null),
    rules: settings.groups,
  } as const;
  return aPortal(world, { signIn, ...over });
}

const pathOf = ({ pathname, search }: URL): string => pathname + search;

/** Sends `someone` from `path` to the issuer and back; answers the way back, not yet gone. */
async function sentBack(someone: Visitor, path = '/sign-in'): Promise<URL> {
  const away = await someone.get(path);
  expect(away.status).toBe(303);
  return issuer.visit(away.headers.get('location') ?? '');
}

describe('signing in with an issuer', () => {
  it('asks for a code with PKCE, state and nonce', async () => {
    const away = await visitor(portalBehind()).get('/sign-in');
    const address = new URL(away.headers.get('location') ?? '');
    expect(address.origin).toBe(issuer.address);
    const asked = Object.fromEntries(address.searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: 'ruqi',
      code_challenge_method: 'S256',
      redirect_uri: 'http://localhost/sign-in/callback',
      scope: 'openid',
    });
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked[name]).toBeTruthy();
    const cookie = away.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toContain(asked['state']);
  });

  it('leads to the page that was asked for, as the post of the group', async () => {
    issuer.claims = { groups: ['everybody', 'park-office'] };
    const someone = visitor(portalBehind());
    const asked = await someone.get('/items?lamp=red');
    const signIn = asked.headers.get('location') ?? '';
    const answer = await someone.get(pathOf(await sentBack(someone, signIn)));
    expect(answer.headers.get('location')).toBe('/items?lamp=red');
    expect(await someone.text('/items?lamp=red')).toContain('园区办（督查室）');
  });

  it('asks who holds several posts for one of them, and takes no other', async () => {
    issuer.claims = { groups: ['park-office', 'anhuan'] };
    const someone = visitor(portalBehind());
    const page = await (await someone.get(pathOf(await sentBack(someone)))).text();
    expect(page).toContain('选择岗位');
    expect((await someone.get('/')).status).toBe(303);
    const chosen = await someone.post('/sign-in/post', { post: 'linxiang/anhuan-owner' });
    expect(chosen.status).toBe(303);
    expect(await someone.text('/')).toContain('安环局');
  });

  it.each(['linxiang/finance', 'elsewhere/office', '', 'linxiang/'])(
    'refuses the post “%s” that one does not hold',
    async (post) => {
      issuer.claims = { groups: ['park-office', 'anhuan'] };
      const someone = visitor(portalBehind());
      await someone.get(pathOf(await sentBack(someone)));
      expect((await someone.post('/sign-in/post', { post })).status).toBe(400);
      expect((await someone.get('/')).status).toBe(303);
    },
  );

  it.each([{ groups: ['everybody'] }, { groups: ['elsewhere'] }, { groups: 7 }, {}])(
    'says what to do to who holds no post: %o',
    async (claims) => {
      issuer.claims = claims;
      const someone = visitor(portalBehind());
      const answer = await someone.get(pathOf(await sentBack(someone)));
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('请联系园区办');
      expect((await someone.get('/')).status).toBe(303);
    },
  );

  it('takes a single group that is no list', async () => {
    issuer.claims = { groups: 'park-office' };
    const someone = visitor(portalBehind());
    expect((await someone.get(pathOf(await sentBack(someone)))).status).toBe(303);
  });

  it('leads nowhere but to its own pages', async () => {
    issuer.claims = { groups: ['park-office'] };
    const someone = visitor(portalBehind());
    const back = await sentBack(someone, '/sign-in?back=https://evil.example/');
    expect((await someone.get(pathOf(back))).headers.get('location')).toBe('/');
  });
});

describe('an answer of the issuer', () => {
  const refused = async (someone: Visitor, path: string, status: number): Promise<string> => {
    const answer = await someone.get(path);
    expect(answer.status).toBe(status);
    expect((await someone.get('/')).status).toBe(303);
    return answer.text();
  };

  beforeEach(() => {
    issuer.claims = { groups: ['park-office'] };
  });

  it('is taken once', async () => {
    const someone = visitor(portalBehind());
    const back = pathOf(await sentBack(someone));
    expect((await someone.get(back)).status).toBe(303);
    await someone.post('/sign-out');
    expect(await refused(someone, back, 400)).toContain('这一步已经用过');
  });

  it('is refused in another browser', async () => {
    const portal = portalBehind();
    const back = pathOf(await sentBack(visitor(portal)));
    await refused(visitor(portal), back, 400);
    const other = visitor(portal);
    await other.get('/sign-in');
    await refused(other, back, 400);
  });

  it('with a foreign state or code, or no code, is refused', async () => {
    for (const change of [{ state: 'another' }, { code: 'another' }, { code: '' }]) {
      const someone = visitor(portalBehind());
      const back = await sentBack(someone);
      for (const [name, value] of Object.entries(change)) back.searchParams.set(name, value);
      await refused(someone, pathOf(back), 400);
    }
  });

  it.each([
    { nonce: 'another' },
    { aud: 'another' },
    { iss: 'http://127.0.0.1:9' },
    { exp: 1_000_000_000 },
  ])('whose token says %o is refused', async (wrong) => {
    const someone = visitor(portalBehind());
    const back = pathOf(await sentBack(someone));
    issuer.claims = { groups: ['park-office'], ...wrong };
    await refused(someone, back, 400);
    expect(faults.at(-1)).toContain('signing in failed');
  });

  it('that comes after ten minutes is refused', async () => {
    let now = aPortal(world).realNow();
    const someone = visitor(portalBehind({ realNow: () => now }));
    const back = pathOf(await sentBack(someone));
    now = now.add({ minutes: 10 });
    expect(await refused(someone, back, 400)).toContain('停留太久');
  });

  it('that denies access is explained', async () => {
    const someone = visitor(portalBehind());
    const { searchParams } = await sentBack(someone);
    const state = searchParams.get('state');
    const path = `/sign-in/callback?error=access_denied&state=${state}`;
    expect(await refused(someone, path, 403)).toContain('没有放行');
  });

  it('that does not come, because it is down, is not an error of the visitor, and is tried again', async () => {
    const { address } = issuer;
    const portal = portalBehind({}, address);
    await issuer.stop();
    const answer = await visitor(portal).get('/sign-in');
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('连不上');
    issuer = await startIssuer(Number(new URL(address).port));
    expect((await visitor(portal).get('/sign-in')).status).toBe(303);
  });
});

describe('signing out', () => {
  it('ends the session here, and leads to the issuer to end it there', async () => {
    issuer.claims = { groups: ['park-office'] };
    const someone = visitor(portalBehind());
    await someone.get(pathOf(await sentBack(someone)));
    const answer = await someone.post('/sign-out');
    expect(await answer.text()).toContain('已退出');
    const away = answer.headers.get('refresh') ?? '';
    expect(away).toContain(`0; url=${issuer.address}/endsession`);
    expect(away).toContain(encodeURIComponent('http://localhost/signed-out'));
    expect((await someone.get('/')).headers.get('location')).toBe('/sign-in');
    expect(await someone.text('/signed-out')).toContain('已退出');
  });
});
