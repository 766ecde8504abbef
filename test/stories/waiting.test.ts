import { describe, expect, it } from 'vitest';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { aTask, contactsOf, day } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { changeTask, wake } from '../support/requests.ts';
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
    { park: 'linxiang', task: taskId('lx22-071'), by, why: '材料不全', via: '测试' },
    move,
    world.ports,
  );

async function mornings(world: World, ...days: readonly string[]): Promise<void> {
  for (const each of days) {
    world.goTo(`${each} 08:00`);
    await wake('linxiang', world.ports);
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
      words: '请核验：责任单位6月16日（周四）报办结，等待销号或退办，已等4天。',
    },
    {
      move: ask,
      what: 'extension',
      words: '请批复：责任单位6月16日（周四）申请延期到7月31日（周日），原因：设备未到，已等4天。',
    },
    {
      move: disown,
      what: 'disowned',
      words:
        '请改派或维持：责任岗位6月16日（周四）提出不属其负责，说明：平台由环保分局建设，已等4天。',
    },
  ])(
    'is told after two working days and every second one, until it decides: $what',
    async (row) => {
      const { move, what, words } = row;
      const world = await park();
      await act(world, 'owner-0', move);
      await mornings(world, '2022-06-17', '2022-06-20', '2022-06-21', '2022-06-22', '2022-06-23');
      expect(told(world)).toEqual([`06-20 office ${what}`, `06-22 office ${what}`]);
      await act(world, 'office', { act: 'withdraw' });
      await mornings(world, '2022-06-24', '2022-06-27');
      expect(told(world)).toHaveLength(2);
      const message = world.messages.find(({ text }) => text.includes(words));
      expect(message?.contact).toBe('office');
      expect(message?.subject).toContain('有1项工作等待核定');
    },
  );

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

  it('is sent again when it is requested again', async () => {
    const world = await park();
    await act(world, 'owner-0', submit);
    await mornings(world, '2022-06-20');
    await act(world, 'office', { act: 'return' });
    await act(world, 'owner-0', submit);
    await mornings(world, '2022-06-21', '2022-06-22');
    expect(told(world)).toEqual(['06-20 office review', '06-22 office review']);
  });

  it('is told once for all that an outage swallowed, and then goes on', async () => {
    const world = await park();
    await act(world, 'owner-0', submit);
    await mornings(world, '2022-06-29', '2022-06-30', '2022-07-01');
    expect(told(world)).toEqual(['06-29 office review', '06-30 office review']);
    expect(world.messages.map(({ text }) => text).join()).not.toContain('补报');
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
