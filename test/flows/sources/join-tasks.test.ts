import { beforeEach, describe, expect, it } from 'vitest';
import { groupedByPlace, isInPlace } from '../../../functions/domain/sources/place.ts';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import { settleChanges } from '../../../functions/flows/sources/settle-changes.ts';
import { splitTask } from '../../../functions/flows/sources/split-task.ts';
import { day } from '../../support/builders.ts';
import { faulty } from '../../support/faults.ts';
import { sourceId, taskId } from '../../support/ids.ts';
import { type Desk, deskOf, emptyPark, office, SMALL_PLAN } from '../../support/plans.ts';
import { aPortal, signedInAs } from '../../support/portal.ts';
import { amendDrafts, wake } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

const PARK = 'linxiang';
const FIRST = 'p22-001';
const M22 = { versionOf: sourceId('m22a') };

const LIVELIHOOD = `临湘高新区2022年民生实事项目清单
一、教育
招商局要在8月底前建成园区小学。
二、出行
安环局要在5月底前完成污染第三方治理工作平台建设。
`;

let world: World;
let desk: Desk;
beforeEach(async () => {
  world = await emptyPark();
  desk = deskOf(world);
  await desk.publish(await desk.decided());
});

const task = () => {
  const stored = world.stored(FIRST);
  if (!stored) throw new Error('not registered');
  return stored.task;
};

/** The list under review, with the draft that is like the task of the plan. */
async function reviewed(answer?: 'same' | 'sameNewDate' | 'other') {
  const id = await desk.upload(LIVELIHOOD);
  const draft = (await desk.readOf(id)).drafts.find(({ value }) => value.alike !== null);
  if (!draft) throw new Error('no draft is alike');
  if (answer) {
    const meant = { seen: new Map([[draft.value.id, draft.version]]) };
    await amendDrafts(office, id, { meant, amendment: { alikeIs: answer } }, world.ports);
  }
  const left = await desk.amend(id, 'open', { decision: 'accepted' });
  return { id, draft: draft.value, left };
}

describe('a draft that is like a task of another source', () => {
  it('is asked about, with the date that is proposed, and not accepted before it is answered', async () => {
    const { id, draft, left } = await reviewed();
    expect(draft).toMatchObject({ alike: FIRST, alikeIs: null });
    expect(draft.draft.questions.at(-1)).toMatch(
      /^与《临湘高新区2022年工作计划》p22-001“.+”像是同一件事，请答是不是；那一项期限是6月30日（周四），这一份写5月31日（周二），建议定为5月31日（周二）$/,
    );
    expect(left).toMatchObject({ left: [{ why: '与 p22-001 像是同一件事，请先答是不是' }] });
    await expect(desk.publish(id)).rejects.toThrow('没有决定');
  });

  it('that is another one is registered of its own', async () => {
    const { id, draft } = await reviewed('other');
    await desk.publish(id);
    expect(world.stored(draft.draft.id)).toBeDefined();
    expect(task().alsoFrom).toEqual([]);
  });

  it('that is the same is added to the task, which stands under both areas and counts once', async () => {
    const { id, draft } = await reviewed('same');
    expect(await desk.publish(id)).toEqual({ registered: 1, left: 0 });
    expect(world.stored(draft.draft.id)).toBeUndefined();
    expect(task()).toMatchObject({
      due: day('2022-06-30'),
      alsoFrom: [{ source: 'm22a', id: draft.draft.id, area: 2, due: day('2022-05-31') }],
    });
    const sources = await (await openContext(PARK, world.ports)).sources();
    const places = groupedByPlace([task()], sources, (each) => each);
    expect(places.map(({ key }) => key)).toEqual(['p22.1', 'm22a.2']);
    expect(isInPlace(task(), { source: sourceId('m22a') })).toBe(true);
    expect(isInPlace(task(), { source: sourceId('p22'), area: 1 })).toBe(true);
    expect(isInPlace(task(), { source: sourceId('m22a'), area: 1 })).toBe(false);
    const visitor = await signedInAs('office', aPortal(world));
    const page = await visitor.text(`/items/${FIRST}`);
    expect(page).toContain('《临湘高新区2022年工作计划》、《临湘高新区2022年民生实事项目清单》');
  });

  it('with a new date amends it, and its owner is told both', async () => {
    world.goTo('2022-01-18 08:00');
    await wake(PARK, world.ports);
    const { id } = await reviewed('sameNewDate');
    await desk.publish(id);
    expect(task()).toMatchObject({ due: day('2022-05-31'), originalDue: day('2022-06-30') });
    world.goTo('2022-01-19 08:00');
    await wake(PARK, world.ports);
    const told = world.messages.findLast(({ contact }) => contact === 'anhuan-owner');
    expect(told?.text).toContain('期限由6月30日（周四）改为5月31日（周二）');
    expect(told?.text).toContain('来源由《临湘高新区2022年工作计划》改为');
  });
});

