import { beforeEach, describe, expect, it } from 'vitest';
import type { ReviewId } from '../../../functions/domain/base/ids.ts';
import type { Role } from '../../../functions/domain/base/role.ts';
import { removeContact } from '../../../functions/flows/contacts/keep-contacts.ts';
import { day } from '../../support/builders.ts';
import { type Desk, deskOf, emptyPark, P22, SMALL_PLAN } from '../../support/plans.ts';
import { aPortal, signedInAs, type Visitor } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

let world: World;
let visitor: Visitor;
let desk: Desk;
let id: ReviewId;
beforeEach(async () => {
  world = await emptyPark();
  desk = deskOf(world);
  id = await desk.decided();
  visitor = await signedInAs('office', aPortal(world));
});

const sure = { sure: 'yes' };

describe('a plan under review', () => {
  it('counts on its tabs what its views show', async () => {
    for (const [, view = '', count = ''] of (await visitor.text(`/plans/${id}`)).matchAll(
      /href="\/plans\/[^"?]+\?view=(\w+)"[^>]*>[^<\d]*(\d+)/g,
    )) {
      const page = await visitor.text(`/plans/${id}?view=${view}`);
      expect([view, [...page.matchAll(/name="shown"/g)].length]).toEqual([view, Number(count)]);
    }
  });

  it('is published once it was confirmed, and not twice', async () => {
    const unsure = await visitor.post(`/plans/${id}/publish`);
    expect(unsure.status).toBe(400);
    expect(await unsure.text()).toContain('请先勾选确认');
    expect(world.stored('p22-001')).toBeUndefined();
    expect((await visitor.post(`/plans/${id}/publish`, sure)).headers.get('location')).toBe(
      `/plans/${id}?ok=published`,
    );
    const again = await visitor.post(`/plans/${id}/publish`, sure);
    expect(await again.text()).toContain('这份计划已发布');
  });

  it('that cannot be gone on with says why, and no longer submits itself', async () => {
    await desk.publish(id, 1);
    expect(await visitor.text(`/plans/${id}`)).toContain('data-go-on');
    await removeContact('zhaoshang-owner', { park: 'linxiang' }, world.ports);
    const answer = await visitor.post(`/plans/${id}/publish`, sure);
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('没有责任人的联系方式');
    expect(page).not.toContain('data-go-on');
    expect(page).toContain('已登记 1 项，共 3 项');
  });

  it('is not published once it was dropped', async () => {
    expect((await visitor.post(`/plans/${id}/drop`, sure)).status).toBe(303);
    expect(await (await visitor.post(`/plans/${id}/publish`, sure)).text()).toContain('已放弃');
    expect(world.stored('p22-001')).toBeUndefined();
  });

  it('amends what is ticked in the version that was shown, and says what is missing', async () => {
    const form = { scope: 'ticked', unit: '安环局' };
    const none = await visitor.post(`/plans/${id}/drafts?view=all`, form);
    expect(await none.text()).toContain('没有勾选草稿');
    const shown = await visitor.text(`/plans/${id}?view=all`);
    const [, mark = ''] = /name="draft" value="([^"]+\.p22-003@3)"/.exec(shown) ?? [];
    const draft = mark.replace('@3', '@1');
    const old = await visitor.post(`/plans/${id}/drafts?view=all`, { ...form, draft });
    expect(old.status).toBe(400);
    expect(await old.text()).toContain('别人刚刚改过，请看过再办');
    const fresh = { ...form, draft: mark };
    expect((await visitor.post(`/plans/${id}/drafts?view=all`, fresh)).status).toBe(303);
    const wrong = { scope: 'view', due: '2022-02-30' };
    const page = await (await visitor.post(`/plans/${id}/drafts?view=all`, wrong)).text();
    expect(page).toContain('href="#amend-due">期限：');
  });

  it('shows one draft in its paragraph', async () => {
    const page = await visitor.text(`/plans/${id}/drafts/p22-001`);
    expect(page).toContain('<mark>安环局要在6月底前完成污染第三方治理工作平台建设</mark>');
    expect((await visitor.get(`/plans/${id}/drafts/p22-099`)).status).toBe(404);
    expect((await visitor.get('/plans/nothing')).status).toBe(404);
  });

  it('of a new version takes over what is ticked, and leaves the rest as it is', async () => {
    await desk.publish(id);
    const later = SMALL_PLAN.replace('6月底前', '7月底前')
      .replace('项目60个', '项目55个')
      .replace('安环局要在9月底前完成应急预案修订。', '');
    const next = await desk.upload(later, P22);
    const page = await visitor.text(`/plans/${next}`);
    expect(page).toMatch(/期限：<del>6月30日（周四）<\/del> <ins>7月31日（周日）<\/ins>/);
    expect(page).toMatch(/目标值：<del>60个<\/del> <ins>55个<\/ins>/);
    expect(page).toContain('value="p22-002.withdraw@1"');
    expect(page.split('办理所选改动')).toHaveLength(2);
    const none = await visitor.post(`/plans/${next}/changes`, {});
    expect(none.status).toBe(400);
    expect(await none.text()).toContain('没有勾选要办的改动');
    for (const change of ['p22-001.due@1', 'p22-003.goal@1']) {
      expect((await visitor.post(`/plans/${next}/changes`, { change })).status).toBe(303);
    }
    expect(world.stored('p22-001')?.task).toMatchObject({ due: day('2022-07-31') });
    expect(world.stored('p22-001')?.lastChange).toMatchObject({
      what: '调整',
      to: '期限：2022-06-30 → 2022-07-31',
      why: '按新版本《临湘高新区2022年工作计划》',
    });
    const target = await world.collections.targets.find('linxiang', 'p22-003');
    expect(target?.value.goal.valueOf()).toBe(55);
    expect(world.stored('p22-002')?.task.status).toBe('pendingAcceptance');
    expect(await visitor.text(`/plans/${next}`)).not.toContain('7月31日（周日）</ins>');
    const again = await visitor.post(`/plans/${next}/changes`, { change: 'p22-001.due@1' });
    expect(await again.text()).toContain('这处改动已经办过，或不再有了');
    await visitor.post(`/plans/${next}/changes`, { change: 'p22-002.withdraw@1' });
    expect(world.stored('p22-002')?.task.status).toBe('withdrawn');
  });

  it('of a new version names what somebody else changed since it was shown', async () => {
    await desk.publish(id);
    const next = await desk.upload(SMALL_PLAN.replace('6月底前', '7月底前'), P22);
    const form = { due: '2022-08-15', why: '核定' };
    await visitor.post('/items/p22-001/redate', form);
    const answer = await visitor.post(`/plans/${next}/changes`, { change: 'p22-001.due@1' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('1 条没有改');
    expect(world.stored('p22-001')?.task.due).toEqual(day('2022-08-15'));
  });
});

