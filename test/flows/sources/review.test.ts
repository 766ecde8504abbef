import { beforeEach, describe, expect, it } from 'vitest';
import { DamagedRecord } from '../../../functions/domain/base/faults.ts';
import { nextOf } from '../../../functions/flows/context/update-record.ts';
import { day } from '../../support/builders.ts';
import { faulty } from '../../support/faults.ts';
import { reviewId } from '../../support/ids.ts';
import {
  aReview,
  type Desk,
  deskOf,
  emptyPark,
  office,
  P22,
  SMALL_PLAN,
} from '../../support/plans.ts';
import { amendDrafts, dropReview, openReview } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

const PARK = 'linxiang';

let world: World;
let desk: Desk;
beforeEach(async () => {
  world = await emptyPark();
  desk = deskOf(world);
});

describe('a plan that is uploaded', () => {
  it('becomes drafts in its order, and nothing is registered', async () => {
    const { kept, drafts } = await desk.readOf(await desk.upload(SMALL_PLAN));
    expect(kept.value).toMatchObject({ year: 2022, title: '临湘高新区2022年工作计划' });
    expect(kept.value.areas).toEqual(['安全环保', '招商引资', '项目建设']);
    expect(drafts.map(({ value }) => value.draft.id)).toEqual(tasksOfSmallPlan);
    expect(drafts.every(({ value }) => value.decision === 'open')).toBe(true);
    expect(desk.registered()).toEqual([]);
  });

  it.each([
    { text: '今天天气很好。', why: /计划年份/ },
    { text: '2022年工作计划\n今天天气很好。', why: /没有读出一项任务/ },
    { text: `${SMALL_PLAN}${'说明。'.repeat(90_000)}`, why: /正文超过/ },
    { text: '', why: /没有文字/ },
  ])('is refused with the reason: $why', async ({ text, why }) => {
    await expect(desk.upload(text)).rejects.toThrow(why);
    expect(await world.collections.drafts.all(PARK)).toEqual([]);
  });

  it('is for the office alone', async () => {
    await expect(desk.upload(SMALL_PLAN, {}, 'anhuan-owner')).rejects.toThrow('没有这项权限');
    expect(await world.collections.reviews.all(PARK)).toEqual([]);
  });

  it('waits until another one of its year is published or discarded', async () => {
    const first = await desk.upload(SMALL_PLAN);
    await expect(desk.upload(SMALL_PLAN)).rejects.toThrow(/还没有发布/);
    await dropReview(office, first, world.ports);
    await desk.upload(SMALL_PLAN);
    await expect(dropReview(office, first, world.ports)).rejects.toThrow('已放弃');
  });
});

describe('plans of one year that are uploaded at once', () => {
  it('become one that is under review; the others are refused', async () => {
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => desk.upload(SMALL_PLAN)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const reviews = await world.collections.reviews.all(PARK);
    expect(reviews.map((each) => 'value' in each && each.value.id)).toEqual(['2022-1']);
    const { drafts } = await desk.readOf(reviewId('2022-1'));
    expect(drafts.map(({ value }) => value.draft.id)).toEqual(tasksOfSmallPlan);
    await dropReview(office, reviewId('2022-1'), world.ports);
    expect(await desk.upload(SMALL_PLAN)).toBe('2022-2');
    expect(await desk.upload(SMALL_PLAN.replace('2022', '2023'))).toBe('2023-1');
  });

  it('are one for all, if they are one upload that was sent again', async () => {
    const given = {
      bytes: new TextEncoder().encode(SMALL_PLAN),
      file: '计划.txt',
      year: null,
      name: 'same',
      about: {},
    };
    const all = Array.from({ length: 8 }, () => openReview(office, given, world.ports));
    expect(new Set(await Promise.all(all))).toEqual(new Set(['2022-1']));
  });

  it('leave those alone that were kept before they were numbered, and that cannot be read', async () => {
    const { reviews } = world.collections;
    const id = reviewId('2022-0123456789ab');
    const old = { ...aReview, id, upload: '', state: 'published' as const };
    const kept = nextOf(undefined, old, { ...office, what: '上传计划', why: '' }, world.ports);
    const collections = {
      ...world.ports.collections,
      reviews: {
        ...reviews,
        all: async () => [kept, new DamagedRecord('park#linxiang / review#2022-2')],
      },
    };
    const bytes = new TextEncoder().encode(SMALL_PLAN);
    const given = { bytes, file: '计划.txt', year: null, name: 'new', about: {} };
    expect(await openReview(office, given, { ...world.ports, collections })).toBe('2022-3');
  });
});

const tasksOfSmallPlan = [1, 2, 3, 4, 5, 6, 7].map((number) => `p22-00${number}`);

