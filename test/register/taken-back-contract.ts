import { describe, expect, it } from 'vitest';
import type { Register } from '../../functions/flows/ports.ts';
import { aStoredTask, at } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';

const PARK = 'linxiang';

/** What every engine must do with a task that is taken out of the register. */
export function takenBackContract(fresh: () => Promise<Register>): void {
  describe('a task that is taken back', () => {
    it('is gone once it is taken back, and goes on in its history when it is created again', async () => {
      const register = await fresh();
      const stored = aStoredTask();
      const last = { ...stored.lastChange, id: 'back', version: 2, what: '撤回发布' };
      await register.create(stored);
      expect(await register.takeBack({ ...stored, version: 9 }, last)).toBe('lost');
      expect(await register.takeBack(stored, last)).toBe('written');
      expect(await register.takeBack(stored, last)).toBe('lost');

      const id = taskId('lx22-071');
      expect(await register.task(PARK, id)).toBeUndefined();
      expect(await Array.fromAsync(register.tasks(PARK))).toEqual([]);
      expect(await register.due(PARK, at('2030-01-01 08:00'))).toEqual([]);
      expect(await register.history(PARK, id)).toEqual([stored.lastChange, last]);

      expect(await register.create(stored)).toBe('written');
      expect(await register.create(stored)).toBe('lost');
      const again = { ...stored.lastChange, version: 3 };
      expect(await register.task(PARK, id)).toEqual({ ...stored, version: 3, lastChange: again });
      expect(await register.history(PARK, id)).toEqual([stored.lastChange, last, again]);
    });
  });
}