describe('a task whose words a later plan does not have', () => {
  it('still shows them where they stood', async () => {
    await desk.publish(id);
    const later = SMALL_PLAN.replace('应急预案修订', '应急预案全面修订');
    await desk.publish(await desk.decided(later, P22));
    const page = await visitor.text('/items/p22-002');
    expect(page).toContain('<mark>安环局要在9月底前完成应急预案修订</mark>');
    expect(page).toContain('《临湘高新区2022年工作计划》（修订以前）');
    expect(await visitor.text('/items/p22-001')).not.toContain('修订以前');
  });
});

/** One post of each role. */
const posts: Readonly<Record<Role, string>> = {
  owner: 'anhuan-owner',
  unitHead: 'anhuan-head',
  responsibleLeader: 'leader-safety',
  principalLeader: 'leader-principal',
  office: 'office',
  finance: 'finance',
};

/** What each role gets for a look, and for a change that is not the office's to refuse. */
const table = [
  { role: 'owner', look: 404, change: 404 },
  { role: 'unitHead', look: 404, change: 404 },
  { role: 'finance', look: 404, change: 404 },
  { role: 'responsibleLeader', look: 200, change: 400 },
  { role: 'principalLeader', look: 200, change: 400 },
  { role: 'office', look: 200, change: 303 },
] as const;

describe('who may look at a plan, and who may decide on it', () => {
  it.each(table)('$role', async ({ role, look, change }) => {
    const someone = await signedInAs(posts[role], aPortal(world));
    expect((await someone.get('/plans')).status).toBe(look);
    expect((await someone.get(`/plans/${id}`)).status).toBe(look);
    expect((await someone.text('/')).includes('href="/plans"')).toBe(look === 200);
    const presses: readonly (readonly [string, Record<string, string>])[] = [
      ['drafts/p22-001', { version: '2', title: '另一个名字' }],
      ['drafts?view=all', { scope: 'view', decision: 'accepted' }],
      ['publish', sure],
    ];
    for (const [path, fields] of presses) {
      expect((await someone.post(`/plans/${id}/${path}`, fields)).status).toBe(change);
    }
    expect(world.stored('p22-001') !== undefined).toBe(change === 303);
  });
});
