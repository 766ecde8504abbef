import type { Contact } from '../../domain/contacts/contact.ts';
import type { TaskRow } from '../../domain/papers/board.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { writeFundingSheets } from '../../files/funding-worksheet.ts';
import { writeItemsSheet } from '../../files/items-worksheet.ts';
import { writeTargetsSheet } from '../../files/targets-worksheet.ts';
import type { ParkContext } from '../context/park-context.ts';
import { readMoney } from '../funding/money.ts';
import { readableOf, readFigures } from '../targets/read-figures.ts';

/** The workbook of `rows` in their order. */
export const itemsWorkbook = (
  rows: readonly TaskRow[],
  { rules, now }: ParkContext,
): Promise<Uint8Array> => writeItemsSheet(rows, rules.timeZone, localDay(now, rules));

/** The workbook of the targets that `viewer` may read, ready to be filled in and returned. */
export async function targetsWorkbook(run: ParkContext, viewer: Contact): Promise<Uint8Array> {
  const read = await readFigures(run.park.id, run.ports);
  const seen = readableOf(read.figures.targets, read, viewer);
  return writeTargetsSheet(seen, run.now);
}

/** The workbook of the money that `viewer` may read; undefined where there is none. */
export async function fundingWorkbook(
  run: ParkContext,
  viewer: Contact,
): Promise<Uint8Array | undefined> {
  const { instruments, steps } = await readMoney(run, viewer);
  if (instruments.length === 0) return undefined;
  return writeFundingSheets(
    instruments.map(({ instrument }) => instrument),
    steps,
  );
}
