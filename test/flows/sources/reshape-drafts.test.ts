import { beforeEach, describe, expect, it } from 'vitest';
import type { ReviewId } from '../../../functions/domain/base/ids.ts';
import type { ReviewDraft } from '../../../functions/domain/sources/review.ts';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import type { Versioned } from '../../../functions/flows/ports.ts';
import { readAccount } from '../../../functions/flows/sources/read-account.ts';
import { faulty } from '../../support/faults.ts';
import { type Desk, deskOf, emptyPark, office } from '../../support/plans.ts';
import { dropReview, mergeDrafts, moveDraft, splitDraft } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

const TEXT = `2022年工作计划
一、安全环保
安环局要在6月底前完成污染治理平台、应急指挥平台建设。安环局要在9月底前完成应急预案修订。
二、招商引资
招商局全年完成签约项目60个。
`;

let world: World;
let desk: Desk;
let id: ReviewId;
beforeEach(async () => {
  world = await emptyPark();
  desk = deskOf(world);
  id = await desk.upload(TEXT);
});

const all = async (): Promise<readonly Versioned<ReviewDraft>[]> => (await desk.readOf(id)).drafts;

async function draftOf(number: string): Promise<Versioned<ReviewDraft>> {
  const found = (await all()).find(({ value }) => value.draft.id === number);
  if (!found) throw new Error(`no draft ${number}`);
  return found;
}

const idsInOrder = async (): Promise<readonly string[]> =>
  (await all()).map(({ value }) => value.draft.id);

/** The first draft as one promise of two pieces: the reader made two of it. */
async function joined(): Promise<Versioned<ReviewDraft>> {
  const version = (await draftOf('p22-001')).version;
  await mergeDrafts(office, id, { draft: 'p22-001', version, into: 'p22-002' }, world.ports);
  return draftOf('p22-001');
}

async function expectAccounted(): Promise<void> {
  const account = await readAccount(
    await openContext('linxiang', world.ports),
    await desk.readOf(id),
  );
  expect(account.unaccounted).toBe(0);
  expect(account.counts.draft + account.counts.part + account.counts.passed).toBe(account.total);
}

describe('two drafts that are merged', () => {
  it('are one under the first id, quoted as one where they stand together', async () => {
    const { value } = await joined();
    expect(value).toMatchObject({ decision: 'open' });
    expect(value.draft.quote).toBe('安环局要在6月底前完成污染治理平台、应急指挥平台建设');
    expect(value.draft.title).toContain('，');
    expect((await draftOf('p22-002')).value).toMatchObject({
      decision: 'dropped',
      note: '并入 p22-001',
    });
    await expectAccounted();
  });

  it('keep the first quote where they stand apart, and complete its facts', async () => {
    await desk.amend(id, 'units', { unit: '招商局' });
    const { version } = await draftOf('p22-004');
    const stays = await mergeDrafts(
      office,
      id,
      { draft: 'p22-004', version, into: 'p22-003' },
      world.ports,
    );
    expect(stays).toBe('p22-003');
    const { draft } = (await draftOf('p22-003')).value;
    expect(draft).toMatchObject({
      quote: '安环局要在9月底前完成应急预案修订',
      due: '2022-09-30',
      owners: ['安环局'],
      metric: { value: 60 },
    });
    expect((await draftOf('p22-004')).value.note).toBe('并入 p22-003');
    await expectAccounted();
  });

  it('are refused: itself, one that is dropped or missing, or was changed since', async () => {
    const { version } = await draftOf('p22-001');
    const merge = (into: string, seen = version): Promise<string> =>
      mergeDrafts(office, id, { draft: 'p22-001', version: seen, into }, world.ports);
    await expect(merge('p22-001')).rejects.toThrow('不能并入自己');
    await expect(merge('p22-099')).rejects.toThrow('没有这条草稿');
    await expect(merge('p22-002', 9)).rejects.toThrow('别人刚刚改过');
    await joined();
    await expect(
      mergeDrafts(office, id, { draft: 'p22-002', into: 'p22-003' }, world.ports),
    ).rejects.toThrow('退回待定');
  });

  it('stay two where somebody changes one at the same moment', async () => {
    let puts = 0;
    const racing = faulty(world.ports, async ({ name }) => {
      if (name !== 'collections.drafts.put') return undefined;
      puts += 1;
      if (puts === 2) await desk.amend(id, 'all', { unit: '招商局' });
      return undefined;
    });
    const wish = { draft: 'p22-001', into: 'p22-002' };
    await expect(mergeDrafts(office, id, wish, racing)).rejects.toThrow('别人刚刚改过');
    expect((await draftOf('p22-001')).value.draft.quote).not.toContain('应急');
    expect((await draftOf('p22-002')).value.decision).toBe('open');
  });
});

