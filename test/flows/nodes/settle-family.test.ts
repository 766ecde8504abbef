import { describe, expect, it } from 'vitest';
import { reconcile } from '../../../functions/flows/wake/reconcile.ts';
import { act, divided, reporting, stored } from '../../stories/dividing.ts';
import { faulty } from '../../support/faults.ts';
import type { World } from '../../support/world.ts';

/** A world whose process dies after the write of the move itself. */
const dyingAfterMove = (world: World): World => ({
  ...world,
  ports: faulty(world.ports, ({ name }) => (name === 'register.change' ? 'diesAfter' : undefined)),
});

describe('a family whose change was cut short', () => {
  it('is as its work has it once the park is reconciled, whatever the index says', async () => {
    const world = await divided();
    world.goTo('2022-06-02 10:00');
    await act(dyingAfterMove(world), 'office', { act: 'suspend' }).catch(() => undefined);
    expect(stored(world)?.task.status).toBe('suspended');
    expect(stored(world, 1)?.task.status).toBe('pendingAcceptance');

    world.goTo('2022-06-02 20:00');
    await reconcile(world.ports);
    expect([1, 2, 3].map((number) => stored(world, number)?.task.status)).toEqual(
      Array.from({ length: 3 }, () => 'suspended'),
    );
    expect(stored(world, 1)?.lastChange).toMatchObject({ by: 'system', what: '随事项中止' });
  });

  it('is not reconciled twice, and repairs nothing where all is right', async () => {
    const world = await divided();
    await act(world, 'owner-0', reporting(40), { number: 1 });
    world.goTo('2022-06-01 20:00');
    const reconciled = (await reconcile(world.ports)).get('linxiang');
    expect(reconciled?.repaired).toBe(0);
    expect(reconciled?.watched).toBe(1);
  });
});
