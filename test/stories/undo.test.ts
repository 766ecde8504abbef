import { describe, expect, it } from 'vitest';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { at, day } from '../support/builders.ts';
import { signForAll, wake } from '../support/requests.ts';
import { live } from './climbing.ts';
import { act, divided, lastTo, stored } from './dividing.ts';
import { move, park, reassign, standing, told, undo } from './undoing.ts';

describe('what was not told yet', () => {
  it.each<Move>([{ act: 'withdraw' }, { act: 'suspend' }, reassign])(
    '$act is taken back with status, notices and wake, and is never told',
    async (what) => {
      const world = await park();
      await live(world, '2022-06-17', '2022-06-17');
      const before = standing(world);
      const heard = told(world);
      world.goTo('2022-06-17 10:00');
      await move(world, what);
      world.goTo('2022-06-17 10:05');
      await undo(world);
      expect(standing(world)).toEqual(before);
      await live(world, '2022-06-20', '2022-06-22');
      expect(told(world)).toEqual(heard);
      await live(world, '2022-06-23', '2022-06-30');
      expect(told(world).slice(heard.length)).toContain('owner-0 due');
    },
  );

  it('a hand-over that waited goes on to its post, and the next one has a number of its own', async () => {
    const world = await park();
    await move(world, reassign);
    world.goTo('2022-06-16 10:33');
    await move(world, { act: 'reassign', leadUnit: '安环局' });
    await undo(world);
    world.goTo('2022-06-16 10:45');
    await wake('linxiang', world.ports);
    expect(told(world)).toEqual(['owner-1 assigned-1']);
    await move(world, { act: 'reassign', leadUnit: '安环局' });
    expect(stored(world)?.task.assignment.number).toBe(3);
  });
});

describe('what was told', () => {
  it('a reassignment is taken back by a notice to the new owner, and a second one is told again', async () => {
    const world = await park();
    world.goTo('2022-06-16 10:39');
    await move(world, reassign);
    world.goTo('2022-06-16 10:49');
    await wake('linxiang', world.ports);
    expect(told(world)).toEqual(['owner-1 assigned-1']);
    await undo(world);
    expect(stored(world)?.task).toMatchObject({ leadUnit: '安环局', status: 'inProgress' });
    await live(world, '2022-06-17', '2022-06-17');
    expect(told(world)).toEqual(['owner-1 assigned-1', 'owner-1 ruling-2']);
    expect(lastTo(world, 'owner-1')).toContain(
      '决定：6月16日（周四）园区办撤回了“改派”，这一项仍由安环局负责。',
    );
    world.goTo('2022-06-17 10:00');
    await move(world, reassign);
    world.goTo('2022-06-17 10:10');
    await wake('linxiang', world.ports);
    expect(told(world).at(-1)).toBe('owner-1 assigned-2');
  });

  it('a decision that was told overnight is taken back for the post that heard of it', async () => {
    const world = await park();
    world.goTo('2022-06-17 07:55');
    await move(world, { act: 'suspend' });
    world.goTo('2022-06-17 08:00');
    await wake('linxiang', world.ports);
    expect(told(world)).toEqual(['owner-0 ruling-1']);
    world.goTo('2022-06-17 08:04');
    await undo(world);
    await live(world, '2022-06-20', '2022-06-20');
    expect(told(world)).toEqual(['owner-0 ruling-1', 'owner-0 ruling-2']);
    expect(lastTo(world, 'owner-0')).toContain(
      '决定：6月17日（周五）园区办撤回了“中止”，这一项仍照常督办，期限仍是6月30日（周四）。',
    );
  });

  it('is not told as taken back once it is so again', async () => {
    const world = await park();
    world.goTo('2022-06-17 07:55');
    await move(world, { act: 'suspend' });
    world.goTo('2022-06-17 08:00');
    await wake('linxiang', world.ports);
    world.goTo('2022-06-17 08:04');
    await undo(world);
    await move(world, { act: 'suspend' });
    await live(world, '2022-06-20', '2022-06-20');
    expect(told(world).at(-1)).toBe('owner-0 ruling-3');
    expect(lastTo(world, 'owner-0')).not.toContain('撤回');
  });
});

describe('what fell due in between', () => {
  it('is told at the next look, and nothing counts as passed', async () => {
    const world = await park({ due: day('2022-06-17') });
    world.goTo('2022-06-17 07:57');
    await move(world, { act: 'suspend' });
    world.goTo('2022-06-17 08:00');
    await wake('linxiang', world.ports);
    world.goTo('2022-06-17 08:05');
    await undo(world);
    expect(stored(world)?.wakeAt).toEqual(at('2022-06-17 08:00'));
    expect(world.calls).toContain(`linxiang ${at('2022-06-17 08:06').toString()}`);
    world.goTo('2022-06-17 08:06');
    await wake('linxiang', world.ports);
    expect(told(world)).toEqual(['owner-0 ruling-1', 'owner-0 due']);
    expect(lastTo(world, 'owner-0')).not.toContain('未发');
    expect(stored(world)?.task.silentThrough).toBeNull();
  });

  it('goes on with the climb as it was', async () => {
    const world = await park();
    await live(world, '2022-06-17', '2022-06-28');
    const before = stored(world)?.heard.climb;
    expect(before?.asked).toHaveLength(1);
    world.goTo('2022-06-28 10:00');
    await move(world, { act: 'withdraw' });
    expect(stored(world)?.heard.climb).toBeNull();
    await undo(world);
    expect(stored(world)?.heard.climb).toEqual(before);
  });
});

describe('the nodes of a work', () => {
  it.each<Move>([{ act: 'withdraw' }, { act: 'suspend' }, reassign])(
    'come back as they were, with what they heard: $act',
    async (what) => {
      const world = await divided();
      const signing = (): Promise<unknown> => signForAll('linxiang', null, world.ports);
      await live(world, '2022-06-02', '2022-06-09', signing);
      const before = [undefined, 1, 2, 3].map((each) => standing(world, each));
      world.goTo('2022-06-09 10:00');
      await act(world, 'office', what);
      expect(stored(world, 3)?.task).not.toMatchObject(
        (before[3] as { readonly task: object }).task,
      );
      world.goTo('2022-06-09 10:04');
      await undo(world);
      expect([undefined, 1, 2, 3].map((each) => standing(world, each))).toEqual(before);
    },
  );
});
