import { describe, expect, it } from 'vitest';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { aTask, at, contactsOf, day } from '../support/builders.ts';
import { postId, taskId } from '../support/ids.ts';
import { changeTask, wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';
import { ask, disown, live } from './climbing.ts';

/** The park on Monday 20 June; the platform is due on the 30th. */
async function park(over: Parameters<typeof aTask>[0] = {}): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-20 09:00');
  await settleIn(world, [aTask(over)], contactsOf('安环局', '招商局'));
  return world;
}

const make = (world: World, by: string, what: Move, why = ''): Promise<unknown> =>
  changeTask(
    { park: 'linxiang', task: taskId('lx22-071'), by, why, via: '测试' },
    what,
    world.ports,
  );

const grant: Move = { act: 'grant', due: day('2022-07-05') };

/** What a decision said to whom, on which day: `day contact: line`. */
const heard = (world: World): readonly string[] =>
  world.messages.flatMap(({ contact, text, digests }) => {
    const on = world.deliveries.find(({ digest }) => digest === digests[0]?.id)?.at.slice(5, 10);
    const lines = text.split('\n').filter((line) => /^(申请|异议|决定)：/.test(line));
    return lines.map((line) => `${on} ${contact}: ${line}`);
  });

describe('what is decided', () => {
  it.each<{ what: string; asks: Move; by?: string; decides: Move; why: string; told: string }>([
    {
      what: 'an extension granted',
      asks: ask,
      decides: grant,
      why: '',
      told: '申请：6月20日（周一）申请延期到7月10日（周日）；6月20日（周一）园区办同意延期到7月5日（周二）。',
    },
    {
      what: 'an extension refused',
      asks: ask,
      decides: { act: 'refuse' },
      why: '设备已到货',
      told: '申请：6月20日（周一）申请延期到7月10日（周日）；6月20日（周一）园区办不同意延期，期限仍是6月30日（周四），原因：设备已到货。',
    },
    {
      what: 'done returned',
      asks: { act: 'submit' },
      decides: { act: 'return' },
      why: '缺验收报告',
      told: '决定：6月20日（周一）园区办退办，原因：缺验收报告。',
    },
    {
      what: 'done verified',
      asks: { act: 'submit' },
      decides: { act: 'verify' },
      why: '',
      told: '决定：6月20日（周一）园区办核验销号，这一项已办结。',
    },
    {
      what: 'a dispute not upheld',
      asks: disown,
      decides: { act: 'keep' },
      why: '计划写明由安环局建设',
      told: '异议：6月20日（周一）提出不属其负责；6月20日（周一）园区办维持原来的责任，仍由安环局负责，原因：计划写明由安环局建设。',
    },
    {
      what: 'a dispute upheld',
      asks: disown,
      decides: { act: 'reassign', leadUnit: '招商局' },
      why: '',
      told: '异议：6月20日（周一）提出不属其负责；6月20日（周一）园区办改派给招商局，不再由本岗位负责。',
    },
  ])(
    '$what is told to who asked, once, in the next digest',
    async ({ asks, decides, why, told }) => {
      const world = await park();
      await make(world, 'owner-0', asks, '说明');
      await make(world, 'office', decides, why);
      await live(world, '2022-06-21', '2022-06-24');
      expect(heard(world)).toEqual([`06-21 owner-0: ${told}`]);
    },
  );

  it('is told to the head who asked, too', async () => {
    const world = await park();
    await make(world, 'head-0', ask);
    await make(world, 'office', grant);
    await live(world, '2022-06-21', '2022-06-24');
    const told =
      '申请：6月20日（周一）申请延期到7月10日（周日）；6月20日（周一）园区办同意延期到7月5日（周二）。';
    expect(heard(world)).toEqual([`06-21 head-0: ${told}`, `06-21 owner-0: ${told}`]);
  });

  it.each<{ decides: Move; told: string }>([
    { decides: { act: 'withdraw' }, told: '撤销这一项，不再督办' },
    { decides: { act: 'suspend' }, told: '中止，恢复以前不再提醒' },
    { decides: { act: 'redate', due: day('2022-07-29') }, told: '把期限核定为7月29日（周五）' },
    {
      decides: { act: 'reassign', leadUnit: '招商局' },
      told: '改派给招商局，不再由本岗位负责',
    },
    {
      decides: { act: 'assign', owner: postId('head-0') },
      told: '改派给本单位别的岗位，不再由本岗位负责',
    },
  ])('without a request ($decides.act) is told to whose task it was', async (each) => {
    const world = await park();
    await make(world, 'office', each.decides, '园区统一安排');
    await live(world, '2022-06-21', '2022-06-22');
    expect(heard(world)).toEqual([
      `06-21 owner-0: 决定：6月20日（周一）园区办${each.told}，原因：园区统一安排。`,
    ]);
  });

  it('asks for no signature, and begins no climb', async () => {
    const world = await park({ due: day('2022-06-21') });
    await make(world, 'owner-0', { act: 'submit' });
    await make(world, 'office', { act: 'return' }, '缺验收报告');
    world.goTo('2022-06-21 07:00');
    await wake('linxiang', world.ports);
    const answers = world.digests().flatMap((digest) => digest.answers);
    expect(answers.filter(({ key }) => key.includes('ruling'))).toEqual([]);
    expect(world.stored('lx22-071')?.heard.climb).toBeNull();
  });

  it('is one item with the rung of that morning', async () => {
    const world = await park({ due: day('2022-06-24') });
    await make(world, 'owner-0', { act: 'submit' });
    await make(world, 'office', { act: 'return' }, '缺验收报告');
    await live(world, '2022-06-21', '2022-06-21');
    const message = world.messages.find(({ contact }) => contact === 'owner-0');
    expect(message?.subject).toBe('安环局责任人：6月21日（周二），有1项工作临近到期');
    expect(message?.text.split('\n\n')[1]?.split('\n')).toEqual([
      '1. 建成环境污染第三方治理工作平台',
      '期限：6月24日（周五）〔原〕，还有3天',
      '责任：安环局',
      '决定：6月20日（周一）园区办退办，原因：缺验收报告。',
      '要求：请抓紧收尾；确实不能按期完成的，请在到期前申请延期。',
    ]);
  });

  it('and was undone the same day is not told; what is in force is', async () => {
    const world = await park();
    await make(world, 'owner-0', { act: 'submit' });
    await make(world, 'office', { act: 'return' }, '缺验收报告');
    await make(world, 'owner-0', { act: 'submit' });
    await make(world, 'office', { act: 'verify' });
    await live(world, '2022-06-21', '2022-06-22');
    expect(heard(world)).toEqual([
      '06-21 owner-0: 决定：6月20日（周一）园区办核验销号，这一项已办结。',
    ]);
  });

  it('is no news to a post that never heard of the task', async () => {
    const world = await park({ assignment: { number: 1, at: at('2022-06-20 09:00') } });
    await make(world, 'office', { act: 'reassign', leadUnit: '招商局' });
    await live(world, '2022-06-21', '2022-06-22');
    expect(heard(world)).toEqual([]);
    const rungs = world.deliveries.filter(({ contact }) => contact !== 'office');
    expect(rungs.map(({ key }) => key.split('/')[1])).toEqual(['assigned-2']);
  });

  it('is not told to the office that decided, where it receives for a vacant post', async () => {
    const world = await park({ owner: 'owner@财政局', leadUnit: '财政局' });
    await make(world, 'office', { act: 'withdraw' }, '并入其他任务');
    await live(world, '2022-06-21', '2022-06-22');
    expect(heard(world)).toEqual([]);
  });
});
