import { beforeEach, describe, expect, it } from 'vitest';
import type { ItemStore, TableItem } from '../../functions/register/item-store.ts';

const key = { pk: 'park#linxiang', sk: 'task#a' };

/** What every engine must do with the items of the table. */
export function itemsContract(fresh: () => Promise<ItemStore>): void {
  describe('an item', () => {
    let items: ItemStore;
    const skOf = ({ sk }: TableItem): string => String(sk);

    beforeEach(async () => {
      items = await fresh();
    });

    it('is what was put last, without a condition', async () => {
      await items.put({ ...key, note: '甲', nested: { list: [1, null, 'b', true] } });
      await items.put({ ...key, note: '乙' });
      expect(await items.get(key)).toEqual({ ...key, note: '乙' });
      expect(await items.get({ ...key, sk: 'task#b' })).toBeUndefined();
    });

    it.each([
      { wanted: 'absent', condition: ['absent'], onNothing: 'written', onItem: 'lost' },
      { wanted: 'there', condition: [{}], onNothing: 'lost', onItem: 'written' },
      { wanted: 'equal', condition: [{ version: 3 }], onNothing: 'lost', onItem: 'written' },
      { wanted: 'other', condition: [{ version: 4 }], onNothing: 'lost', onItem: 'lost' },
      { wanted: 'null', condition: [{ revokedAt: null }], onNothing: 'lost', onItem: 'written' },
      { wanted: 'a missing null', condition: [{ gone: null }], onNothing: 'lost', onItem: 'lost' },
      { wanted: 'missing', condition: [{ gone: undefined }], onNothing: 'lost', onItem: 'written' },
      {
        wanted: 'both of two',
        condition: [{ version: 3, wakeAt: 'x' }],
        onNothing: 'lost',
        onItem: 'lost',
      },
      {
        wanted: 'one of two',
        condition: ['absent', { version: 3 }],
        onNothing: 'written',
        onItem: 'written',
      },
    ] as const)('is written under the condition $wanted where it holds', async (each) => {
      const there = { ...key, version: 3, revokedAt: null };
      const next = { ...key, version: 4 };
      const nothing = { ...key, sk: 'task#b' };
      expect(await items.update(nothing, { version: 4 }, each.condition)).toBe(each.onNothing);
      expect(await items.put(next, each.condition)).toBe(each.onNothing);
      await items.put(there);
      expect(await items.put(next, each.condition)).toBe(each.onItem);
      expect(await items.get(key)).toEqual(each.onItem === 'written' ? next : there);
      await items.put(there);
      expect(await items.update(key, { version: 4 }, each.condition)).toBe(each.onItem);
      const updated = { ...there, version: 4 };
      expect(await items.get(key)).toEqual(each.onItem === 'written' ? updated : there);
    });

    it('loses the attributes that an update takes out, and leaves the index', async () => {
      await items.put({ ...key, park: 'linxiang', wakeAt: '2022-06-15T00:00:00Z', note: '甲' });
      const wakes = (): Promise<readonly TableItem[]> =>
        Array.fromAsync(items.waking('linxiang', '2022-06-15T00:00:00Z'));
      expect(await wakes()).toMatchObject([key]);
      expect(await items.update(key, { wakeAt: undefined, note: '乙' }, [{}])).toBe('written');
      expect(await items.get(key)).toEqual({ ...key, park: 'linxiang', note: '乙' });
      expect(await wakes()).toEqual([]);
    });

    it('is one of many that are due at one instant, none of which is missed', async () => {
      const MANY = 1200;
      const ids = Array.from({ length: MANY }, (_, at) => `task#${String(at).padStart(5, '0')}`);
      const wakeAt = '2022-06-15T00:00:00Z';
      for (const sk of ids) await items.put({ pk: key.pk, sk, park: 'linxiang', wakeAt });
      const due = await Array.fromAsync(items.waking('linxiang', wakeAt), skOf);
      expect(due.toSorted()).toEqual(ids);
    });

    it('is walked in the order of its key, between bounds and under a prefix', async () => {
      const names = ['a', 'b', 'b#1', 'b#汉', 'b#\u{1F600}', 'c', 'd'];
      for (const sk of names.toReversed()) await items.put({ pk: 'p', sk });
      await items.put({ pk: 'q', sk: 'b' });
      expect(await Array.fromAsync(items.under('p', 'b'), skOf)).toEqual(names.slice(1, 5));
      expect(await Array.fromAsync(items.under('p', 'b#'), skOf)).toEqual(names.slice(2, 5));
      expect(await Array.fromAsync(items.between('p', 'b', 'c'), skOf)).toEqual(names.slice(1, 6));
      const all = await Array.fromAsync(items.all(), ({ pk, sk }) => `${String(pk)} ${String(sk)}`);
      expect(all.toSorted()).toEqual([...names.map((name) => `p ${name}`), 'q b'].toSorted());
    });

    it('is walked over many pages, and once where it is written meanwhile', async () => {
      const MANY = 1100;
      for (let at = 0; at < MANY; at += 1) {
        await items.put({ pk: 'p', sk: `v${String(at).padStart(6, '0')}` });
      }
      const seen: unknown[] = [];
      for await (const item of items.under('p', 'v')) {
        seen.push(item['sk']);
        if (seen.length === 1) await items.put({ ...item, note: '乙' });
      }
      expect(new Set(seen).size).toBe(MANY);
      expect(seen).toHaveLength(MANY);
    });
  });
}
