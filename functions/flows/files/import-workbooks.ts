import { BadInput, type Problem } from '../../domain/base/problems.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import { readFundingSheets } from '../../files/funding-worksheet.ts';
import type { SheetReading } from '../../files/read-worksheets.ts';
import { readTargetsSheet } from '../../files/targets-worksheet.ts';
import type { ParkContext } from '../context/park-context.ts';
import { sightOf } from '../context/sight.ts';
import { type Booker, bookSteps } from '../funding/book-steps.ts';
import { returnFigures } from '../reporting/report-figures.ts';
import { readableOf, readFigures } from '../targets/read-figures.ts';
import { checkedReturns, confirmedRows } from './check-returns.ts';

/** A workbook as somebody gave it. */
export type Workbook = {
  readonly bytes: Uint8Array;
  /** Name of the file, for messages. */
  readonly file: string;
  /** Whether the rows that are right are taken although others are not. */
  readonly onlyGood: boolean;
  /** Whether the sender confirmed every number that must be confirmed. */
  readonly isChecked?: boolean;
};

/** What was taken of a workbook. */
export type Imported = {
  /** Rows that could be read. */
  readonly read: number;
  /** Of them those that said something new. */
  readonly news: number;
  /** What is wrong with the rows that were left out. */
  readonly problems: readonly Problem[];
};

/**
 * Takes the monthly returns of a workbook, of the targets that the booker may read.
 *
 * @throws {BadInput} naming every bad cell, unless only good rows are wanted, or if the booker may
 *   not report on one of them; nothing is taken then.
 */
export async function importTargets(
  run: ParkContext,
  booker: Booker,
  { bytes, file, onlyGood, isChecked = false }: Workbook,
): Promise<Imported> {
  const viewer = viewerOf(run, booker);
  const read = await readFigures(run.park.id, run.ports);
  const seen = readableOf(read.figures.targets, read, await sightOf(run, viewer));
  const rows = await readTargetsSheet(bytes, file, seen, run.now);
  const given = isChecked ? confirmedRows(rows) : rows;
  const { values, problems } = takenFrom(await checkedReturns(given, seen, run, read), onlyGood);
  return { read: values.length, news: await returnFigures(run, booker, values), problems };
}

/**
 * Takes the steps of money of a workbook, of the money that the booker may read.
 *
 * @throws {BadInput} as {@link importTargets}; also if more would pass a stage than was granted.
 * @throws {Conflict} if somebody else booked one of them meanwhile.
 */
export async function importFunding(
  run: ParkContext,
  booker: Booker,
  { bytes, file, onlyGood }: Workbook,
): Promise<Imported> {
  const viewer = viewerOf(run, booker);
  const read = await readFigures(run.park.id, run.ports);
  const instruments = readableOf(read.figures.instruments, read, await sightOf(run, viewer));
  const reading = await readFundingSheets(bytes, file, instruments, read.figures.steps);
  const { values, problems } = takenFrom(reading, onlyGood);
  const news = await bookSteps(run, booker, values, read);
  return { read: values.length, news, problems };
}

/** Who looks. @throws {BadInput} for a contact that the park does not have. */
function viewerOf({ directory }: ParkContext, { by }: Booker): Contact {
  const viewer = directory.contact(by);
  if (viewer) return viewer;
  const message = `通讯录里没有“${by}”这个联系人`;
  throw new BadInput([{ place: `联系人 ${by}`, message, remedy: '请由有权限的岗位办理' }]);
}

function takenFrom<Value>(reading: SheetReading<Value>, onlyGood: boolean): SheetReading<Value> {
  if (reading.problems.length > 0 && !onlyGood) throw new BadInput(reading.problems);
  return reading;
}
