import { beforeEach, describe, expect, it } from 'vitest';
import type { ReviewId } from '../../../functions/domain/base/ids.ts';
import type { Account, Cut } from '../../../functions/domain/sources/account.ts';
import type { ReviewDraft } from '../../../functions/domain/sources/review.ts';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import { readAccount } from '../../../functions/flows/sources/read-account.ts';
import { faulty } from '../../support/faults.ts';
import { type Desk, deskOf, emptyPark, office, P22, SMALL_PLAN } from '../../support/plans.ts';
import { cutDraft, dropReview } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

const TEXT = `${SMALL_PLAN}四、队伍建设
（一）面向高校公开聘用人才，不断创新人才机制、壮大人才队伍。人才是第一资源，人才是第一动力。
`;

let world: World;
let desk: Desk;
let id: ReviewId;
beforeEach(async () => {
  world = await emptyPark();
  desk = deskOf(world);
  id = await desk.upload(TEXT);
});

const cut = (what: Cut): Promise<ReviewDraft> => cutDraft(office, id, what, world.ports);

async function accountOf(): Promise<Account> {
  return readAccount(await openContext('linxiang', world.ports), await desk.readOf(id));
}

const sentenceWith = async (words: string): Promise<number> =>
  (await accountOf()).sentences.find(({ text }) => text.includes(words))?.number ?? -1;

describe('words of the text', () => {
  it('of a sentence that was passed over become a draft with one press, and only once', async () => {
    const sentence = await sentenceWith('第一资源');
    const before = await accountOf();
    const { draft, decision } = await cut({ sentence });
    expect(draft).toMatchObject({
      id: 'p22-008',
      area: 4,
      quote: '人才是第一资源，人才是第一动力',
      title: '人才是第一资源，人才是第一动力',
    });
    expect(decision).toBe('open');
    expect(Array.from(TEXT).slice(draft.start, draft.end).join('')).toBe(draft.quote);
    expect((await cut({ sentence })).draft.id).toBe(draft.id);
    const after = await accountOf();
    expect(after.sentences[sentence - 1]?.fate).toBe('draft');
    expect(after.total).toBe(before.total);
    expect(after.counts.draft).toBeGreaterThan(before.counts.draft);
    expect(after.unaccounted).toBe(0);
  });

  it('are pieces that are ticked, next to each other', async () => {
    const sentence = await sentenceWith('人才机制');
    expect((await cut({ sentence, pieces: [2, 1] })).draft.quote).toBe(
      '不断创新人才机制、壮大人才队伍',
    );
    await expect(cut({ sentence, pieces: [0, 2] })).rejects.toThrow('不相连');
    await expect(cut({ sentence, pieces: [] })).rejects.toThrow('没有勾选');
    await expect(cut({ sentence: 99, pieces: [0] })).rejects.toThrow('没有第99句');
  });

  it('are copied, and stand once in the sentence or in the text', async () => {
    const sentence = await sentenceWith('人才机制');
    expect((await cut({ words: '壮大人才队伍' })).draft.quote).toBe('壮大人才队伍');
    await expect(cut({ words: '壮大干部队伍' })).rejects.toThrow('没有找到“壮大干部队伍”');
    await expect(cut({ words: '人才是第一' })).rejects.toThrow('有2处');
    await expect(cut({ words: ' ', sentence })).rejects.toThrow('没有勾选，也没有照抄');
    await expect(cut({ words: '人' })).rejects.toThrow('有5处');
    expect((await cut({ words: '聘用人才', sentence })).draft.quote).toBe('聘用人才');
  });

  it('are selected: within a sentence as they are, across sentences the whole of each', async () => {
    const at = Array.from(TEXT.slice(0, TEXT.indexOf('公开聘用'))).length;
    expect((await cut({ start: at, end: at + 4 })).draft.quote).toBe('公开聘用');
    await expect(cut({ start: at, end: at + 1 })).rejects.toThrow('至少选两个字');
    await expect(cut({ start: at, end: 9999 })).rejects.toThrow('不在原文里');
    const across = await cut({ start: at, end: at + 30 });
    expect(across.draft.quote).toBe(
      '面向高校公开聘用人才，不断创新人才机制、壮大人才队伍。人才是第一资源，人才是第一动力',
    );
  });

  it('keep their own date, unit and number', async () => {
    const text = '2022年工作计划\n安环局要完成验收，6月底前。投入2亿元。责任单位：安环局\n';
    const other = await desk.upload(`${text}招商局9月底前签约。`, { kind: 'meeting' });
    const made = await cutDraft(office, other, { words: '完成验收，6月底前' }, world.ports);
    expect(made.draft).toMatchObject({ due: '2022-06-30', duePrecision: 'explicit' });
    expect(made.draft.id).toMatch(/^y22a-\d{3}$/);
  });
});

