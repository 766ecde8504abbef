import { beforeEach, describe, expect, it } from 'vitest';
import type { Target } from '../../functions/domain/targets/target.ts';
import type { Books, Kept, Register } from '../../functions/flows/ports.ts';
import { aStoredTask, aTask, day } from '../support/builders.ts';
import { aBulletin } from '../support/bulletins.ts';
import { anActual, aProject, aStep, aTarget, bond, dec } from '../support/figures.ts';
import { taskId } from '../support/ids.ts';
import { aReview, aReviewDraft } from '../support/plans.ts';

const PARK = 'linxiang';

/** What every implementation of the collections must do. */
export function booksContract(fresh: () => Promise<{ register: Register; books: Books }>): void {
  describe('the books', () => {
    let register: Register;
    let books: Books;

    beforeEach(async () => {
      ({ register, books } = await fresh());
    });

    const { lastChange } = aStoredTask();
    const target = aTarget({
      curve: Array.from({ length: 4 }, () => dec('0.25')),
      rhythm: 'quarterly',
      actuals: [anActual(3, '98.5')],
    });
    const first: Kept<Target> = { value: target, version: 1, lastChange };
    const second: Kept<Target> = {
      value: { ...target, actuals: [...target.actuals, anActual(6, '201.25')] },
      version: 2,
      lastChange: { ...lastChange, id: 'change-2', version: 2, what: '填报' },
    };

    it('keep what was put, exact to the last digit', async () => {
      expect(await books.targets.put(undefined, first)).toBe('written');
      expect(await books.targets.find(PARK, 'p22-001')).toEqual(first);
      expect(await books.targets.find('elsewhere', 'p22-001')).toBeUndefined();
    });

    it('change only from the version read, and keep their history', async () => {
      await books.targets.put(undefined, first);
      expect(await books.targets.put(undefined, second)).toBe('lost');
      expect(await books.targets.put(first, second)).toBe('written');
      expect(await books.targets.put(first, second)).toBe('lost');
      expect(await books.targets.find(PARK, 'p22-001')).toEqual(second);
      expect(await books.targets.history(PARK, 'p22-001')).toEqual([lastChange, second.lastChange]);
    });

    it('do not mix their kinds, nor with the task that has the same id', async () => {
      await register.create(aStoredTask({ task: aTask({ id: 'p22-001' }) }));
      await books.targets.put(undefined, first);
      await books.targets.put(first, second);
      const records = {
        projects: aProject('a', 12, '2022-03-01', { startedOn: day('2022-04-01') }),
        enterprises: { id: 'e', park: PARK, name: '某企业', enteredOn: day('2022-02-01') },
        instruments: bond,
        steps: aStep({ doneOn: day('2022-06-24'), blockedBy: ['p22-062'] }),
        reviews: aReview,
        drafts: aReviewDraft,
        bulletins: aBulletin,
      };
      await books.projects.put(undefined, { ...first, value: records.projects });
      await books.enterprises.put(undefined, { ...first, value: records.enterprises });
      await books.instruments.put(undefined, { ...first, value: records.instruments });
      await books.steps.put(undefined, { ...first, value: records.steps });
      await books.reviews.put(undefined, { ...first, value: records.reviews });
      await books.drafts.put(undefined, { ...first, value: records.drafts });
      await books.bulletins.put(undefined, { ...first, value: records.bulletins });

      expect(await books.targets.all(PARK)).toEqual([second]);
      expect(await books.projects.all(PARK)).toEqual([{ ...first, value: records.projects }]);
      expect(await books.enterprises.all(PARK)).toEqual([{ ...first, value: records.enterprises }]);
      expect(await books.instruments.all(PARK)).toEqual([{ ...first, value: records.instruments }]);
      expect(await books.steps.all(PARK)).toEqual([{ ...first, value: records.steps }]);
      expect(await books.reviews.all(PARK)).toEqual([{ ...first, value: records.reviews }]);
      expect(await books.drafts.all(PARK)).toEqual([{ ...first, value: records.drafts }]);
      expect(await books.bulletins.all(PARK)).toEqual([{ ...first, value: records.bulletins }]);
      expect(await register.history(PARK, taskId('p22-001'))).toHaveLength(1);
      expect(await Array.fromAsync(register.tasks(PARK))).toHaveLength(1);
    });
  });
}
