import { describe, expect, it } from 'vitest';
import type { Target } from '../../../functions/domain/targets/target.ts';
import { updateRecord } from '../../../functions/flows/context/update-record.ts';
import type { Collection } from '../../../functions/flows/ports.ts';
import { aTarget } from '../../support/figures.ts';
import { newWorld, type World } from '../../support/world.ts';

const keeper = { by: 'office', what: '填报', why: '', via: '测试' };
const renamed = (name: string) => (known: Target | undefined) => ({
  ...(known ?? aTarget()),
  name,
});

/** The targets of `world`, whose next `times` writes are each overtaken by somebody else's. */
function overtaken({ collections, ports }: World, times: number): Collection<Target> {
  let left = times;
  return {
    ...collections.targets,
    put: async (read, next) => {
      if (left > 0) {
        left -= 1;
        const place = { collection: collections.targets, park: 'linxiang', id: 'p22-001' };
        await updateRecord(place, renamed(`别人${left}`), { ...keeper, by: 'somebody' }, ports);
      }
      return collections.targets.put(read, next);
    },
  };
}

describe('a change of a record', () => {
  it('that loses a race is retried on the state that the winner wrote', async () => {
    const world = newWorld();
    const place = { collection: overtaken(world, 2), park: 'linxiang', id: 'p22-001' };
    expect(await updateRecord(place, renamed('我的'), keeper, world.ports)).toMatchObject({
      version: 3,
    });
    const { targets } = world.collections;
    expect((await targets.find('linxiang', 'p22-001'))?.value.name).toBe('我的');
    const history = await targets.history('linxiang', 'p22-001');
    expect(history.map(({ by, version }) => `${version} ${by}`)).toEqual([
      '1 somebody',
      '2 somebody',
      '3 office',
    ]);
  });

  it('that loses every time is abandoned, and names who won', async () => {
    const world = newWorld();
    const place = { collection: overtaken(world, 5), park: 'linxiang', id: 'p22-001' };
    await expect(updateRecord(place, renamed('我的'), keeper, world.ports)).rejects.toMatchObject({
      name: 'Conflict',
      key: 'p22-001',
      message: expect.stringContaining('somebody'),
    });
  });

  it('that was made from an older sight is refused, and says by whom', async () => {
    const world = newWorld();
    const place = { collection: world.collections.targets, park: 'linxiang', id: 'p22-001' };
    await updateRecord(place, renamed('一'), { ...keeper, by: 'somebody' }, world.ports);
    const seen = updateRecord({ ...place, seen: 0 }, renamed('二'), keeper, world.ports);
    await expect(seen).rejects.toThrow('“p22-001”刚被改动：somebody填报');
    await updateRecord({ ...place, seen: 1 }, renamed('二'), keeper, world.ports);
    expect((await place.collection.find('linxiang', 'p22-001'))?.value.name).toBe('二');
  });

  it('that was made, and whose answer was lost, is known again and not made twice', async () => {
    const world = newWorld();
    const { targets } = world.collections;
    const collection: Collection<Target> = {
      ...targets,
      put: async (...args) => {
        await targets.put(...args);
        return targets.put(...args);
      },
    };
    const place = { collection, park: 'linxiang', id: 'p22-001' };
    expect(await updateRecord(place, renamed('我的'), keeper, world.ports)).toMatchObject({
      version: 1,
    });
    expect(await targets.history('linxiang', 'p22-001')).toHaveLength(1);
  });

  it('that changes nothing writes nothing', async () => {
    const world = newWorld();
    const place = { collection: world.collections.targets, park: 'linxiang', id: 'p22-001' };
    await updateRecord(place, renamed('我的'), keeper, world.ports);
    const same = (known: Target | undefined): Target => known ?? aTarget();
    expect(await updateRecord(place, same, keeper, world.ports)).toBeUndefined();
    expect(await world.collections.targets.history('linxiang', 'p22-001')).toHaveLength(1);
  });
});
