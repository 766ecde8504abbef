import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { portalApp } from '../../../functions/portal/app.tsx';
import { live } from '../../stories/climbing.ts';
import { aTask, contactsOf } from '../../support/builders.ts';
import { postId, sourceId, taskId } from '../../support/ids.ts';
import { aPortal, HOME, signedInAs } from '../../support/portal.ts';
import { enterTasks } from '../../support/requests.ts';
import { aSource, putSource } from '../../support/sources.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const HEAD = postId('unitHead@安环局');

const instruction = aSource({
  id: sourceId('s22a'),
  kind: 'instruction',
  title: '李主任6月1日批示',
  from: '李主任',
});

async function park(
  over: Partial<Contact> = {},
  readers: typeof instruction.readers = null,
): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-24 12:00');
  const contacts = contactsOf('安环局', '招商局').map(
    (each): Contact => ({
      ...each,
      channels: ['mail'],
      mail: `${each.id}@park.example`,
      ...(each.id === 'owner-0' ? over : {}),
    }),
  );
  await settleIn(world, [aTask({ source: instruction.id })], contacts);
  await putSource(world, { ...instruction, readers });
  return world;
}

const form = { readers: 'named', named: '安环局负责人' };

describe('the page of a source', () => {
  it('says what it is, and lets the office restrict it, with history', async () => {
    const world = await park();
    const office = await signedInAs('office', aPortal(world));
    expect(await office.text('/sources/s22a')).toContain('李主任6月1日批示');
    const head = await signedInAs('head-0', aPortal(world));
    expect(await head.text('/sources/s22a')).not.toContain('改谁能看');

    const answer = await office.post('/sources/s22a', { ...form, version: '1' });
    expect(answer.headers.get('location')).toBe('/sources/s22a?ok=readers');
    const kept = await world.collections.sources.find('linxiang', 's22a');
    expect(kept?.value.readers).toEqual([HEAD]);
    expect(await office.text('/sources/s22a')).toContain(
      '改谁能看：只限安环局负责人，以及园区办和各事项的责任岗位',
    );
    const leader = await signedInAs('leader', aPortal(world));
    expect((await leader.get('/sources/s22a')).status).toBe(404);
    expect((await leader.get('/items/lx22-071')).status).toBe(404);
    expect((await head.get('/items/lx22-071')).status).toBe(200);
  });

  it('counts the items that its link leads to: nodes go with their work', async () => {
    const world = await park();
    const nodeOf = { task: taskId('lx22-071'), title: '平台', weight: null, before: null };
    const node = aTask({
      id: 'lx22-071.n1',
      source: instruction.id,
      nodeOf: { ...nodeOf, isOwners: true },
    });
    await enterTasks('linxiang', [node], world.now(), world.ports);
    const office = await signedInAs('office', aPortal(world));
    expect(await office.text('/sources/s22a')).toContain(
      '<a href="/items?area=s22a&amp;year=2022">1 项</a>',
    );
  });

  it('names a post that does not exist, and what others changed meanwhile', async () => {
    const world = await park();
    const office = await signedInAs('office', aPortal(world));
    const wrong = await office.post('/sources/s22a', { ...form, named: '民政局', version: '1' });
    expect([wrong.status, await wrong.text()]).toEqual([
      400,
      expect.stringContaining('通讯录里没有“民政局”'),
    ]);
    const open = await office.post('/sources/s22a', { ...form, readers: 'open', version: '1' });
    expect([open.status, await open.text()]).toEqual([
      400,
      expect.stringContaining('公开的不填岗位'),
    ]);
    await office.post('/sources/s22a', { ...form, version: '1' });
    const late = await office.post('/sources/s22a', { ...form, version: '1' });
    expect([late.status, await late.text()]).toEqual([
      400,
      expect.stringContaining('别人刚刚改动了'),
    ]);
  });
});

