import { beforeEach, describe, expect, it } from 'vitest';
import { inFen } from '../../functions/domain/base/money.ts';
import type { Act } from '../../functions/domain/tasks/move.ts';
import type { NewTerms } from '../../functions/domain/tasks/terms.ts';
import { at, day } from '../support/builders.ts';
import { faulty } from '../support/faults.ts';
import { sourceId, taskId } from '../support/ids.ts';
import { deskOf } from '../support/plans.ts';
import { aPortal, signedInAs } from '../support/portal.ts';
import { changeTask } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { amendedPark, MONEY, PARK, PLATFORM, SIGNED } from './amended-park.ts';
import { live } from './climbing.ts';

let world: World;
beforeEach(async () => {
  world = await amendedPark();
});

const amend = (
  task: string,
  terms: NewTerms,
  {
    by = 'office',
    key,
    ports = world.ports,
  }: { by?: string; key?: string; ports?: World['ports'] } = {},
) =>
  changeTask(
    { park: PARK, task: taskId(task), by, why: '会议议定', via: '网页', ...(key && { key }) },
    { act: 'amend', terms },
    ports,
  );

const goalOf = async () =>
  (await world.collections.targets.find(PARK, SIGNED))?.value.goal.valueOf();

/** Lines about decisions in what the owner heard. */
const told = (): readonly string[] =>
  world.messages.flatMap(({ text }) => text.split('\n').filter((line) => line.includes('决定：')));

describe('an amendment', () => {
  it('changes what is said, keeps what was registered, and stands in the history in words', async () => {
    await amend(PLATFORM, { title: '治理平台建设', due: day('2022-08-31') });
    await amend(PLATFORM, { supportingUnits: ['招商局', '安环局'] });
    const task = world.stored(PLATFORM)?.task;
    expect(task).toMatchObject({
      title: '治理平台建设',
      shortTitle: '治理平台建设',
      due: day('2022-08-31'),
      duePrecision: 'set',
      originalDue: day('2022-07-29'),
      supportingUnits: ['招商局'],
      original: { at: at('2022-06-20 08:30'), title: '平台建设', supportingUnits: [] },
    });
    const history = await world.register.history(PARK, taskId(PLATFORM));
    expect(history.slice(-2)).toMatchObject([
      { what: '调整', to: '标题：平台建设 → 治理平台建设；期限：2022-07-29 → 2022-08-31' },
      { what: '调整', to: '配合单位：无 → 招商局', why: '会议议定' },
    ]);
  });

  it('is told to the owner in the next digest, as far as it still is so', async () => {
    await amend(PLATFORM, { title: '治理平台建设', due: day('2022-08-31') });
    await amend(PLATFORM, { due: day('2022-09-30') });
    await live(world, '2022-06-21', '2022-06-22');
    expect(told()).toEqual(
      [
        '决定：6月20日（周一）园区办调整这一项：标题由“平台建设”改为“治理平台建设”，原因：会议议定。',
        '决定：6月20日（周一）园区办调整这一项：期限由8月31日（周三）改为9月30日（周五），原因：会议议定。',
      ].map((line) => expect.stringContaining(line)),
    );
  });

  it('needs a reason, a date ahead, the office, and something to change', async () => {
    await expect(amend(PLATFORM, { due: day('2022-06-19') })).rejects.toThrow('已经过去');
    await expect(amend(PLATFORM, { title: '平台建设' })).rejects.toThrow('没有改动');
    await expect(amend(PLATFORM, { title: '别的' }, { by: 'owner-0' })).rejects.toThrow(
      '没有这项权限',
    );
    await expect(amend(PLATFORM, { goal: 3 })).rejects.toThrow('没有目标值');
    await expect(amend(PLATFORM, { amountFen: inFen(3) })).rejects.toThrow('没有金额');
    await expect(amend(SIGNED, { goal: 0 })).rejects.toThrow('应大于 0');
    const place = { source: sourceId('p22'), area: 9 };
    await expect(amend(PLATFORM, { place })).rejects.toThrow('没有“p22.9”这项工作');
    const mute = { park: PARK, task: taskId(PLATFORM), by: 'office', why: ' ', via: '网页' };
    const move = { act: 'amend', terms: { title: '别的' } } as const;
    await expect(changeTask(mute, move, world.ports)).rejects.toThrow('须说明原因');
    expect(world.stored(PLATFORM)?.version).toBe(1);
  });

  it('takes no area of another year', async () => {
    const desk = deskOf(world);
    const plan = '临湘高新区2023年工作计划\n一、安全环保\n安环局要在6月底前完成管网改造。\n';
    await desk.publish(await desk.decided(plan));
    const place = { source: sourceId('p23'), area: 1 };
    await expect(amend(PLATFORM, { place })).rejects.toThrow(
      '“p23.1”是2023年的工作，这一项记在2022年',
    );
    expect(world.stored(PLATFORM)?.version).toBe(1);
  });

  it('leaves a pending request and a climb alone unless it moves the date', async () => {
    const asker = {
      park: PARK,
      task: taskId(PLATFORM),
      by: 'owner-0',
      why: '设备未到',
      via: '网页',
    };
    const ask = { act: 'requestExtension', due: day('2022-08-15'), why: '设备未到' } as const;
    await changeTask(asker, ask, world.ports);
    await amend(PLATFORM, { title: '治理平台建设' });
    expect(world.stored(PLATFORM)?.task.request).not.toBeNull();
    await amend(PLATFORM, { due: day('2022-08-31') });
    expect(world.stored(PLATFORM)?.task.request).toBeNull();
    const history = await world.register.history(PARK, taskId(PLATFORM));
    expect(history.at(-1)?.to).toBe(
      '期限：2022-07-29 → 2022-08-31，延期到 2022-08-15 的申请随之终止',
    );
  });

  it('that ended a request is told so, also once its date was changed again', async () => {
    const by = { park: PARK, task: taskId(PLATFORM), why: '设备未到', via: '网页' };
    const ask = { act: 'requestExtension', due: day('2022-08-15'), why: '设备未到' } as const;
    await changeTask({ ...by, by: 'owner-0' }, ask, world.ports);
    await amend(PLATFORM, { due: day('2022-08-31') });
    const redate = { act: 'redate', due: day('2022-09-30') } as const;
    await changeTask({ ...by, by: 'office' }, redate, world.ports);
    await live(world, '2022-06-21', '2022-06-22');
    const lines = world.messages.flatMap(({ text }) => text.split('\n'));
    expect(lines.filter((line) => line.includes('申请：'))).toEqual(
      [
        '   申请：6月20日（周一）申请延期到8月15日（周一）；6月20日（周一）园区办调整了这一项，这项申请不再批复，原因：会议议定。',
      ].map((line) => expect.stringContaining(line.trim())),
    );
  });
});

