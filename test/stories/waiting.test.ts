import { describe, expect, it } from 'vitest';
import type { Move } from '../../functions/domain/moves.ts';
import { changeTask } from '../../functions/flows/change-task.ts';
import { wake } from '../../functions/flows/wake.ts';
import { aTask, contactsOf, day } from '../support/builders.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

const submit: Move = { act: 'submit' };
const disown: Move = { act: 'disown', why: '平台由环保分局建设' };
const ask: Move = { act: 'requestExtension', due: day('2022-07-31'), why: '设备未到' };

async function park(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-16 09:00');
  await settleIn(world, [aTask()], contactsOf('安环局'));
  return world;
}

const act = (world: World, by: string, move: Move): Promise<unknown> =>
  changeTask(
    { park: 'linxiang', task: 'lx22-071', by, why: '材料不全', via: '测试' },
    move,
    world.needs,
  );

async function mornings(world: World, ...days: readonly string[]): Promise<void> {
  for (const each of days) {
    world.goTo(`${each} 08:00`);
    await wake('linxiang', world.needs);
  }
}

/** What waited for the office, as it was told: `day what`. */
const told = (world: World): readonly string[] =>
  world.deliveries
    .filter(({ key }) => key.includes('/waiting-'))
    .map(
      ({ at, contact, key }) => `${at.slice(5, 10)} ${contact} ${key.split('/')[1]?.split('-')[1]}`,
    );

describe('what waits for the office', () => {
  it.each([
    {
      move: submit,
      what: 'review',
      words: '请核验：责任单位6月16日（周四）报办结，等待销号或退办',
    },
    {
      move: ask,
      what: 'extension',
      words: '请批复：责任单位申请延期到7月31日（周日），原因：设备未到',
    },
    {
      move: disown,
      what: 'disowned',
      words: '请改派或维持：责任岗位提出不属其负责，说明：平台由环保分局建设',
    },
  ])('is told to it after two working days, once: $what', async ({ move, what, words }) => {
    const world = await park();
    await act(world, 'owner-0', move);
    await mornings(world, '2022-06-17', '2022-06-20', '2022-06-21', '2022-06-22');
    expect(told(world)).toEqual([`06-20 office ${what}`]);
    const message = world.messages.find(({ text }) => text.includes(words));
    expect(message?.contact).toBe('office');
    expect(message?.subject).toContain('有1项工作等待核定');
  });

  it.each<{ move: Move; decided: Move }>([
    { move: submit, decided: { act: 'verify' } },
    { move: submit, decided: { act: 'return' } },
    { move: ask, decided: { act: 'refuse' } },
    { move: ask, decided: { act: 'grant', due: day('2022-07-15') } },
  ])('is not told once it was decided by $decided.act', async ({ move, decided }) => {
    const world = await park();
    await act(world, 'owner-0', move);
    await act(world, 'office', decided);
    await mornings(world, '2022-06-20', '2022-06-21');
    expect(told(world)).toEqual([]);
  });

  it('is told anew when it is asked for anew', async () => {
    const world = await park();
    await act(world, 'owner-0', submit);
    await mornings(world, '2022-06-20');
    await act(world, 'office', { act: 'return' });
    await act(world, 'owner-0', submit);
    await mornings(world, '2022-06-21', '2022-06-22');
    expect(told(world)).toEqual(['06-20 office review', '06-22 office review']);
  });

  it('does not silence the ladder while an extension is only asked for', async () => {
    const world = await park();
    await act(world, 'owner-0', ask);
    await mornings(world, '2022-06-20', '2022-06-23');
    expect(world.deliveries.map(({ key }) => key)).toContain(
      'lx22-071/before-7/owner@安环局/2022-06-30',
    );
  });
});
