import { beforeEach, describe, expect, it } from 'vitest';
import { DamagedRecord, UnknownPark } from '../../functions/domain/base/faults.ts';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import type { PolicyVersion } from '../../functions/domain/policy/policy-version.ts';
import type { Register } from '../../functions/flows/ports.ts';
import { aPark, at, firstPolicy } from '../support/builders.ts';

const PARK = 'linxiang';

const park = aPark();
const settings = { id: PARK, name: park.name, timeZone: park.timeZone };

/** What the register knows of a park itself: its settings and policies. */
export function parksContract(fresh: () => Promise<{ register: Register }>): void {
  let register: Register;

  beforeEach(async () => {
    ({ register } = await fresh());
  });

  describe('a park', () => {
    it('is what was put', async () => {
      await register.putPark(settings);
      await register.addPolicy(PARK, firstPolicy, null);

      expect(await register.parks()).toEqual([PARK]);
      expect(await register.park(PARK)).toEqual(aPark());
    });

    it('adds each policy once; one that is not planned by yet wakes', async () => {
      const wakeAt = at('2022-06-15 10:00');
      const second: PolicyVersion = {
        policy: { ...defaultPolicy, version: 2, sendTime: '09:00' },
        effectiveFrom: at('2022-07-01 00:00'),
        adoptedBy: 'office',
        adoptedAt: at('2022-06-15 10:00'),
      };
      await register.putPark(settings);
      expect(await register.addPolicy(PARK, firstPolicy, null)).toBe('written');
      expect(await register.addPolicy(PARK, second, wakeAt)).toBe('written');
      expect(await register.addPolicy(PARK, { ...second, adoptedBy: 'other' }, wakeAt)).toBe(
        'lost',
      );

      expect((await register.park(PARK)).policies).toEqual([firstPolicy, second]);
      const waking = [{ record: 'policy', version: 2 }];
      expect(await register.due(PARK, wakeAt)).toEqual(waking);
      await register.policyPlanned(PARK, 2);
      await register.policyPlanned(PARK, 2);
      expect(await register.due(PARK, wakeAt)).toEqual([]);
      expect((await register.park(PARK)).policies).toEqual([firstPolicy, second]);
    });

    it('without a policy has no rules to go by', async () => {
      await register.putPark(settings);
      await expect(register.park(PARK)).rejects.toThrow(DamagedRecord);
    });

    it('that was never opened is a fault', async () => {
      await expect(register.park('nowhere')).rejects.toThrow(UnknownPark);
    });
  });
}
