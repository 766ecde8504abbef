import { beforeEach, describe, expect, it } from 'vitest';
import type { Notice } from '../../functions/domain/deadlines/notice.ts';
import { digestId, openedDigest } from '../../functions/domain/messages/digest.ts';
import { withNotice } from '../../functions/domain/messages/digest-notices.ts';
import { newHeartbeat } from '../../functions/domain/messages/heartbeat.ts';
import { occasionOf } from '../../functions/domain/tasks/occasion-codec.ts';
import type { Ledger, Register } from '../../functions/flows/ports.ts';
import type { ItemStore } from '../../functions/register/item-store.ts';
import { storedPorts } from '../../functions/register/stored-ports.ts';
import { aStoredTask, aTask, at, day, rules } from '../support/builders.ts';
import { digestNamed, postId, taskId } from '../support/ids.ts';
import { booksContract } from './collections-contract.ts';
import { damageContract } from './damage-contract.ts';
import { directoryContract } from './directory-contract.ts';
import { holidaysContract } from './holidays-contract.ts';
import { itemsContract } from './items-contract.ts';
import { pagesContract } from './pages-contract.ts';
import { parksContract } from './parks-contract.ts';
import { subscriptionsContract } from './subscriptions-contract.ts';
import { takenBackContract } from './taken-back-contract.ts';

const PARK = 'linxiang';

const notice = (task: string): Notice => ({
  about: 'task',
  task: taskId(task),
  occasion: occasionOf('before-15'),
  post: postId('owner@安环局'),
  role: 'owner',
  due: day('2022-06-30'),
  plannedAt: at('2022-06-27 08:00'),
  skipped: [occasionOf('before-30')],
  escalates: null,
});

/**
 * What every engine must do, and every port over it.
 *
 * @param empty - an item store with nothing in it.
 */
