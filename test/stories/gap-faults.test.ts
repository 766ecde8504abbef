import { describe, expect, it } from 'vitest';
import { aTask } from '../support/builders.ts';
import { type FaultMode, faulty } from '../support/faults.ts';
import { seeToGap } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { choose, found, gapOf, look, lookAt, officeLine, told } from './gap-days.ts';

describe('an answer in whose course a call fails', () => {
  const modes: readonly FaultMode[] = ['throws', 'losesAnswer', 'diesBefore', 'diesAfter'];

  /** Asked on the 24th; somebody chooses `today` while call `number` fails, then another presses `all`. */
  async function failing(
    number: number,
    mode: FaultMode,
  ): Promise<{ world: World; isHit: boolean }> {
    const world = await found([aTask(), aTask({ id: 'lx22-072' })]);
    await look(world);
    let isHit = false;
    const ports = faulty(world.ports, (call) => {
      if (call.number !== number) return undefined;
      isHit = true;
      return mode;
    });
    await choose(ports, 'today').catch(() => undefined);
    await seeToGap('linxiang', true, ports).catch(() => undefined);
    world.goTo('2022-06-24 09:05');
    await choose(world.ports, 'all', '本机终端');
    await lookAt(world, '2022-06-24 09:06', '2022-06-24 09:20', '2022-06-24 09:40');
    return { world, isHit };
  }

  it.each(modes)('(%s) is whole or was never given, and the office reads which', async (mode) => {
    const chosen = new Set<string>();
    for (let number = 1; ; number += 1) {
      const { world, isHit } = await failing(number, mode);
      if (!isHit) break;
      const answer = (await gapOf(world))?.answer;
      const owners = world.deliveries.filter(({ contact }) => contact === 'owner-0');
      const isToday = answer?.choice === 'today';
      const at = `${mode} at ${number}`;
      expect([at, owners.length]).toEqual([at, isToday ? 0 : 2]);
      expect([at, officeLine(world)]).toEqual([
        at,
        expect.stringContaining(
          isToday
            ? '园区办选择“只发今天的”，2个提醒时点不再补发。'
            : '本机终端选择“全部补发”，补发的涉及2项工作。',
        ),
      ]);
      chosen.add(String(answer?.choice));
    }
    expect(chosen).toEqual(new Set(['all', 'today']));
  });
});

describe('two answers at once', () => {
  /** Somebody chooses `today`; just before call `number` of that, another presses `all`. */
  async function raced(number: number): Promise<{ world: World; isHit: boolean }> {
    const world = await found();
    await look(world);
    let isHit = false;
    const ports = faulty(world.ports, async (call) => {
      if (call.number !== number) return undefined;
      isHit = true;
      await choose(world.ports, 'all', '本机终端');
      return undefined;
    });
    await choose(ports, 'today');
    await lookAt(world, '2022-06-24 09:01');
    return { world, isHit };
  }

  it('are one, that of the first to be written', async () => {
    for (let number = 1; ; number += 1) {
      const { world, isHit } = await raced(number);
      const by = (await gapOf(world))?.answer?.name;
      const all = [number, '本机终端', 1];
      const today = [number, '园区办', 0];
      expect([number, by, told(world).length]).toEqual(isHit ? all : today);
      if (!isHit) break;
      expect(number).toBeLessThan(100);
    }
  });
});
