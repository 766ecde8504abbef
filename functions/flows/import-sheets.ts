import type { Temporal } from 'temporal-polyfill';
import type { Contact } from '../domain/contact.ts';
import { localDay } from '../domain/hours.ts';
import { BadInput, type Problem } from '../domain/problem.ts';
import { monthsOver, type Return, type Target } from '../domain/target.ts';
import { readFundingSheets } from '../intake/funding-sheet.ts';
import type { SheetReading } from '../intake/sheets.ts';
import { readTargetsSheet } from '../intake/targets-sheet.ts';
import { type Booker, bookSteps } from './book-steps.ts';
import type { Needs } from './ports.ts';
import { readableOf, readFigures } from './read-figures.ts';
import { returnFigures } from './return-figures.ts';
import { beginRun } from './run.ts';

/** A workbook as somebody gave it. */
export type Workbook = {
  readonly bytes: Uint8Array;
  /** Name of the file, for messages. */
  readonly file: string;
  /** Whether the rows that are right are taken although others are not. */
  readonly onlyGood: boolean;
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
  booker: Booker,
  { bytes, file, onlyGood }: Workbook,
  needs: Needs,
): Promise<Imported> {
  const { viewer, today } = await lookOf(booker, needs);
  const read = await readFigures(booker.park, needs);
  const seen = readableOf(read.figures.targets, read, viewer);
  const reading = withoutFuture(await readTargetsSheet(bytes, file, seen), seen, { file, today });
  const { values, problems } = takenFrom(reading, onlyGood);
  return { read: values.length, news: await returnFigures(booker, values, needs), problems };
}

/**
 * Takes the steps of money of a workbook, of the money that the booker may read.
 *
 * @throws {BadInput} as {@link importTargets}; also if more would pass a stage than was granted.
 * @throws {Conflict} if somebody else booked one of them meanwhile.
 */
export async function importFunding(
  booker: Booker,
  { bytes, file, onlyGood }: Workbook,
  needs: Needs,
): Promise<Imported> {
  const { viewer } = await lookOf(booker, needs);
  const read = await readFigures(booker.park, needs);
  const instruments = readableOf(read.figures.instruments, read, viewer);
  const reading = await readFundingSheets(bytes, file, instruments, read.figures.steps);
  const { values, problems } = takenFrom(reading, onlyGood);
  const news = await bookSteps(booker, values, read, needs);
  return { read: values.length, news, problems };
}

/** `reading` without the returns that have a figure for a month which is not over on `today`. */
function withoutFuture(
  { values, problems }: SheetReading<Return>,
  targets: readonly Target[],
  { file, today }: { readonly file: string; readonly today: Temporal.PlainDate },
): SheetReading<Return> {
  const isEarly = ({ id, figures }: Return): boolean =>
    figures.some(({ month }) => month > overOf(id));
  const overOf = (id: string): number => {
    const target = targets.find((each) => each.id === id);
    return target ? monthsOver(today, target.plan) : 0;
  };
  const early = values.filter(isEarly).flatMap(({ id, figures }) =>
    figures
      .filter(({ month }) => month > overOf(id))
      .map(({ month }) => ({
        place: `${file} ${targets.find((each) => each.id === id)?.name ?? id} ${month}月`,
        message: '这个月还没有结束',
        remedy: '请到月末以后再填',
      })),
  );
  return { values: values.filter((each) => !isEarly(each)), problems: [...problems, ...early] };
}

/** Who looks, and on which day. @throws {BadInput} for a contact that the park does not have. */
async function lookOf(
  { park, by }: Booker,
  needs: Needs,
): Promise<{ readonly viewer: Contact; readonly today: Temporal.PlainDate }> {
  const { directory, now, rules } = await beginRun(park, needs);
  const viewer = directory.contact(by);
  if (viewer) return { viewer, today: localDay(now, rules) };
  const message = `通讯录里没有“${by}”这个联系人`;
  throw new BadInput([{ place: `联系人 ${by}`, message, remedy: '请由有权限的岗位办理' }]);
}

function takenFrom<Value>(reading: SheetReading<Value>, onlyGood: boolean): SheetReading<Value> {
  if (reading.problems.length > 0 && !onlyGood) throw new BadInput(reading.problems);
  return reading;
}
