import { beforeEach, describe, expect, it } from 'vitest';
import { callerAs } from '../../support/caller.ts';
import { aPortal, samplePark, signedInAs, type Visitor } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

describe('saved views of the register', () => {
  let world: World;
  let office: Visitor;
  let owner: Visitor;
  beforeEach(async () => {
    world = await samplePark('2022-06-15');
    office = await signedInAs('office', aPortal(world));
    owner = await signedInAs('anhuan-owner', aPortal(world));
  });
  const idOf = async (name: string): Promise<string> => {
    const all = await world.collections.views.all('linxiang');
    const found = all.flatMap((each) => ('value' in each ? [each.value] : []));
    return found.find((view) => view.name === name)?.id ?? '';
  };

  it('are links with a name; the office saves them for all, any post for itself', async () => {
    const red = { name: '红灯按期限', address: '/items?sort=due&lamp=red&page=2', forAll: 'yes' };
    const saved = await office.post('/items/views', red);
    expect([saved.status, saved.headers.get('location')]).toEqual([
      303,
      '/items?lamp=red&sort=due',
    ]);
    await owner.post('/items/views', { name: '我的', address: '/items?due=month' });
    const own = await owner.text('/items?lamp=red&sort=due');
    expect(own).toContain(
      '<a href="/items?lamp=red&amp;sort=due" aria-current="page">红灯按期限</a>',
    );
    expect(own).toContain('<a href="/items?due=month">我的</a>');
    expect(own).not.toContain('删除视图“红灯按期限”');
    expect(await office.text('/items')).not.toContain('>我的<');
  });

  it.each([
    { of: 'no name', fields: { name: ' ', address: '/items' }, words: '名称：不能为空' },
    {
      of: 'a name that is taken',
      fields: { name: '红灯', address: '/items' },
      words: '已有“红灯”',
    },
    {
      of: 'a view for all that is not the office’s',
      fields: { name: '全部', address: '/items', forAll: 'yes' },
      words: '没有这项权限',
    },
  ])('are not saved with $of', async ({ fields, words }) => {
    await office.post('/items/views', { name: '红灯', address: '/items?lamp=red', forAll: 'yes' });
    const answer = await owner.post('/items/views', fields);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(words);
    expect(await world.collections.views.all('linxiang')).toHaveLength(1);
  });

  it('lead to the register and nowhere else', async () => {
    await owner.post('/items/views', { name: '外', address: 'https://evil.example/?lamp=red' });
    expect(await owner.text('/items')).toContain('<a href="/items?lamp=red">外</a>');
  });

  it('are deleted by who keeps them, and those for all by the office', async () => {
    await office.post('/items/views', { name: '红灯', address: '/items?lamp=red', forAll: 'yes' });
    await owner.post('/items/views', { name: '我的', address: '/items?due=month' });
    const [shared, own] = [await idOf('红灯'), await idOf('我的')];
    expect((await owner.post(`/items/views/${shared}/deletion`)).status).toBe(400);
    expect((await office.post(`/items/views/${own}/deletion`)).status).toBe(400);
    expect((await owner.post(`/items/views/${own}/deletion`)).status).toBe(303);
    expect((await office.post(`/items/views/${shared}/deletion`)).status).toBe(303);
    expect(await owner.text('/items')).not.toContain('红灯</a>');
    const history = await world.collections.views.history('linxiang', shared);
    expect(history.map(({ what }) => what)).toEqual(['存为视图', '删除视图']);
  });

  it('end at 30 for one contact', async () => {
    const call = await callerAs(world, 'anhuan-owner');
    for (let at = 0; at < 30; at += 1)
      await call('/views', { name: `第${at}个`, address: '/items' });
    const answer = await call('/views', { name: '又一个', address: '/items' });
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('已经存了30个视图'),
    ]);
  });

  it('are the same by calls', async () => {
    const call = await callerAs(world, 'office');
    const added = await call('/views', { name: '红灯', address: '/items?lamp=red', forAll: 'yes' });
    const { id } = (await added.json()) as { id: string };
    const listed = await (await call('/views')).text();
    expect(JSON.parse(listed)).toEqual({
      views: [{ id, name: '红灯', address: '/items?lamp=red', owner: 'office', isForAll: true }],
    });
    expect((await call(`/views/${id}`, undefined, {}, 'DELETE')).status).toBe(200);
    expect((await call('/views/none', undefined, {}, 'DELETE')).status).toBe(422);
    expect(await (await call('/views')).json()).toEqual({ views: [] });
    expect((await call('/views', { name: '外', address: 'https://evil.example' })).status).toBe(
      422,
    );
  });
});
