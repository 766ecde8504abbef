import type { Contact } from '../../domain/contacts/contact.ts';
import type { TaskRow } from '../../domain/papers/board.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { writeFundingSheets } from '../../files/funding-worksheet.ts';
import { writeItemsSheet } from '../../files/items-worksheet.ts';
import { writeTargetsSheet } from '../../files/targets-worksheet.ts';
import type { ParkContext } from '../context/park-context.ts';
import { yearsFor } from '../context/register-years.ts';
import { sightOf } from '../context/sight.ts';
import { readMoney } from '../funding/money.ts';
import { readableOf, readFigures } from '../targets/read-figures.ts';

/** The workbook of `rows` in their order. */
export const itemsWorkbook = (
  rows: readonly TaskRow[],
  { rules, now }: ParkContext,
): Promise<Uint8Array> => writeItemsSheet(rows, rules.timeZone, localDay(now, rules));

/**
 * The workbook of the targets of one year that `viewer` may read, ready to be filled in and returned.
 *
 * @param asked - the year that is asked for; undefined for the park's default.
 */
export async function targetsWorkbook(
  run: ParkContext,
  viewer: Contact,
  asked: number | undefined,
): Promise<Uint8Array> {
  const read = await readFigures(run.park.id, run.ports);
  const sight = await sightOf(run, viewer);
  const { year } = await yearsFor(run, sight, [...read.tasks.values()], asked);
  const seen = readableOf(read.figures.targets, read, sight);
  return writeTargetsSheet(
    seen.filter(({ id }) => read.tasks.get(id)?.plan === year),
    run.now,
  );
}

/** The workbook of the money of one year that `viewer` may read; undefined where there is none. */
export async function fundingWorkbook(
  run: ParkContext,
  viewer: Contact,
  asked: number | undefined,
): Promise<Uint8Array | undefined> {
  const { instruments, steps } = await readMoney(run, viewer, asked);
  if (instruments.length === 0) return undefined;
  return writeFundingSheets(
    instruments.map(({ instrument }) => instrument),
    steps,
  );
}
