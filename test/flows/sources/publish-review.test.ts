import { beforeEach, describe, expect, it } from 'vitest';
import { DamagedRecord } from '../../../functions/domain/base/faults.ts';
import type { Review } from '../../../functions/domain/sources/review.ts';
import { removeContact } from '../../../functions/flows/contacts/keep-contacts.ts';
import type { Versioned } from '../../../functions/flows/ports.ts';
import { faulty } from '../../support/faults.ts';
import { taskId } from '../../support/ids.ts';
import { type Desk, deskOf, emptyPark, office, SMALL_PLAN } from '../../support/plans.ts';
import {
  amendDrafts,
  dropReview,
  openReview,
  publishReview,
  reopenReview,
  wake,
} from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

const PARK = 'linxiang';

let world: World;
let desk: Desk;
beforeEach(async () => {
  world = await emptyPark();
  desk = deskOf(world);
});

describe('a publication', () => {
  it('waits for every decision', async () => {
    const id = await desk.upload(SMALL_PLAN);
    await expect(desk.publish(id)).rejects.toThrow('还有 7 条没有决定');
    expect(desk.registered()).toEqual([]);
  });

  it('registers what was accepted, hands it over and tells the owners in the morning', async () => {
    const id = await desk.decided();
    expect(await desk.publish(id)).toEqual({ registered: 3, left: 0 });
    expect(desk.registered()).toEqual(['p22-001', 'p22-002', 'p22-003']);
    expect((await desk.readOf(id)).kept.value.state).toBe('published');
    expect((await world.collections.sources.find(PARK, 'p22'))?.value).toMatchObject({
      kind: 'annualPlan',
      title: '临湘高新区2022年工作计划',
      areas: ['安全环保', '招商引资', '项目建设'],
      versions: [{ number: 1, file: '计划.txt', review: id }],
    });
    const text = await world.collections.sourceTexts.find(PARK, 'p22.1');
    expect(text?.value.text).toContain('应急预案修订');
    world.goTo('2022-01-18 08:00');
    await wake(PARK, world.ports);
    const told = world.messages.find(({ contact }) => contact === 'anhuan-owner');
    expect(told?.text).toContain('交办');
    await expect(desk.publish(id)).rejects.toThrow('已发布');
  });

  it('lets the number of a target be returned from then on', async () => {
    await desk.publish(await desk.decided());
    const target = await world.collections.targets.find(PARK, 'p22-003');
    expect(target?.value).toMatchObject({ unit: '个', basis: 'cumulative', actuals: [] });
    expect((await world.collections.targets.all(PARK)).length).toBe(1);
  });

  it('goes on where it stopped, and amends nothing on the way', async () => {
    const id = await desk.decided();
    expect(await desk.publish(id, 1)).toEqual({ registered: 1, left: 2 });
    await expect(desk.amend(id, 'all', { decision: 'dropped' })).rejects.toThrow('正在发布');
    await expect(dropReview(office, id, world.ports)).rejects.toThrow('正在发布');
    expect(await desk.publish(id, 1)).toEqual({ registered: 2, left: 1 });
    expect(await desk.publish(id, 1)).toEqual({ registered: 3, left: 0 });
    expect(desk.registered()).toHaveLength(3);
  });

  it('that dies anywhere is finished by the next one', async () => {
    for (let deadAt = 1; ; deadAt += 1) {
      world = await emptyPark();
      desk = deskOf(world);
      const id = await desk.decided();
      let calls = 0;
      const die = <Args extends unknown[], Answer>(
        call: (...args: Args) => Promise<Answer>,
      ): ((...args: Args) => Promise<Answer>) => {
        return async (...args) => {
          calls += 1;
          if (calls === deadAt) throw new Error('died');
          return call(...args);
        };
      };
      const { register, collections } = world.ports;
      const ports = {
        ...world.ports,
        register: {
          ...register,
          create: die(register.create),
          putWatch: die(register.putWatch),
        },
        collections: {
          ...collections,
          reviews: { ...collections.reviews, put: die(collections.reviews.put) },
          sources: { ...collections.sources, put: die(collections.sources.put) },
          sourceTexts: { ...collections.sourceTexts, put: die(collections.sourceTexts.put) },
          targets: { ...collections.targets, put: die(collections.targets.put) },
        },
      };
      const first = await publishReview(office, id, { inHand: false, most: 2 }, ports).then(
        () => 'lived',
        () => 'died',
      );
      while ((await desk.readOf(id)).kept.value.state !== 'published') await desk.publish(id, 2);
      expect(desk.registered()).toEqual(['p22-001', 'p22-002', 'p22-003']);
      expect(await world.collections.targets.find(PARK, 'p22-003')).toBeDefined();
      const source = await world.collections.sources.find(PARK, 'p22');
      expect(source?.value.versions).toHaveLength(1);
      expect(await world.collections.sourceTexts.find(PARK, 'p22.1')).toBeDefined();
      expect(await world.register.watch(PARK)).toBeDefined();
      if (first === 'lived') break;
    }
  });

  it('that cannot go on goes back to be looked through, and what is registered stays', async () => {
    const id = await desk.decided();
    await desk.publish(id, 1);
    await removeContact('zhaoshang-owner', { park: PARK }, world.ports);
    await expect(desk.publish(id)).rejects.toThrow('没有责任人的联系方式');
    await reopenReview(office, id, world.ports);
    await desk.amend(id, 'accepted', { unit: '安环局' });
    expect(await desk.publish(id)).toEqual({ registered: 3, left: 0 });
    expect(world.stored('p22-003')?.task.leadUnit).toBe('安环局');
    await expect(reopenReview(office, id, world.ports)).rejects.toThrow('已发布');
  });

  it('stands in the history of its tasks as what it was', async () => {
    await desk.publish(await desk.decided());
    const [first] = await world.register.history(PARK, taskId('p22-001'));
    expect(first).toMatchObject({ by: 'office', via: '网页', what: '交办' });
    expect(first?.why).toBe('发布《临湘高新区2022年工作计划》');
  });

  it('asks the office to set the dates that are missing, of the second plan as of the first', async () => {
    await desk.publish(await desk.decided());
    world.goTo('2022-01-18 08:00');
    await wake(PARK, world.ports);
    expect((await world.register.watch(PARK))?.value.datesToSet).toBeNull();
    const second = await desk.decided(SMALL_PLAN.replace('2022', '2023'));
    await desk.publish(second);
    const watch = (await world.register.watch(PARK))?.value;
    // That of a coming year is asked for once it begins.
    expect([watch?.datesToSet, watch?.datesAhead]).toEqual([null, { plan: 2023, count: 1 }]);
  });

  it('has all that was amended until it began', async () => {
    const id = await desk.decided();
    let isDone = false;
    const racing = faulty(world.ports, async ({ name }) => {
      if (name !== 'collections.reviews.put' || isDone) return undefined;
      isDone = true;
      const meant = { view: 'all', area: 2 } as const;
      const wish = { meant, amendment: { decision: 'dropped' } } as const;
      expect((await amendDrafts(office, id, wish, world.ports)).amended).toBe(1);
      return undefined;
    });
    await publishReview(office, id, { inHand: false, most: 100 }, racing);
    expect(desk.registered()).toEqual(['p22-001', 'p22-002']);
  });

  it('begun twice at once is one', async () => {
    const id = await desk.decided();
    const both = await Promise.allSettled([desk.publish(id), desk.publish(id)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(desk.registered()).toHaveLength(3);
  });

  it('says so when its numbers were given to other promises meanwhile', async () => {
    const id = await desk.decided();
    const { reviews } = world.collections;
    // As an earlier version of the program could leave them: two of one year at once.
    const ended = (each: Versioned<Review> | DamagedRecord): Versioned<Review> | DamagedRecord =>
      each instanceof DamagedRecord
        ? each
        : { ...each, value: { ...each.value, state: 'published' } };
    const all = async (park: string) => (await reviews.all(park)).map(ended);
    const hidden = { ...world.ports.collections, reviews: { ...reviews, all } };
    const other = SMALL_PLAN.replace('应急预案修订', '另一件事情的建设');
    const bytes = new TextEncoder().encode(other);
    const given = { bytes, file: '另一份.txt', year: null, name: 'other', about: {} };
    const second = await openReview(office, given, { ...world.ports, collections: hidden });
    await desk.amend(second, 'units', { unit: '招商局' });
    await desk.amend(second, 'open', { decision: 'accepted' });
    await desk.publish(second);
    await expect(desk.publish(id)).rejects.toThrow(/已被另一次发布使用/);
  });
});