describe('what is read', () => {
  it('asks which unit leads where the plan names several', async () => {
    const plan = '2022年工作计划\n6月底前完成平台建设（责任单位：安环局、招商局）。';
    const { drafts } = await desk.readOf(await desk.upload(plan));
    expect(drafts.map(({ value }) => value.draft.questions)).toEqual([
      ['计划写了安环局、招商局，请定一个牵头单位'],
    ]);
  });

  it('is called by its year where it begins with the head of a table', async () => {
    const table = '序号\t工作任务\t责任单位\t完成时限\n1\t完成平台建设\t安环局\t2022年6月底前\n';
    const { kept } = await desk.readOf(await desk.upload(table));
    expect(kept.value.title).toBe('2022年工作计划');
  });

  it('is refused while nothing is kept where its differences fit no record', async () => {
    const lines = Array.from(
      { length: 1500 },
      (_, at) => `安环局要在6月底前完成第${at}号管网和配套设施改造工程。`,
    );
    const plan = `2022年工作计划\n${lines.join('\n')}`;
    const id = await desk.upload(plan);
    await desk.amend(id, 'all', { decision: 'accepted' });
    await desk.publish(id, 2000);
    await expect(desk.upload(plan.replaceAll('6月', '7月'), P22)).rejects.toThrow('差别太多');
    expect(await world.collections.reviews.all(PARK)).toHaveLength(1);
  });
});

describe('drafts', () => {
  it('are not accepted without a unit that has somebody who is told; the others are', async () => {
    const id = await desk.upload(SMALL_PLAN);
    const { amended, left } = await desk.amend(id, 'all', { decision: 'accepted' });
    expect(amended).toBe(2);
    expect(left[0]).toMatchObject({ id: 'p22-003', why: '没有责任单位' });
    expect(left).toHaveLength(5);
    const nobody = await desk.amend(id, 'units', { unit: '不存在的局', decision: 'accepted' });
    expect(nobody.left[0]).toMatchObject({ why: '不存在的局没有责任人' });
    expect((await desk.amend(id, 'units', { unit: '招商局', decision: 'accepted' })).left).toEqual(
      [],
    );
  });

  it('get the dates that the plan leaves open, and no others', async () => {
    const id = await desk.upload(SMALL_PLAN);
    const { amended, left } = await desk.amend(id, 'all', { due: day('2022-11-30') });
    expect(amended).toBe(5);
    expect(left.map((each) => each.why)).toEqual([
      '计划写明了期限 2022-06-30，不能改',
      '计划写明了期限 2022-09-30，不能改',
    ]);
    const { drafts } = await desk.readOf(id);
    expect(drafts.map(({ value }) => value.draft.due)).toEqual([
      '2022-06-30',
      '2022-09-30',
      ...Array.from({ length: 5 }, () => '2022-11-30'),
    ]);
    await desk.amend(id, 'all', { kind: 'standing' });
    const undated = await desk.amend(id, 'all', { due: day('2022-12-01') });
    expect(undated.left[0]?.why).toBe('长期事项没有期限');
    // A slip is taken back whole: also the date that stands in the plan.
    await desk.amend(id, 'all', { kind: 'milestone' });
    const back = (await desk.readOf(id)).drafts.map(({ value }) => value.draft);
    expect(back[0]).toMatchObject({ due: '2022-06-30', duePrecision: 'explicit' });
    expect(back.at(-1)).toMatchObject({ due: '2022-11-30', duePrecision: 'set' });
  });

  it('that somebody else changed since they were seen stay as they are', async () => {
    const id = await desk.upload(SMALL_PLAN);
    const seen = new Map(
      (await desk.readOf(id)).drafts.map(({ value, version }) => [value.id, version]),
    );
    await desk.amend(id, 'units', { unit: '招商局' });
    const meant = { seen };
    const amendment = { decision: 'dropped' as const };
    const { amended, left } = await amendDrafts(office, id, { meant, amendment }, world.ports);
    expect(amended).toBe(2);
    expect(left.map(({ why }) => why)).toEqual(Array(5).fill('别人刚刚改过，请看过再办'));
  });

  it('do not count as amended once a publication has begun that may not have seen it', async () => {
    const id = await desk.decided();
    let isDone = false;
    const racing = faulty(world.ports, async ({ name }) => {
      if (name !== 'collections.drafts.put' || isDone) return undefined;
      isDone = true;
      await desk.publish(id);
      return undefined;
    });
    const wish = { meant: { view: 'all', area: 1 }, amendment: { unit: '招商局' } } as const;
    const { amended, left } = await amendDrafts(office, id, wish, racing);
    expect(amended).toBe(0);
    expect(left.map(({ why }) => why)).toEqual(
      Array(2).fill('这份计划刚刚转为“已发布”，请看过结果再办'),
    );
    expect(world.stored('p22-001')?.task.leadUnit).toBe('安环局');
  });

  it('are amended within one area, and by the office alone', async () => {
    const id = await desk.upload(SMALL_PLAN);
    const meant = { view: 'all' as const, area: 3 };
    const wish = { meant, amendment: { unit: '规划建设局' } };
    expect((await amendDrafts(office, id, wish, world.ports)).amended).toBe(4);
    const owner = { ...office, by: 'anhuan-owner' };
    await expect(amendDrafts(owner, id, wish, world.ports)).rejects.toThrow('没有这项权限');
  });
});
