import { beforeEach, describe, expect, it } from 'vitest';
import type { Target } from '../../functions/domain/targets/target.ts';
import type { Collections, Register, Versioned } from '../../functions/flows/ports.ts';
import { aStoredTask, aTask, day } from '../support/builders.ts';
import { aBulletin } from '../support/bulletins.ts';
import { anActual, aProject, aStep, aTarget, bond, dec } from '../support/figures.ts';
import { taskId } from '../support/ids.ts';
import { aReview, aReviewDraft } from '../support/plans.ts';

const PARK = 'linxiang';

/** What every implementation of the collections must do. */
export function booksContract(
  fresh: () => Promise<{ register: Register; collections: Collections }>,
): void {
  describe('the books', () => {
    let register: Register;
    let collections: Collections;

    beforeEach(async () => {
      ({ register, collections } = await fresh());
    });

    const { lastChange } = aStoredTask();
    const target = aTarget({
      curve: Array.from({ length: 4 }, () => dec('0.25')),
      rhythm: 'quarterly',
      actuals: [anActual(3, '98.5')],
    });
    const first: Versioned<Target> = { value: target, version: 1, lastChange };
    const second: Versioned<Target> = {
      value: { ...target, actuals: [...target.actuals, anActual(6, '201.25')] },
      version: 2,
      lastChange: { ...lastChange, id: 'change-2', version: 2, what: '填报' },
    };

    it('keep what was put, exact to the last digit', async () => {
      expect(await collections.targets.put(undefined, first)).toBe('written');
      expect(await collections.targets.find(PARK, 'p22-001')).toEqual(first);
      expect(await collections.targets.find('elsewhere', 'p22-001')).toBeUndefined();
    });

    it('change only from the version read, and keep their history', async () => {
      await collections.targets.put(undefined, first);
      expect(await collections.targets.put(undefined, second)).toBe('lost');
      expect(await collections.targets.put(first, second)).toBe('written');
      expect(await collections.targets.put(first, second)).toBe('lost');
      expect(await collections.targets.find(PARK, 'p22-001')).toEqual(second);
      expect(await collections.targets.history(PARK, 'p22-001')).toEqual([
        lastChange,
        second.lastChange,
      ]);
    });

    it('are gone once they are taken back, and go on in their history when they are put again', async () => {
      await collections.targets.put(undefined, first);
      const last = { ...lastChange, id: 'back', version: 2, what: '撤回发布' };
      expect(await collections.targets.takeBack(second, last)).toBe('lost');
      expect(await collections.targets.takeBack(first, last)).toBe('written');
      expect(await collections.targets.find(PARK, 'p22-001')).toBeUndefined();
      expect(await collections.targets.all(PARK)).toEqual([]);
      expect(await collections.targets.put(undefined, first)).toBe('written');
      expect(await collections.targets.find(PARK, 'p22-001')).toMatchObject({ version: 3 });
      const history = await collections.targets.history(PARK, 'p22-001');
      expect(history.map(({ version, what }) => `${version} ${what}`)).toEqual([
        `1 ${lastChange.what}`,
        '2 撤回发布',
        `3 ${lastChange.what}`,
      ]);
    });

    it('do not mix their kinds, nor with the task that has the same id', async () => {
      await register.create(aStoredTask({ task: aTask({ id: 'p22-001' }) }));
      await collections.targets.put(undefined, first);
      await collections.targets.put(first, second);
      const records = {
        projects: aProject('a', 12, '2022-03-01', { startedOn: day('2022-04-01') }),
        enterprises: { id: 'e', park: PARK, name: '某企业', enteredOn: day('2022-02-01') },
        instruments: bond,
        steps: aStep({ doneOn: day('2022-06-24'), blockedBy: ['p22-062'] }),
        reviews: aReview,
        drafts: aReviewDraft,
        bulletins: aBulletin,
        views: {
          id: 'v',
          park: PARK,
          name: '红灯',
          address: '/items?lamp=red',
          owner: 'office',
          isForAll: true,
          isDeleted: false,
        },
      };
      await collections.projects.put(undefined, { ...first, value: records.projects });
      await collections.enterprises.put(undefined, { ...first, value: records.enterprises });
      await collections.instruments.put(undefined, { ...first, value: records.instruments });
      await collections.steps.put(undefined, { ...first, value: records.steps });
      await collections.reviews.put(undefined, { ...first, value: records.reviews });
      await collections.drafts.put(undefined, { ...first, value: records.drafts });
      await collections.bulletins.put(undefined, { ...first, value: records.bulletins });
      await collections.views.put(undefined, { ...first, value: records.views });

      expect(await collections.targets.all(PARK)).toEqual([second]);
      expect(await collections.projects.all(PARK)).toEqual([{ ...first, value: records.projects }]);
      expect(await collections.enterprises.all(PARK)).toEqual([
        { ...first, value: records.enterprises },
      ]);
      expect(await collections.instruments.all(PARK)).toEqual([
        { ...first, value: records.instruments },
      ]);
      expect(await collections.steps.all(PARK)).toEqual([{ ...first, value: records.steps }]);
      expect(await collections.reviews.all(PARK)).toEqual([{ ...first, value: records.reviews }]);
      expect(await collections.drafts.all(PARK)).toEqual([{ ...first, value: records.drafts }]);
      expect(await collections.bulletins.all(PARK)).toEqual([
        { ...first, value: records.bulletins },
      ]);
      expect(await collections.views.all(PARK)).toEqual([{ ...first, value: records.views }]);
      expect(await register.history(PARK, taskId('p22-001'))).toHaveLength(1);
      expect(await Array.fromAsync(register.tasks(PARK))).toHaveLength(1);
    });
  });
}