describe('an amended goal', () => {
  it('is that of the target, whose history keeps the earlier one', async () => {
    await amend(SIGNED, { goal: 55 });
    expect(world.stored(SIGNED)?.task).toMatchObject({
      metric: { value: 55 },
      original: { metric: { value: 60 } },
    });
    expect(await goalOf()).toBe(55);
    const history = await world.collections.targets.history(PARK, SIGNED);
    expect(history.at(-1)).toMatchObject({ what: '调整', to: '目标值：60个 → 55个' });
  });

  it('is that of the money and of its only project', async () => {
    await amend(MONEY, { amountFen: inFen(250_000_000) });
    const money = await world.collections.instruments.find(PARK, MONEY);
    expect(money?.value).toMatchObject({
      goalFen: 250_000_000,
      projects: [{ goalFen: 250_000_000 }],
    });
  });

  it.each<{ key?: string }>([{ key: 'form' }, {}])(
    'that was cut short before the target is finished by the same request (%o)',
    async (wish) => {
      let isDead = true;
      const ports = faulty(world.ports, async ({ name }) => {
        if (isDead && name === 'collections.targets.put') throw new Error('died');
        return undefined;
      });
      await expect(amend(SIGNED, { goal: 55 }, { ...wish, ports })).rejects.toThrow('died');
      expect(await goalOf()).toBe(60);
      isDead = false;
      await amend(SIGNED, { goal: 55 }, { ...wish, ports });
      expect(await goalOf()).toBe(55);
    },
  );
});

describe('the page of a task', () => {
  it('has a form with what is registered, and shows what was before', async () => {
    const office = await signedInAs('office', aPortal(world));
    const page = await office.text(`/items/${PLATFORM}`);
    expect(page).toContain('action="/items/p22-001/amend"');
    expect(page).toMatch(/name="title"[^>]*>平台建设<\/textarea>/);
    const act: Act = 'amend';
    const form = { title: '治理平台', due: '2022-07-29', supportingUnits: '招商局', place: '' };
    const sent = await office.post(`/items/${PLATFORM}/${act}`, { ...form, why: '会议议定' });
    expect(sent.status).toBe(303);
    const after = await office.text(`/items/${PLATFORM}`);
    expect(after).toContain('标题：平台建设 → 治理平台；配合单位：无 → 招商局');
    expect(after).toContain('<dt>原登记</dt>');
    const refused = await office.post(`/items/${PLATFORM}/${act}`, { ...form, title: '', why: '' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('标题：不能为空');
  });
});

describe('the page of the units', () => {
  it('counts all tasks by their original and by their present dates', async () => {
    await amend(PLATFORM, { due: day('2022-08-31') });
    world.goTo('2022-08-10 08:30');
    const page = await (await signedInAs('office', aPortal(world))).text('/units');
    expect(page).toContain(
      '<dt>按原定期限</dt><dd>有期限3项：按期完成0项，逾期完成0项，逾期未完成2项，未到期、中止或待批1项</dd>',
    );
    expect(page).toContain(
      '<dt>按现行期限</dt><dd>有期限3项：按期完成0项，逾期完成0项，逾期未完成1项，未到期、中止或待批2项</dd>',
    );
  });
});
