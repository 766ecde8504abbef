import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { portalApp } from '../../functions/portal/app.tsx';
import { script, style } from '../../functions/portal/ui/assets.ts';
import {
  aPortal,
  faults,
  HOME,
  linkTo,
  samplePark,
  signedInAs,
  visitor,
} from '../support/portal.ts';
import type { World } from '../support/world.ts';

const weight = (text: string): number => gzipSync(text, { level: 9 }).length;

const PAGES = [
  '/',
  '/items',
  '/items?lamp=red',
  '/items?q=没有这样的事项',
  '/items/p22-071',
  '/targets',
  '/targets/p22-001',
  '/funding',
  '/funding/p22-082-exit-2-reviewed',
  '/units',
  '/calendar',
  '/bulletin',
  '/messages',
  '/messages?state=unsigned',
  '/plans',
  '/settings',
  '/settings/policy',
  '/settings/contacts',
  '/settings/contacts/anhuan-owner',
  '/settings/new-contact',
  '/sign-in',
];

let world: World;
beforeAll(async () => {
  world = await samplePark('2022-06-15', '2022-06-30', '2022-07-01', '2022-07-05', '2022-07-08');
});

describe('every page', () => {
  it.each(PAGES)('%s is Chinese, light, and has nothing inline', async (path) => {
    const office = await signedInAs('office', aPortal(world));
    const answer = await office.get(path);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toMatch(/^<!doctype html><html lang="zh-CN">/);
    expect(weight(page)).toBeLessThanOrEqual(12 * 1024);
    expect(page).not.toMatch(/ style=|<script(?! src=)| on[a-z]+=|undefined|\[object|NaN/);
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  it('asks for a style and a script that are light and may be kept', async () => {
    expect(weight(style.body)).toBeLessThanOrEqual(12 * 1024);
    expect(weight(script.body)).toBeLessThanOrEqual(4 * 1024);
    for (const { path, type } of [style, script]) {
      const answer = await visitor(aPortal(world)).get(path);
      expect(answer.headers.get('content-type')).toBe(type);
      expect(answer.headers.get('cache-control')).toContain('immutable');
    }
  });

  it('shows what people typed as they typed it', async () => {
    const office = await signedInAs('office', aPortal(world));
    const page = await office.text('/items?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;');
    expect(page).not.toContain('<script>alert');
  });
});

describe('who is not signed in', () => {
  it('is sent to choose a post, and from there back to where they were', async () => {
    const someone = visitor(aPortal(world));
    const answer = await someone.get('/items');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sign-in?back=%2Fitems');
    expect(await someone.text('/sign-in?back=%2Fitems')).toContain('name="back" value="/items"');
    const chosen = await someone.post('/sign-in', { contact: 'office', back: '/items' });
    expect(chosen.headers.get('location')).toBe('/items');
    expect(chosen.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax$/);
    expect(await someone.text('/items')).toContain('任务清单');
  });

  it('changes nothing', async () => {
    const someone = visitor(aPortal(world));
    expect((await someone.post('/items/p22-071/withdraw')).status).toBe(401);
    expect(world.stored('p22-071')?.task.status).toBe('inProgress');
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'items', '/a b'])(
    'is not sent on to %s',
    async (back) => {
      const answer = await visitor(aPortal(world)).post('/sign-in', { contact: 'office', back });
      expect(answer.headers.get('location')).toBe('/');
    },
  );

  it('cannot sign in as an unknown post, and is signed out after signing out', async () => {
    const someone = visitor(aPortal(world));
    expect((await someone.post('/sign-in', { contact: 'emperor' })).status).toBe(400);
    await someone.post('/sign-in', { contact: 'office' });
    await someone.post('/sign-out');
    expect((await someone.get('/')).status).toBe(303);
  });

  it('keeps the session to this host where the pages are encrypted', async () => {
    const app = portalApp(aPortal(world));
    const answer = await app.request('https://localhost/sign-in', {
      method: 'POST',
      body: 'contact=office',
      headers: {
        origin: 'https://localhost',
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-ruqi=.*; Secure; /);
  });
});

describe('a request from elsewhere', () => {
  it.each([{ origin: 'https://evil.example' }, { origin: 'null' }, {}])(
    'with %j is not taken',
    async (headers) => {
      const answer = await portalApp(aPortal(world)).request(`${HOME}/sign-in`, {
        method: 'POST',
        body: 'contact=office',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('不是从本站的页面发出的');
    },
  );

  it('under a foreign host name is refused where there is no password', async () => {
    const answer = await portalApp(aPortal(world)).request('http://evil.example/sign-in');
    expect(answer.status).toBe(403);
  });
});

describe('what went wrong', () => {
  it('is explained in Chinese, with a link to continue', async () => {
    const office = await signedInAs('office', aPortal(world));
    for (const path of ['/nowhere', '/items/nothing', '/messages/2022-06-15%23office%239']) {
      const answer = await office.get(path);
      expect(answer.status).toBe(404);
      const page = await answer.text();
      expect(page).toContain('没有这一页');
      expect(page).toContain('href="/"');
    }
  });

  it('is logged, without showing internals, when the system failed', async () => {
    const failing = {
      ...world.ports,
      ledger: { ...world.ports.ledger, read: () => Promise.reject(new Error('secret table')) },
    };
    const office = await signedInAs('office', aPortal(world, { ports: failing }));
    const answer = await office.get('/messages/x');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
    expect(faults.at(-1)).toContain('secret table');
  });

  it('because a form is too large is said, too', async () => {
    const office = await signedInAs('office', aPortal(world));
    const answer = await office.post('/items/p22-071/report', { why: '长'.repeat(70_000) });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('内容太大');
  });
});

describe('the demonstration', () => {
  it('shows its clock and moves it; without one there is no such page', async () => {
    const moves: string[] = [];
    const demo = {
      next: async () => void moves.push('next'),
      to: async (day: { toString: () => string }) => void moves.push(day.toString()),
    };
    const guest = visitor(
      aPortal(world, { demo, signIn: { kind: 'chooseRole', park: 'linxiang', guest: 'office' } }),
    );
    expect(await guest.text('/')).toContain('走到下一个时刻');
    expect((await guest.post('/demo/next', { back: '/items' })).headers.get('location')).toBe(
      '/items?ok=moved',
    );
    await guest.post('/demo/to', { day: '2022-07-15' });
    expect(moves).toEqual(['next', '2022-07-15']);
    expect((await guest.post('/demo/to', { day: '2022-02-30' })).status).toBe(400);
    const office = await signedInAs('office', aPortal(world));
    expect(await office.text('/')).not.toContain('走到下一个时刻');
    expect((await office.post('/demo/next')).status).toBe(404);
  });
});

describe('the phone page', () => {
  it('is light, has no script, is not kept or indexed, and tells nobody where it was opened', async () => {
    const answer = await visitor(aPortal(world)).get(linkTo(world, 'anhuan-owner'));
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(weight(page)).toBeLessThanOrEqual(3 * 1024);
    expect(page).not.toContain('<script');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
  });
});
