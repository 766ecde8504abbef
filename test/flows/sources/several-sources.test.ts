import { beforeEach, describe, expect, it } from 'vitest';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import { sourceId } from '../../support/ids.ts';
import { type Desk, deskOf, emptyPark, P22, SMALL_PLAN } from '../../support/plans.ts';
import type { World } from '../../support/world.ts';

const PARK = 'linxiang';

const LIVELIHOOD = `临湘高新区2022年民生实事项目清单
一、教育
招商局要在8月底前建成园区小学。
二、出行
安环局要在6月底前完成污染第三方治理工作平台建设。安环局要在10月底前开通园区公交。
`;

let world: World;
let desk: Desk;
beforeEach(async () => {
  world = await emptyPark();
  desk = deskOf(world);
  await desk.publish(await desk.decided());
});

const sourcesOf = async () => (await openContext(PARK, world.ports)).sources();

describe('a second document of a year', () => {
  it('has a code, areas and a text of its own, and says of nothing that it is gone', async () => {
    const id = await desk.decided(LIVELIHOOD);
    const { kept, drafts } = await desk.readOf(id);
    expect(kept.value).toMatchObject({ source: 'm22a', kind: 'livelihood', amended: [], gone: [] });
    expect(drafts.map(({ value }) => value.draft.id)).toEqual(['m22a-001', 'm22a-002', 'm22a-003']);
    await desk.publish(id);
    expect((await sourcesOf()).map((source) => [source.id, source.title, source.areas])).toEqual([
      ['m22a', '临湘高新区2022年民生实事项目清单', ['教育', '出行']],
      ['p22', '临湘高新区2022年工作计划', ['安全环保', '招商引资', '项目建设']],
    ]);
    expect(world.stored('m22a-001')?.task).toMatchObject({ source: 'm22a', area: 1, plan: 2022 });
    expect(world.stored('p22-002')?.task).toMatchObject({
      source: 'p22',
      status: 'pendingAcceptance',
    });
  });

  it('of the same kind gets the next code, while a dropped one leaves its code free', async () => {
    const dropped = await desk.upload(LIVELIHOOD);
    expect((await desk.readOf(dropped)).kept.value.source).toBe('m22a');
    const beside = await desk.upload(LIVELIHOOD.replace('2022年民生', '2022年第二批民生'));
    expect((await desk.readOf(beside)).kept.value.source).toBe('m22b');
  });

  it('that is a plan is asked about: a new version, or another source', async () => {
    await expect(desk.upload(SMALL_PLAN)).rejects.toThrow(
      /2022年已有年度计划《临湘高新区2022年工作计划》.*请选明/,
    );
    const other = await desk.upload(SMALL_PLAN, { kind: 'annualPlan' });
    expect((await desk.readOf(other)).kept.value).toMatchObject({ source: 'p22a', gone: [] });
  });

  it('cannot be a version of a source that is unknown, of another year, or under review', async () => {
    const unknown = desk.upload(SMALL_PLAN, { versionOf: sourceId('p21') });
    await expect(unknown).rejects.toThrow('没有编号为 p21 的来源');
    const later = desk.upload(SMALL_PLAN.replace('2022', '2023'), P22);
    await expect(later).rejects.toThrow('是2022年的，这份写的是2023年');
    await desk.upload(SMALL_PLAN, P22);
    await expect(desk.upload(SMALL_PLAN, P22)).rejects.toThrow(/还没有发布/);
  });
});

describe('a new version of a source', () => {
  it('is compared with what that source made, and with nothing else', async () => {
    await desk.publish(await desk.decided(LIVELIHOOD));
    const shorter = SMALL_PLAN.replace('安环局要在9月底前完成应急预案修订。', '');
    const id = await desk.decided(shorter, P22);
    expect((await desk.readOf(id)).kept.value.gone.map((gone) => gone.id)).toEqual(['p22-002']);
    await desk.publish(id);
    const [, plan] = await sourcesOf();
    expect(plan?.versions.map(({ number, file }) => [number, file])).toEqual([
      [1, '计划.txt'],
      [2, '计划.txt'],
    ]);
  });
});
