import { Moment } from '../domain/base/parsing.ts';
import { EnteredHolidays, noHolidays } from '../domain/calendar/entered-holidays.ts';
import { Change } from '../domain/contacts/change.ts';
import type { HolidaysRead, Register } from '../flows/ports.ts';
import { archive, historyOf } from './change-log.ts';
import { type ItemStore, type TableItem, versionIs } from './item-store.ts';
import { readItem, Version, written } from './items.ts';
import { HOLIDAYS, holidaysKey } from './table.ts';

/** It wakes until every record was planned by it. */
const HolidaysItem = EnteredHolidays.extend({
  version: Version,
  lastChange: Change,
  wakeAt: Moment.nullable().default(null),
});

type Holidays = Pick<
  Register,
  'holidays' | 'changeHolidays' | 'holidaysPlanned' | 'holidaysHistory'
>;

/**
 * The holidays that `item` holds; none without it.
 *
 * @throws {DamagedRecord}
 */
export function holidaysIn(park: string, item: TableItem | undefined): HolidaysRead {
  if (!item) return { value: noHolidays(park), version: 0, lastChange: null };
  const { version, lastChange, wakeAt: _, ...value } = readItem(HolidaysItem, item);
  return { value, version, lastChange };
}

/** The entered holidays of each park in the one table. */
export function storedHolidays(items: ItemStore): Holidays {
  const holidays = async (park: string): Promise<HolidaysRead> =>
    holidaysIn(park, await items.get(holidaysKey(park)));
  return {
    holidays,
    changeHolidays: async ({ version, lastChange }, { value, ...next }, wakeAt) => {
      if (lastChange) await archive(items, value.park, HOLIDAYS, lastChange);
      const item = { ...value, ...next, wakeAt };
      return items.put(written(HolidaysItem, item, holidaysKey(value.park)), versionIs(version));
    },
    holidaysPlanned: async (park, version) => {
      await items.update(holidaysKey(park), { wakeAt: undefined }, [{ version }]);
    },
    holidaysHistory: async (park) =>
      historyOf(items, park, HOLIDAYS, (await holidays(park)).lastChange ?? undefined),
  };
}
