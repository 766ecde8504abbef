import { describe, expect, it } from 'vitest';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { aTask, contactsOf, day } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';
import { live, move } from './climbing.ts';

const ask: Move = { act: 'requestExtension', due: day('2022-07-10'), why: '设备未到' };

/** The park on Monday 20 June, when an extension to 10 July was asked for. */
async function asked(by = 'owner-0'): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-20 09:00');
  await settleIn(world, [aTask()], contactsOf('安环局', '招商局'));
  await move(world, by, ask);
  world.goTo('2022-06-21 09:00');
  return world;
}

/** What the office was asked to do: `day: line`. */
const questions = (world: World): readonly string[] =>
  world.messages
    .filter(({ contact }) => contact === 'office')
    .flatMap(({ text }) => text.split('\n').filter((line) => line.startsWith('要求：请')));

/** What somebody heard about a request: `day contact: line`. */
const answers = (world: World): readonly string[] =>
  world.messages.flatMap(({ contact, text, digests }) => {
    const line = text.split('\n').find((each) => each.startsWith('申请：'));
    const on = world.deliveries.find(({ digest }) => digest === digests[0]?.id)?.at.slice(5, 10);
    return line === undefined ? [] : [`${on} ${contact}: ${line}`];
  });

const lastLine = async (world: World): Promise<string> => {
  const [last] = (await world.register.history('linxiang', taskId('lx22-071'))).slice(-1);
  return `${last?.what} ${last?.from} → ${last?.to}`;
};

describe('a request for a later date', () => {
  it('ends when the task is reported done: the office is asked to verify, and nothing else', async () => {
    const world = await asked();
    await move(world, 'owner-0', { act: 'submit' });
    expect(await lastLine(world)).toBe('报办结 推进中 → 待核验，延期到 2022-07-10 的申请随之终止');
    await live(world, '2022-06-22', '2022-06-23');
    expect(questions(world)).toEqual([
      '要求：请核验：责任单位6月21日（周二）报办结，等待销号或退办，已等2天。',
    ]);
    expect(answers(world)).toEqual([
      '06-22 owner-0: 申请：6月20日（周一）申请延期到7月10日（周日）；6月21日（周二）安环局责任人报办结，这项申请不再批复。',
    ]);
    const grant: Move = { act: 'grant', due: day('2022-07-10') };
    await expect(move(world, 'office', grant)).rejects.toThrow('“待核验”的事项不能同意延期');
    await move(world, 'office', { act: 'verify' });
    expect(world.stored('lx22-071')?.task.status).toBe('closed');
  });

  it('ends when the office sets the date, and its owner can ask again', async () => {
    const world = await asked();
    await move(world, 'office', { act: 'redate', due: day('2022-07-05') });
    expect(await lastLine(world)).toBe(
      '核定期限 2022-06-30 → 2022-07-05，延期到 2022-07-10 的申请随之终止',
    );
    await live(world, '2022-06-22', '2022-06-24');
    expect(questions(world)).toEqual([]);
    expect(answers(world)).toEqual([
      '06-22 owner-0: 申请：6月20日（周一）申请延期到7月10日（周日）；6月21日（周二）园区办把期限核定为7月5日（周二），这项申请不再批复，原因：说明。',
    ]);
    await move(world, 'owner-0', ask);
    expect(world.stored('lx22-071')?.task.request?.due).toEqual(day('2022-07-10'));
  });

  it('ends when the task is given to another unit, which never asked', async () => {
    const world = await asked();
    await move(world, 'office', { act: 'reassign', leadUnit: '招商局' });
    await live(world, '2022-06-22', '2022-06-28');
    expect(questions(world)).toEqual([]);
    expect(world.messages.filter(({ text }) => text.includes('待答复'))).toEqual([]);
    expect(answers(world)).toEqual([
      '06-22 owner-0: 申请：6月20日（周一）申请延期到7月10日（周日）；6月21日（周二）园区办改派给招商局，不再由本岗位负责，这项申请不再批复，原因：说明。',
    ]);
    const told = world.messages.find(({ text }) => text.includes('申请：'));
    expect(told?.subject).toBe('安环局责任人：6月22日（周三），有1项工作有了处理结果');
    expect(told?.short).toBeNull();
  });

  it('is answered to who asked, not only to the owner', async () => {
    const world = await asked('head-0');
    await move(world, 'office', { act: 'withdraw' });
    await live(world, '2022-06-22', '2022-06-23');
    expect(answers(world)).toEqual([
      '06-22 head-0: 申请：6月20日（周一）申请延期到7月10日（周日）；6月21日（周二）园区办撤销这一项，不再督办，这项申请不再批复，原因：说明。',
      '06-22 owner-0: 申请：6月20日（周一）申请延期到7月10日（周日）；6月21日（周二）园区办撤销这一项，不再督办，这项申请不再批复，原因：说明。',
    ]);
  });
});
