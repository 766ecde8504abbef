import { describe, expect, it } from 'vitest';
import { DamagedRecord } from '../../functions/domain/base/faults.ts';
import type { ItemStore } from '../../functions/register/item-store.ts';
import { storedPorts } from '../../functions/register/stored-ports.ts';
import { aStoredTask, aTask } from '../support/builders.ts';
import { aTarget } from '../support/figures.ts';
import { taskId } from '../support/ids.ts';

/** What a record that cannot be read does to the others: nothing. */
export function damageContract(fresh: () => Promise<ItemStore>): void {
  describe('a damaged record', () => {
    it('of a task is named by its key, and the walk goes on', async () => {
      const items = await fresh();
      const { register } = storedPorts(items);
      await register.create(aStoredTask({ task: aTask({ id: 'whole' }) }));
      const task = { title: '缺了大半' };
      await items.put({ pk: 'park#linxiang', sk: 'task#broken', version: 1, task });

      const walked = await Array.fromAsync(register.tasks('linxiang'), (each) =>
        each instanceof DamagedRecord ? each.key : each.task.id,
      );

      expect(walked.toSorted()).toEqual(['park#linxiang / task#broken', 'whole']);
      await expect(register.task('linxiang', taskId('broken'))).rejects.toThrow(
        'park#linxiang / task#broken',
      );
    });

    it('of the books stands in its place', async () => {
      const items = await fresh();
      const { targets } = storedPorts(items).collections;
      const { lastChange } = aStoredTask();
      await targets.put(undefined, { value: aTarget(), version: 1, lastChange });
      const value = { goal: '多' };
      await items.put({ pk: 'park#linxiang', sk: 'target#broken', version: 1, value });

      const all = await targets.all('linxiang');

      expect(all.map((each) => (each instanceof DamagedRecord ? each.key : each.value.id))).toEqual(
        ['park#linxiang / target#broken', 'p22-001'],
      );
      await expect(targets.find('linxiang', 'broken')).rejects.toThrow(DamagedRecord);
    });
  });
}
