import { beforeEach, describe, expect, it } from 'vitest';
import { sweep } from '../../../functions/flows/wake/sweep.ts';
import { taskId } from '../../support/ids.ts';
import { aPortal, linkTo, samplePark, signedInAs, type Visitor } from '../../support/portal.ts';
import { wake } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

const DAYS = ['2022-06-15', '2022-06-30', '2022-07-01', '2022-07-05', '2022-07-08'];

describe('one task', () => {
  let world: World;
  let office: Visitor;
  let owner: Visitor;
  beforeEach(async () => {
    world = await samplePark(...DAYS);
    office = await signedInAs('office', aPortal(world));
    owner = await signedInAs('anhuan-owner', aPortal(world));
  });

  it('shows its sentence in its paragraph, its dates, and what was done', async () => {
    const page = await office.text('/items/p22-071');
    expect(page).toContain('<mark>6月底前，要完成高新区环境污染第三方治理工作平台建设任务</mark>');
    expect(page).toContain('四是抓好保障能力提升');
    expect(page).toContain('《临湘高新区2022年工作计划》');
    expect(page).toContain('登记表导入');
  });

  it('goes from the owner to the office and is closed, each press once', async () => {
    const press = async (who: Visitor, act: string): Promise<void> => {
      const page = await who.text('/items/p22-071');
      const key = /name="key" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const answer = await who.post(`/items/p22-071/${act}`, { key });
      await who.post(`/items/p22-071/${act}`, { key });
      expect(answer.status).toBe(303);
    };
    await press(owner, 'submit');
    expect(await office.text('/items?waiting=yes')).toContain('p22-071');
    expect(await office.text('/')).toContain('等待园区办办理 1 项');
    await press(office, 'verify');
    expect(world.stored('p22-071')?.task.status).toBe('closed');
    const history = await world.register.history('linxiang', taskId('p22-071'));
    expect(history.map(({ what, by }) => `${by} ${what}`)).toEqual([
      'office 登记',
      'anhuan-owner 报办结',
      'office 核验销号',
    ]);
    const page = await owner.text('/items/p22-071?ok=done');
    expect(page).toContain('已办理');
    expect(page).toContain('您现在没有可以办理的手续');
  });

  it('that was closed by mistake goes on, and speaks again', async () => {
    await owner.post('/items/p22-071/submit');
    await office.post('/items/p22-071/verify');
    const unsaid = await office.post('/items/p22-071/return', { why: '' });
    expect(unsaid.status).toBe(400);
    expect((await office.post('/items/p22-071/return', { why: '销错了' })).status).toBe(303);
    expect(world.stored('p22-071')?.task).toMatchObject({ status: 'returned', doneOn: null });
    const before = world.deliveries.length;
    world.goTo('2022-07-11 08:00');
    await wake('linxiang', world.ports);
    const told = world.deliveries.slice(before).map(({ key }) => key);
    expect(told.some((key) => key.startsWith('p22-071/overdue-7/'))).toBe(true);
  });

  it('is urged in one line, which its owner reads on the page of the link', async () => {
    const fields = { why: '请今天说明', when: 'now' };
    expect((await office.post('/items/p22-071/urge', { when: 'now' })).status).toBe(400);
    expect((await office.post('/items/p22-071/urge', fields)).status).toBe(303);
    world.goTo('2022-07-08 08:02');
    await wake('linxiang', world.ports);
    const link = linkTo(world, 'anhuan-owner');
    const page = await owner.text(`${link}/p22-071`);
    expect(page).toContain('催办：7月8日（周五）园区办（督查室）：“请今天说明”');
    const again = await office.post('/items/p22-071/urge', fields);
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('name="again"');
    const sure = await office.post('/items/p22-071/urge', { ...fields, again: 'yes' });
    expect(sure.status).toBe(303);
  });

  it('asks at 100 % whether to report it done', async () => {
    const fields = { progress: '100', why: '全部建成' };
    const asked = await owner.post('/items/p22-071/report', fields);
    expect(asked.status).toBe(200);
    const page = await asked.text();
    expect(page).toContain('<title>请确认：');
    expect(page).toContain('formaction="/items/p22-071/submit"');
    expect(world.stored('p22-071')?.version).toBe(1);
    const still = await owner.post('/items/p22-071/report', { ...fields, still: 'yes' });
    expect(still.status).toBe(303);
    expect(world.stored('p22-071')?.task).toMatchObject({ progress: 100, status: 'inProgress' });
  });

  it('is resumed with a date, and its date is corrected with a reason', async () => {
    await office.post('/items/p22-071/suspend', { why: '场地调整' });
    const page = await office.text('/items/p22-071');
    expect(page).toContain('恢复后的期限');
    expect(page).toContain('已中止，不计期限');
    const resumed = await office.post('/items/p22-071/resume', { due: '2022-07-29', why: '' });
    expect(resumed.status).toBe(303);
    const unsaid = await office.post('/items/p22-071/correctDue', { due: '2022-06-20', why: '' });
    expect(await unsaid.text()).toContain('说明：请说明原因');
    await office.post('/items/p22-071/correctDue', { due: '2022-06-20', why: '录错了' });
    expect(world.stored('p22-071')?.task.due?.toString()).toBe('2022-06-20');
  });

  it('says next to its dates that a granted extension was asked for after the date', async () => {
    const wish = { due: '2022-07-29', why: '设备未到' };
    expect((await owner.post('/items/p22-071/requestExtension', wish)).status).toBe(303);
    await office.post('/items/p22-071/grant', { due: '2022-07-29', why: '' });
    expect(await office.text('/items/p22-071')).toContain(
      '6月30日（周四），按原定期限逾期，按现行期限逾期（延期是过期后申请的：6月30日（周四）到期，7月8日（周五）才申请）',
    );
  });

  it('says when its handover is told, and that it is later where no wake could be asked for', async () => {
    world.goTo('2022-07-08 10:00');
    await office.post('/items/p22-071/reassign', { leadUnit: '招商局', why: '分工调整' });
    expect(await office.text('/items/p22-071')).toContain('将于7月8日 10:10通知招商局责任人');
    world.goTo('2022-07-08 10:12');
    expect(await office.text('/items/p22-071')).toContain('，还没有发出；由巡检补发');
    world.goTo('2022-07-08 10:00');
    const wakeSoon = (): Promise<void> => Promise.reject(new Error('no queue'));
    const clock = { ...world.ports.clock, wakeSoon };
    const deaf = await signedInAs('office', aPortal(world, { ports: { ...world.ports, clock } }));
    const moved = await deaf.post('/items/p22-071/reassign', { leadUnit: '安环局', why: '退回' });
    expect(moved.status).toBe(303);
    expect(await office.text('/items/p22-071')).toContain(
      '原定7月8日 10:10通知安环局责任人；定时队列没有应答，由巡检补发',
    );
    world.goTo('2022-07-08 10:30');
    await sweep(world.ports);
    expect(await office.text('/items/p22-071')).not.toContain('交办通知');
  });

  it('is withdrawn only by who says that it is meant', async () => {
    const unsure = await office.post('/items/p22-071/withdraw', { why: '' });
    expect(unsure.status).toBe(400);
    expect(await unsure.text()).toContain('href="#withdraw-sure">请先勾选确认');
    expect(world.stored('p22-071')?.task.status).toBe('inProgress');
    const sure = await office.post('/items/p22-071/withdraw', { why: '', sure: 'yes' });
    expect(sure.status).toBe(303);
  });

  it('keeps what was typed, and says what is wrong with it next to the field', async () => {
    const answer = await owner.post('/items/p22-071/report', { progress: '101', why: '主体完工' });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('<title>有错误：');
    expect(page).toContain('href="#report-progress">进度：请填 0 到 100 的整数');
    expect(page).toContain('id="report-progress-fault"');
    expect(page).toContain('value="主体完工"');
    expect(world.stored('p22-071')?.version).toBe(1);
  });

  it.each([
    { act: 'redate', fields: { due: '', why: '核定' }, says: '日期：' },
    { act: 'redate', fields: { due: '2022-02-30', why: '核定' }, says: '不是存在的日期' },
    {
      act: 'reassign',
      fields: { leadUnit: '不存在的局', why: '改派' },
      says: '没有责任人的联系方式',
    },
    { act: 'verify', fields: {}, says: '“推进中”的事项不能核验销号' },
    { act: 'report', fields: { progress: '10' }, says: '园区办（督查室）没有这项权限' },
    { act: 'explode', fields: {}, says: '手续：' },
  ])('says why the office cannot $act: $says', async ({ act, fields, says }) => {
    const answer = await office.post(`/items/p22-071/${act}`, fields);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(says);
    expect(world.stored('p22-071')?.version).toBe(1);
  });

  it('is not changed unseen: who looked before another acted is told, and keeps what they wrote', async () => {
    const page = await office.text('/items/p22-071');
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
    await owner.post('/items/p22-071/report', { progress: '40', why: '设备到场' });
    const fields = { version, due: '2022-08-31', why: '按会议纪要核定' };
    const answer = await office.post('/items/p22-071/redate', fields);
    expect(answer.status).toBe(400);
    const after = await answer.text();
    expect(after).toContain('刚被改动：anhuan-owner反馈');
    expect(after).toContain('设备到场');
    expect(after).toContain('value="按会议纪要核定"');
    expect(world.stored('p22-071')?.task.due?.toString()).toBe('2022-06-30');
  });

  it('does not make evidence of what a browser would run', async () => {
    const answer = await owner.post('/items/p22-071/report', {
      progress: '10',
      evidence: 'javascript:alert(1)',
    });
    expect(await answer.text()).toContain('应是 http 或 https 开头的网址');
  });
});
