import {
  enterHolidays,
  type HolidayEntry,
  removeHolidays,
} from '../../flows/calendar/enter-holidays.ts';
import type { ParkContext } from '../../flows/context/park-context.ts';
import { UnfinishedRun } from '../../flows/context/run-report.ts';
import type { Portal } from '../http/portal.ts';

/** @throws {BadInput | Conflict} as `enterHolidays` does; then nothing is entered. */
export const enterNotice = (run: ParkContext, entry: HolidayEntry, portal: Portal): Promise<void> =>
  unlessUnplanned(() => enterHolidays(run, entry), portal);

/** @throws {BadInput | Conflict} as `removeHolidays` does; then nothing is removed. */
export const removeNotice = (
  run: ParkContext,
  year: number,
  change: Parameters<typeof removeHolidays>[2],
  portal: Portal,
): Promise<void> => unlessUnplanned(() => removeHolidays(run, year, change), portal);

/** The holidays hold also where not everything could be planned by them at once: the sweep does that. */
async function unlessUnplanned(act: () => Promise<unknown>, { log }: Portal): Promise<void> {
  try {
    await act();
  } catch (fault) {
    if (!(fault instanceof UnfinishedRun)) throw fault;
    log.error('holidays were changed, and not everything planned by them', { error: fault });
  }
}
