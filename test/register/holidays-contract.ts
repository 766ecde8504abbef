import { describe, expect, it } from 'vitest';
import { DamagedRecord } from '../../functions/domain/base/faults.ts';
import {
  type EnteredHolidays,
  noHolidays,
} from '../../functions/domain/calendar/entered-holidays.ts';
import type { HolidaysRead, Versioned } from '../../functions/flows/ports.ts';
import type { ItemStore } from '../../functions/register/item-store.ts';
import { itemsOfPark, putBack } from '../../functions/register/park-items.ts';
import { storedPorts } from '../../functions/register/stored-ports.ts';
import { aStoredTask, at, firstPolicy } from '../support/builders.ts';

const PARK = 'linxiang';
const WAKE = at('2022-06-15 08:00');
const nothing: HolidaysRead = { value: noHolidays(PARK), version: 0, lastChange: null };

const entered: EnteredHolidays = {
  park: PARK,
  years: [
    {
      year: 2027,
      restDays: ['2026-12-31', '2027-10-01'],
      makeUpDays: ['2027-01-09'],
      text: '一、元旦：…\n七、国庆节：…',
      enteredAt: WAKE,
      enteredBy: '园区办',
    },
  ],
};

function after({ version }: HolidaysRead, value: EnteredHolidays): Versioned<EnteredHolidays> {
  const lastChange = { ...aStoredTask().lastChange, id: `change-${version + 1}` };
  return { value, version: version + 1, lastChange: { ...lastChange, version: version + 1 } };
}

/** What every register must do with the holidays that the office of a park entered. */
export function holidaysContract(fresh: () => Promise<ItemStore>): void {
  describe('the entered holidays', () => {
    it('are none before anything is entered, and of one park', async () => {
      const { register } = storedPorts(await fresh());
      expect(await register.holidays(PARK)).toEqual(nothing);
      expect(await register.holidaysHistory(PARK)).toEqual([]);
      await register.changeHolidays(nothing, after(nothing, entered), WAKE);
      expect((await register.holidays(PARK)).value).toEqual(entered);
      expect((await register.holidays('elsewhere')).version).toBe(0);
    });

    it('change only from the version read, and keep their history', async () => {
      const { register } = storedPorts(await fresh());
      const first = after(nothing, entered);
      expect(await register.changeHolidays(nothing, first, WAKE)).toBe('written');
      expect(await register.changeHolidays(nothing, first, WAKE)).toBe('lost');
      const second = after(first, noHolidays(PARK));
      expect(await register.changeHolidays(first, second, WAKE)).toBe('written');
      expect(await register.holidays(PARK)).toEqual(second);
      const history = await register.holidaysHistory(PARK);
      expect(history.map(({ id }) => id)).toEqual(['change-1', 'change-2']);
    });

    it('wake until every record was planned by the version that is there', async () => {
      const { register } = storedPorts(await fresh());
      await register.changeHolidays(nothing, after(nothing, entered), WAKE);
      expect(await register.due(PARK, WAKE)).toEqual([{ record: 'holidays' }]);
      await register.holidaysPlanned(PARK, 2);
      expect(await register.due(PARK, WAKE)).toEqual([{ record: 'holidays' }]);
      await register.holidaysPlanned(PARK, 1);
      await register.holidaysPlanned(PARK, 1);
      expect(await register.due(PARK, WAKE)).toEqual([]);
      expect((await register.holidays(PARK)).value).toEqual(entered);
    });

    it('go with the export of their park, and come back with it', async () => {
      const items = await fresh();
      await storedPorts(items).register.changeHolidays(nothing, after(nothing, entered), WAKE);
      const exported = await Array.fromAsync(itemsOfPark(items, PARK));
      expect(exported).toHaveLength(1);
      const other = await fresh();
      for (const item of JSON.parse(JSON.stringify(exported))) await putBack(other, item);
      expect((await storedPorts(other).register.holidays(PARK)).value).toEqual(entered);
    });

    it('come with their park, and stop nothing there if they cannot be read', async () => {
      const items = await fresh();
      const { register } = storedPorts(items);
      await register.putPark({ id: PARK, name: '临湘高新区', timeZone: 'Asia/Shanghai' });
      await register.addPolicy(PARK, firstPolicy, null);
      expect((await register.park(PARK)).holidays).toEqual(nothing);
      const first = after(nothing, entered);
      await register.changeHolidays(nothing, first, WAKE);
      expect(await register.park(PARK)).toMatchObject({ policies: [firstPolicy], holidays: first });
      await items.put({ pk: `park#${PARK}`, sk: 'policy-holidays', park: PARK, version: 3 });
      const park = await register.park(PARK);
      expect(park.policies).toEqual([firstPolicy]);
      expect(park.holidays).toBeInstanceOf(DamagedRecord);
    });

    it('that cannot be read are a fault, and not none', async () => {
      const items = await fresh();
      await items.put({ pk: `park#${PARK}`, sk: 'policy-holidays', park: PARK, version: 3 });
      await expect(storedPorts(items).register.holidays(PARK)).rejects.toThrow(DamagedRecord);
    });
  });
}