describe('a new version of the second source', () => {
  it('finds the promise again, keeps its number, and changes nothing', async () => {
    await desk.publish((await reviewed('same')).id);
    const { kept, drafts } = await desk.readOf(await desk.upload(LIVELIHOOD, M22));
    expect(kept.value).toMatchObject({ unchanged: 2, amended: [], gone: [] });
    expect(drafts).toEqual([]);
  });

  it('that drops it takes that source from the task and nothing else', async () => {
    await desk.publish((await reviewed('same')).id);
    const shorter = LIVELIHOOD.split('二、出行')[0] ?? '';
    const id = await desk.upload(shorter, M22);
    const page = await (await signedInAs('office', aPortal(world))).text(`/plans/${id}`);
    expect(page).toContain('撤下这个来源');
    const change = { task: taskId(FIRST), offer: 'dropSource', version: 2 } as const;
    const run = await openContext(PARK, world.ports);
    const answer = await settleChanges(run, { by: 'office', via: '网页' }, id, [change]);
    expect(answer).toEqual({ amended: 1, left: [] });
    expect(task()).toMatchObject({ alsoFrom: [], source: 'p22', status: 'pendingAcceptance' });
  });
});

describe('the first source that drops a task of two', () => {
  it('leaves it its id, with date, title and area of the other', async () => {
    await desk.publish((await reviewed('same')).id);
    const shorter = SMALL_PLAN.replace('安环局要在6月底前完成污染第三方治理工作平台建设。', '');
    const id = await desk.upload(shorter, { versionOf: sourceId('p22') });
    const run = await openContext(PARK, world.ports);
    const booker = { by: 'office', via: '网页' };
    const withdraw = { task: taskId(FIRST), offer: 'withdraw', version: 2 } as const;
    expect((await settleChanges(run, booker, id, [withdraw])).left).toHaveLength(1);
    await settleChanges(run, booker, id, [{ ...withdraw, offer: 'dropSource' }]);
    expect(task()).toMatchObject({
      source: 'm22a',
      area: 2,
      alsoFrom: [],
      due: day('2022-05-31'),
      originalDue: day('2022-06-30'),
    });
    const { drafts, kept } = await desk.readOf(await desk.upload(LIVELIHOOD, M22));
    expect([drafts, kept.value.gone]).toEqual([[], []]);
  });

  it('and numbers of promises that were added once are given to nothing else', async () => {
    await desk.publish((await reviewed('same')).id);
    const id = await desk.upload(LIVELIHOOD.split('二、出行')[0] ?? '', M22);
    const run = await openContext(PARK, world.ports);
    const change = { task: taskId(FIRST), offer: 'dropSource', version: 2 } as const;
    await settleChanges(run, { by: 'office', via: '网页' }, id, [change]);
    await desk.publish(id);
    const more = LIVELIHOOD.replace(/二、出行[^]*/u, '招商局要在9月底前举办两场专题推介会。\n');
    const { drafts } = await desk.readOf(await desk.upload(more, M22));
    expect(drafts.map(({ value }) => value.draft.id)).toEqual(['m22a-003']);
  });
});

describe('a merge that is split', () => {
  it('makes the promise a task of its own under its number, once', async () => {
    const { id, draft } = await reviewed('same');
    await desk.publish(id);
    const visitor = await signedInAs('office', aPortal(world));
    const promise = draft.draft.id;
    expect(await visitor.text(`/items/${FIRST}`)).toContain(`拆分 ${promise}`);
    for (const _ of [1, 2]) {
      expect((await visitor.post(`/items/${FIRST}/split`, { promise })).status).toBe(303);
    }
    expect(task()).toMatchObject({ alsoFrom: [], due: day('2022-06-30'), source: 'p22' });
    expect(world.stored(promise)?.task).toMatchObject({
      source: 'm22a',
      area: 2,
      due: day('2022-05-31'),
      leadUnit: '安环局',
      status: 'pendingAcceptance',
      assignment: { number: 1 },
    });
    const other = await visitor.post(`/items/${FIRST}/split`, { promise: 'm22a-099' });
    expect(other.status).toBe(400);
    expect(await other.text()).toContain('其中没有并入的 m22a-099');
    const { kept } = await desk.readOf(await desk.upload(LIVELIHOOD, M22));
    expect(kept.value).toMatchObject({ unchanged: 2, gone: [] });
  });

  it('that was cut short is finished by the same request', async () => {
    const { id, draft } = await reviewed('same');
    await desk.publish(id);
    const promise = taskId(draft.draft.id);
    const wish = { task: taskId(FIRST), promise, why: '' };
    const booker = { by: 'office', via: '网页' };
    const ports = faulty(world.ports, async ({ name }) => {
      if (name === 'register.change') throw new Error('died');
      return undefined;
    });
    await expect(splitTask(await openContext(PARK, ports), booker, wish)).rejects.toThrow('died');
    expect(task().alsoFrom).toHaveLength(1);
    await splitTask(await openContext(PARK, world.ports), booker, wish);
    expect(task().alsoFrom).toEqual([]);
    expect(world.stored(promise)?.version).toBe(1);
  });
});