describe('the calls about sources', () => {
  it('list, read and change them for who may', async () => {
    const world = await park();
    const app = portalApp(aPortal(world));
    const call = async (
      contact: string,
      path: string,
      init: RequestInit = {},
    ): Promise<Response> => {
      const signed = await app.request(`${HOME}/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: HOME },
        body: `contact=${contact}`,
      });
      const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';
      const headers = new Headers(init.headers);
      headers.set('content-type', 'application/json');
      headers.set('cookie', cookie);
      return app.request(`${HOME}/api/v1${path}`, { ...init, headers });
    };
    const change = (readers: unknown, version = '"1"'): Promise<Response> =>
      call('office', '/sources/s22a', {
        method: 'PATCH',
        body: JSON.stringify({ readers }),
        headers: { 'if-match': version },
      });
    expect((await change(['owner@民政局'])).status).toBe(422);
    expect((await change([HEAD])).status).toBe(200);
    expect((await change(null)).status).toBe(412);
    const read = await call('office', '/sources/s22a');
    expect(await read.json()).toMatchObject({ readers: [HEAD], tasks: 1, version: 2 });
    const listed = await call('leader', '/sources');
    expect(await listed.json()).toEqual({ sources: [] });
    expect((await call('leader', '/sources/s22a')).status).toBe(404);
  });
});

describe('messages about a restricted task', () => {
  it('go to the next named post of the chain, else to the office', async () => {
    const named = await park({}, [postId('responsibleLeader@安环局')]);
    await live(named, '2022-06-27', '2022-07-15');
    const told = (world: World): ReadonlySet<string> =>
      new Set(
        world.messages
          .filter(({ text }) => text.includes('第三方治理'))
          .map(({ contact }) => contact),
      );
    expect(told(named)).toEqual(new Set(['owner-0', 'leader', 'office']));
    const nobody = await park({}, []);
    await live(nobody, '2022-06-27', '2022-07-15');
    expect(told(nobody)).toEqual(new Set(['owner-0', 'office']));
    const toOffice = nobody.messages.filter(({ contact }) => contact === 'office');
    expect(toOffice.some(({ text }) => text.includes('督办：'))).toBe(true);
  });

  it('follow a restriction that comes after they were addressed', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-06-28');
    world.answer.to = () => ({ result: 'deferred', reason: '稍后' });
    await expect(live(world, '2022-06-29', '2022-06-29')).rejects.toThrow('稍后');
    expect(world.digests().some(({ post, state }) => post === HEAD && state === 'open')).toBe(true);
    world.answer.to = () => undefined;
    const office = await signedInAs('office', aPortal(world));
    await office.post('/sources/s22a', { readers: 'named', named: '', version: '1' });
    const before = world.messages.length;
    await live(world, '2022-06-30', '2022-07-01');
    const since = world.messages.slice(before);
    expect(new Set(since.map(({ contact }) => contact))).toEqual(new Set(['owner-0', 'office']));
    const toOffice = since.filter(({ contact }) => contact === 'office');
    expect(toOffice.some(({ text }) => text.includes('督办：'))).toBe(true);
  });

  it('reach a stand-in while he stands in, and no longer', async () => {
    const world = await park({ standIn: 'owner-1' as NonNullable<Contact['standIn']> }, []);
    await live(world, '2022-06-27', '2022-06-30');
    expect(world.messages.find(({ contact }) => contact === 'owner-1')?.text).toContain(
      '第三方治理',
    );
    const standIn = await signedInAs('owner-1', aPortal(world));
    expect((await standIn.get('/items/lx22-071')).status).toBe(200);
  });

  it.each(['https', 'wecom'] as const)(
    'are a number alone where %s carries them',
    async (channel) => {
      const world = await park({ channels: [channel], https: 'https://unit.example/hook' }, [HEAD]);
      world.pages.at = HOME;
      await live(world, '2022-06-27', '2022-07-01');
      const told = world.messages.filter(({ contact }) => contact === 'owner-0');
      expect(told.length).toBeGreaterThan(0);
      for (const { subject, text, short } of told) {
        expect(`${subject}${text}${short}`).not.toMatch(/治理|lx22-071|\/a\//);
        expect(text).toContain('有1项不公开，请登录如期办理。');
        expect(text).toMatch(/签收/);
      }
      // It was asked for a signature all the same: its silence is told.
      expect(world.messages.some(({ contact }) => contact === 'head-0')).toBe(true);
    },
  );
});
