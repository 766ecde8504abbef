import { describe, expect, it } from 'vitest';
import { contactsOf } from '../../support/builders.ts';
import { postId } from '../../support/ids.ts';
import { SMALL_PLAN } from '../../support/plans.ts';
import { aPortal, signedInAs, type Visitor } from '../../support/portal.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

async function desk(): Promise<{ readonly world: World; readonly office: Visitor }> {
  const world = newWorld();
  world.goTo('2022-06-24 12:00');
  await settleIn(world, [], contactsOf('安环局', '招商局'));
  return { world, office: await signedInAs('office', aPortal(world)) };
}

const item = { title: '核查地下管线', leadUnit: '安环局', key: 'k1' };
const named = { readers: 'named', named: '安环局负责人、leader' };
const HEAD = postId('unitHead@安环局');

describe('an item that is entered for named posts', () => {
  it('gets a source of its own, apart from the open entries of the year', async () => {
    const { world, office } = await desk();
    expect((await office.post('/items/new', item)).status).toBe(303);
    const secret = { ...item, title: '排查危险源', key: 'k2', ...named };
    expect((await office.post('/items/new', secret)).status).toBe(303);
    const sources = await world.collections.sources.all('linxiang');
    expect(sources.map((each) => 'value' in each && [each.value.id, each.value.readers])).toEqual([
      ['h22', null],
      ['h22a', [HEAD, 'leader']],
    ]);
    const owner = await signedInAs('owner-1', aPortal(world));
    expect(await owner.text('/items')).not.toContain('排查危险源');
    const leader = await signedInAs('leader', aPortal(world));
    expect(await leader.text('/items')).toContain('排查危险源');
  });

  it('is refused where a named post is unknown', async () => {
    const { world, office } = await desk();
    const answer = await office.post('/items/new', { ...item, readers: 'named', named: '民政局' });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('通讯录里没有“民政局”'),
    ]);
    expect(await world.collections.sources.all('linxiang')).toEqual([]);
  });
});

describe('an upload for named posts', () => {
  it('is reviewed by them and the office alone', async () => {
    const { world, office } = await desk();
    const file = new File([SMALL_PLAN], '纪要.txt');
    const answer = await office.upload('/plans', file, {
      key: 'k',
      ...named,
      named: '安环局负责人',
    });
    const review = answer.headers.get('location')?.split('?')[0] ?? '';
    expect(review).toMatch(/^\/plans\//);
    expect((await office.get(review)).status).toBe(200);
    const leader = await signedInAs('leader', aPortal(world));
    expect((await leader.get(review)).status).toBe(404);
    expect(await leader.text('/plans')).not.toContain('纪要.txt');
    const [kept] = await world.collections.reviews.all('linxiang');
    expect(kept && 'value' in kept && kept.value.readers).toEqual([HEAD]);
  });
});
