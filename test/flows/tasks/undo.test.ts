import { describe, expect, it } from 'vitest';
import { Conflict } from '../../../functions/domain/base/faults.ts';
import { BadInput } from '../../../functions/domain/base/problems.ts';
import type { Ports } from '../../../functions/flows/ports.ts';
import { stored } from '../../stories/dividing.ts';
import { move, park, reassign, undo } from '../../stories/undoing.ts';
import { day } from '../../support/builders.ts';
import { taskId } from '../../support/ids.ts';
import { undoMove, wake } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

const whats = async (world: World): Promise<readonly string[]> =>
  (await world.register.history('linxiang', taskId('lx22-071'))).map(
    ({ what, from, to }) => `${what} ${from} → ${to}`,
  );

describe('a move that is taken back', () => {
  it('stays in the history with both lines', async () => {
    const world = await park();
    await move(world, reassign);
    await undo(world);
    expect(await whats(world)).toEqual([
      '登记  → 推进中',
      '改派 安环局 → 招商局',
      '撤回：改派 招商局 → 安环局',
    ]);
  });
});

describe('what cannot be taken back', () => {
  it('after ten minutes names what can be done instead', async () => {
    const world = await park();
    await move(world, { act: 'withdraw' });
    world.goTo('2022-06-16 10:41');
    await expect(undo(world)).rejects.toThrow(
      '“撤销”是6月16日 10:30办的，已超过10分钟，不能撤回。仍要督办的，请登记为新事项',
    );
    expect(stored(world)?.task.status).toBe('withdrawn');
  });

  it('what somebody moved since is left as it is and named', async () => {
    const world = await park();
    await move(world, reassign);
    const { version = 0 } = stored(world) ?? {};
    await move(world, { act: 'signFor' }, 'owner-1');
    await expect(undo(world, version)).rejects.toThrow(Conflict);
    await expect(undo(world, version)).rejects.toThrow('owner-1签收');
    expect(stored(world)?.task.leadUnit).toBe('招商局');
  });

  it('other moves, moves of others, and tasks that are not there', async () => {
    const world = await park();
    await move(world, { act: 'redate', due: day('2022-07-10') });
    await expect(undo(world)).rejects.toThrow('“核定期限”这一步不能撤回');
    await move(world, { act: 'suspend' });
    await expect(undo(world, undefined, 'owner-0')).rejects.toThrow(BadInput);
    expect(stored(world)?.task.status).toBe('suspended');
  });

  it('a move that is told at that very moment is taken back by a notice', async () => {
    const world = await park();
    world.goTo('2022-06-16 10:39');
    await move(world, reassign);
    world.goTo('2022-06-16 10:49');
    const { version = 0 } = stored(world) ?? {};
    let writes = 0;
    const register: Ports['register'] = {
      ...world.ports.register,
      change: async (read, next) => {
        writes += 1;
        if (writes === 1) await wake('linxiang', world.ports);
        return world.ports.register.change(read, next);
      },
    };
    const ports = { ...world.ports, register };
    const wish = { task: taskId('lx22-071'), version };
    await undoMove({ park: 'linxiang', by: 'office', via: '测试' }, wish, ports);
    expect(writes).toBe(2);
    expect(stored(world)?.task.rulings).toMatchObject([
      { post: 'owner@招商局', what: '撤回改派', undoes: { isOwner: false } },
    ]);
  });

  it('a second press changes nothing', async () => {
    const world = await park();
    await move(world, { act: 'suspend' });
    const { version = 0 } = stored(world) ?? {};
    await undo(world, version);
    const after = stored(world);
    await undo(world, version);
    expect(stored(world)).toEqual(after);
  });
});