describe('a draft that is split', () => {
  it('keeps its id in front, and what the words do not say as it was', async () => {
    const { version, value } = await joined();
    const at = value.draft.start + Array.from('安环局要在6月底前完成污染治理平台、').length;
    await splitDraft(office, id, { draft: 'p22-001', version, at }, world.ports);
    const [first, added] = [await draftOf('p22-001'), await draftOf('p22-005')];
    expect(first.value.draft).toMatchObject({
      quote: '安环局要在6月底前完成污染治理平台',
      due: '2022-06-30',
      owners: ['安环局'],
    });
    expect(added.value).toMatchObject({
      decision: 'open',
      draft: {
        quote: '应急指挥平台建设',
        title: '应急指挥平台建设',
        due: '2022-06-30',
        duePrecision: 'explicit',
        owners: ['安环局'],
        area: 1,
      },
    });
    await expectAccounted();
    const again = splitDraft(office, id, { draft: 'p22-001', version, at }, world.ports);
    await expect(again).rejects.toThrow('别人刚刚改过');
    await expect(
      splitDraft(office, id, { draft: 'p22-001', at: value.draft.start + 1 }, world.ports),
    ).rejects.toThrow('不能在这里拆开');
  });

  it('stays whole where somebody changes it at the same moment', async () => {
    const { value } = await joined();
    const at = value.draft.start + Array.from('安环局要在6月底前完成污染治理平台、').length;
    let puts = 0;
    const racing = faulty(world.ports, async ({ name }) => {
      if (name !== 'collections.drafts.put') return undefined;
      puts += 1;
      if (puts === 2) await desk.amend(id, 'open', { unit: '招商局' });
      return undefined;
    });
    const wish = { draft: 'p22-001', at };
    await expect(splitDraft(office, id, wish, racing)).rejects.toThrow('别人刚刚改过');
    expect((await draftOf('p22-001')).value.draft.quote).toBe(value.draft.quote);
    expect((await draftOf('p22-005')).value).toMatchObject({
      decision: 'dropped',
      note: '没有从 p22-001 拆出',
    });
  });
});

describe('the order of drafts', () => {
  it('is that of the text until the office moves one', async () => {
    expect(await idsInOrder()).toEqual(['p22-001', 'p22-002', 'p22-003', 'p22-004']);
    await moveDraft(office, id, { draft: 'p22-003', step: 'up' }, world.ports);
    await moveDraft(office, id, { draft: 'p22-001', step: 'up' }, world.ports);
    expect(await idsInOrder()).toEqual(['p22-001', 'p22-003', 'p22-002', 'p22-004']);
    await moveDraft(office, id, { draft: 'p22-001', step: 'down' }, world.ports);
    await moveDraft(office, id, { draft: 'p22-004', step: 'down' }, world.ports);
    expect(await idsInOrder()).toEqual(['p22-003', 'p22-001', 'p22-002', 'p22-004']);
  });

  it('is changed by the office alone, while the review is open', async () => {
    const wish = { draft: 'p22-003', step: 'up' } as const;
    const owner = { ...office, by: 'anhuan-owner' };
    await expect(moveDraft(owner, id, wish, world.ports)).rejects.toThrow('没有这项权限');
    await expect(moveDraft(office, id, { ...wish, version: 9 }, world.ports)).rejects.toThrow(
      '别人刚刚改过',
    );
    await dropReview(office, id, world.ports);
    await expect(moveDraft(office, id, wish, world.ports)).rejects.toThrow('已放弃');
    const { version } = await draftOf('p22-001');
    const merge = { draft: 'p22-001', version, into: 'p22-002' };
    await expect(mergeDrafts(office, id, merge, world.ports)).rejects.toThrow('已放弃');
    await expect(splitDraft(office, id, { ...merge, at: 30 }, world.ports)).rejects.toThrow(
      '已放弃',
    );
  });
});