describe('a draft that is cut', () => {
  it('gets a number that nothing of its source ever had', async () => {
    await desk.amend(id, 'units', { unit: '招商局' });
    await desk.amend(id, 'all', { decision: 'accepted' });
    const first = await cut({ words: '壮大人才队伍' });
    await desk.amend(id, 'open', { decision: 'dropped' });
    await desk.publish(id);
    id = await desk.upload(`${TEXT}五、其他\n安环局要在7月底前完成演练。人才很重要。`, P22);
    const ids = (await desk.readOf(id)).drafts.map(({ value }) => value.draft.id);
    const { draft } = await cut({ words: '第一资源' });
    expect([first.draft.id, ...ids]).not.toContain(draft.id);
    expect(world.stored(draft.id)).toBeUndefined();
  });

  it('gets one of its own when several are cut at once', async () => {
    const all = ['公开聘用', '人才机制', '人才队伍', '第一资源', '第一动力'];
    const made = await Promise.all(all.map((words) => cut({ words })));
    expect(new Set(made.map(({ draft }) => draft.id)).size).toBe(all.length);
  });

  it('is not made of a dropped draft, of a review that is not open, or by others', async () => {
    const { draft } = await cut({ words: '公开聘用' });
    await desk.amend(id, 'all', { decision: 'dropped' });
    await expect(cut({ words: '公开聘用' })).rejects.toThrow(`决定是不采纳`);
    expect(draft.id).toBe('p22-008');
    const owner = { ...office, by: 'anhuan-owner' };
    await expect(cutDraft(owner, id, { words: '人才队伍' }, world.ports)).rejects.toThrow(
      '没有这项权限',
    );
    await dropReview(office, id, world.ports);
    await expect(cut({ words: '人才队伍' })).rejects.toThrow('已放弃');
  });

  it('does not count once the review was turned at the same moment', async () => {
    const racing = faulty(world.ports, async ({ name }) => {
      if (name === 'collections.drafts.put') await dropReview(office, id, world.ports);
      return undefined;
    });
    await expect(cutDraft(office, id, { words: '人才队伍' }, racing)).rejects.toThrow('刚刚转为');
  });
});

describe('the account of a new version', () => {
  it('counts what is registered already, and says what is no draft', async () => {
    await desk.amend(id, 'units', { unit: '招商局' });
    await desk.amend(id, 'all', { decision: 'accepted' });
    await desk.publish(id);
    id = await desk.upload(`${TEXT}五、其他\n安环局要在7月底前完成演练。`, P22);
    const { sentences, unaccounted } = await accountOf();
    const pieces = sentences.flatMap((sentence) => sentence.pieces);
    expect(pieces.filter(({ ids }) => ids.includes('p22-001'))).toHaveLength(1);
    expect(pieces.filter(({ text }) => text.includes('完成演练'))).toMatchObject([
      { fate: 'draft' },
    ]);
    expect(unaccounted).toBe(0);
  });
});