export function contract(empty: () => Promise<ItemStore>): void {
  const fresh = async () => storedPorts(await empty());
  let register: Register;
  let ledger: Ledger;

  beforeEach(async () => {
    ({ register, ledger } = await fresh());
  });

  itemsContract(empty);
  damageContract(empty);
  takenBackContract(async () => (await fresh()).register);
  directoryContract(empty);
  holidaysContract(empty);
  parksContract(fresh);
  booksContract(fresh);
  pagesContract(fresh);
  subscriptionsContract(empty);

  describe('a task', () => {
    it('is what was created, once', async () => {
      const stored = aStoredTask();

      expect(await register.create(stored)).toBe('written');
      expect(await register.create(aStoredTask({ version: 9 }))).toBe('lost');
      expect(await register.task(PARK, taskId('lx22-071'))).toEqual(stored);
    });

    it('is not there under an id that is longer than any key', async () => {
      expect(await register.task(PARK, taskId('长'.repeat(1000)))).toBeUndefined();
      expect(
        await ledger.read(PARK, digestNamed(`2022-06-27#${'x'.repeat(3000)}`)),
      ).toBeUndefined();
    });

    it('is found waking at its instant, and not before', async () => {
      await register.create(aStoredTask());

      expect(await register.due(PARK, at('2022-05-31 07:59'))).toEqual([]);
      expect(await register.due(PARK, at('2022-05-31 08:00'))).toEqual([
        { record: 'task', id: 'lx22-071' },
      ]);
      expect(await register.due('elsewhere', at('2022-05-31 08:00'))).toEqual([]);
    });

    it('leaves the index when it never wakes again', async () => {
      const stored = aStoredTask();
      await register.create(stored);

      expect(await register.advance(stored, { heard: stored.heard, wakeAt: null })).toBe('written');
      expect(await register.due(PARK, at('2030-01-01 08:00'))).toEqual([]);
    });

    it('advances without a version, and only from what was read', async () => {
      const stored = aStoredTask();
      await register.create(stored);
      const heard = {
        due: day('2022-06-30'),
        order: -30,
        assignment: 0,
        handOver: { number: 1, at: at('2022-06-24 08:10'), isCalled: true },
        waiting: null,
        returned: { of: day('2022-06-24'), order: 1 },
        paced: day('2022-06-24'),
        ruling: 1,
        nodesDone: '2022-06-24T01:00:00Z',
        on: day('2022-06-24'),
        climb: {
          asked: [{ occasion: occasionOf('before-3'), day: day('2022-06-27') }],
          level: 1,
          from: day('2022-06-29'),
          isRed: false,
          trail: [{ role: 'unitHead' as const, on: day('2022-06-29') }],
          step: {
            occasion: occasionOf('before-1/unsigned-1'),
            day: day('2022-06-29'),
            post: postId('unitHead@安环局'),
          },
        },
        answered: {
          what: '签收',
          by: '安环局责任人',
          at: at('2022-06-20 09:00'),
          owes: { since: day('2022-06-20'), level: 0, occasion: occasionOf('overdue-1') },
        },
      };
      const wakeAt = at('2022-06-15 08:00');

      expect(await register.advance(stored, { heard, wakeAt })).toBe('written');
      expect(await register.advance(stored, { heard, wakeAt: null })).toBe('lost');
      expect(await register.task(PARK, taskId('lx22-071'))).toEqual({ ...stored, heard, wakeAt });
    });

    it('keeps its history through a change, and refuses one from an old read', async () => {
      const first = aStoredTask();
      await register.create(first);
      const lastChange = {
        ...first.lastChange,
        id: 'change-2',
        version: 2,
        what: '报办结',
        onBehalfOf: 'owner-0',
      };
      const task = aTask({ status: 'pendingReview', recurrence: '每月5日前' });
      const second = { ...first, task, version: 2, wakeAt: null, lastChange };

      expect(await register.change(first, second)).toBe('written');
      expect(await register.change(first, second)).toBe('lost');
      expect(await register.task(PARK, taskId('lx22-071'))).toEqual(second);
      expect(await register.history(PARK, taskId('lx22-071'))).toEqual([
        first.lastChange,
        lastChange,
      ]);
    });

    it('shows its history also when the writer died between log and item', async () => {
      const first = aStoredTask();
      await register.create(first);
      const stale = { ...first, wakeAt: at('2022-06-01 08:00') };

      expect(await register.change(stale, { ...first, version: 2 })).toBe('lost');
      expect(await register.history(PARK, taskId('lx22-071'))).toEqual([first.lastChange]);
    });

    it('is walked with all others, page by page', async () => {
      const ids = Array.from({ length: 30 }, (_, number) => `t-${String(number).padStart(2, '0')}`);
      for (const id of ids) {
        await register.create(aStoredTask({ task: aTask({ id, quote: '长'.repeat(20_000) }) }));
      }

      const walked = await Array.fromAsync(register.tasks(PARK), (each) =>
        'task' in each ? each.task.id : each.key,
      );

      expect(walked.toSorted()).toEqual(ids);
    });
  });

  describe('the watch', () => {
    it('changes only from the version read', async () => {
      const watch = newHeartbeat(PARK, at('2022-06-15 08:00'), rules);

      expect(await register.putWatch(watch, 0)).toBe('written');
      expect(await register.putWatch(watch, 0)).toBe('lost');
      expect(await register.putWatch({ ...watch, watched: 7 }, 1)).toBe('written');
      expect(await register.watch(PARK)).toEqual({ value: { ...watch, watched: 7 }, version: 2 });
      expect(await register.due(PARK, watch.wakeAt)).toEqual([{ record: 'watch' }]);
    });
  });

  describe('a digest', () => {
    const place = { park: PARK, day: day('2022-06-15'), post: postId('owner@安环局'), number: 1 };
    const digest = openedDigest(place, notice('lx22-071'), at('2022-06-15 08:00'));

    it('takes notices under its version', async () => {
      expect(await ledger.write(digest, 0)).toBe('written');
      const fuller = withNotice(digest, notice('lx22-062'));
      expect(await ledger.write(fuller, 0)).toBe('lost');
      expect(await ledger.write(fuller, 1)).toBe('written');
      expect(await ledger.read(PARK, digestId(digest))).toEqual({ value: fuller, version: 2 });
    });

    it('wakes until nothing is left to decide about it', async () => {
      await ledger.write(digest, 0);
      const ref = { record: 'digest', id: '2022-06-15#owner@安环局#1' };
      expect(await register.due(PARK, at('2022-06-15 08:00'))).toEqual([ref]);

      await ledger.write({ ...digest, state: 'sent', wakeAt: null }, 1);
      expect(await register.due(PARK, at('2022-06-15 08:00'))).toEqual([]);
    });

    it('keeps a sheet of a week or a month as it was put', async () => {
      const about = { about: 'park', post: postId('principalLeader') } as const;
      const week = { ...about, matter: 'weekSheet', of: '2022-W25' } as const;
      const month = { ...about, matter: 'monthSheet', of: '2022-06' } as const;
      const sheets = withNotice(withNotice(digest, week), month);
      await ledger.write(sheets, 0);
      expect(await ledger.read(PARK, digestId(digest))).toEqual({ value: sheets, version: 1 });
    });

    it('is found between days, over the end of a month', async () => {
      for (const text of ['2022-05-30', '2022-05-31', '2022-06-01', '2022-06-02', '2022-07-01']) {
        await ledger.write({ ...digest, day: day(text) }, 0);
      }

      const found = await Array.fromAsync(
        ledger.between(PARK, day('2022-05-31'), day('2022-06-01')),
        (each) => ('value' in each ? each.value.day.toString() : each.key),
      );

      expect(found).toEqual(['2022-05-31', '2022-06-01']);
    });
  });
}
