import { BadInput, type Problem } from '../../domain/base/problems.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import { type FigureFault, faultsOfFigure } from '../../domain/targets/figure-check.ts';
import type { Target, TargetReport } from '../../domain/targets/target.ts';
import { readFundingSheets } from '../../files/funding-worksheet.ts';
import type { ReturnRow } from '../../files/target-row.ts';
import { readTargetsSheet } from '../../files/targets-worksheet.ts';
import type { SheetReading } from '../../files/worksheets.ts';
import { measuredTask } from '../context/measured-task.ts';
import type { ParkContext } from '../context/park-context.ts';
import { type Booker, bookSteps } from '../funding/book-steps.ts';
import { returnFigures } from '../reporting/report-figures.ts';
import { type FiguresRead, readableOf, readFigures } from '../targets/read-figures.ts';

/** A workbook as somebody gave it. */
export type Workbook = {
  readonly bytes: Uint8Array;
  /** Name of the file, for messages. */
  readonly file: string;
  /** Whether the rows that are right are taken although others are not. */
  readonly onlyGood: boolean;
  /** Whether anyone who gives it has looked again at every number that must be confirmed. */
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
  const seen = readableOf(read.figures.targets, read, viewer);
  const rows = await readTargetsSheet(bytes, file, seen, run.now);
  const given = isChecked ? confirmed(rows) : rows;
  const { values, problems } = takenFrom(await checked(given, seen, run, read), onlyGood);
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
  const instruments = readableOf(read.figures.instruments, read, viewer);
  const reading = await readFundingSheets(bytes, file, instruments, read.figures.steps);
  const { values, problems } = takenFrom(reading, onlyGood);
  const news = await bookSteps(run, booker, values, read);
  return { read: values.length, news, problems };
}

/** `rows` as looked at again, all of them. */
const confirmed = ({ values, problems }: SheetReading<ReturnRow>): SheetReading<ReturnRow> => ({
  values: values.map((row) => ({
    ...row,
    figures: row.figures.map((figure) => ({ ...figure, isChecked: true })),
  })),
  problems,
});

/** The returns among `rows` that may be taken, and every cell that is wrong or to be confirmed. */
async function checked(
  rows: SheetReading<ReturnRow>,
  targets: readonly Target[],
  run: ParkContext,
  read: FiguresRead,
): Promise<SheetReading<TargetReport>> {
  const values: TargetReport[] = [];
  const problems: Problem[] = [...rows.problems];
  for (const { id, figures, whyPlace } of rows.values) {
    const target = targets.find((each) => each.id === id);
    const promise = read.tasks.get(id);
    if (!target || !promise) continue;
    const { now, rules } = run;
    const receiving = { target, task: await measuredTask(run, promise), now, rules };
    const wrong = figures.flatMap((figure) =>
      faultsOfFigure(figure, receiving).map((fault) => problemOf(fault, figure.place, whyPlace)),
    );
    problems.push(...wrong);
    if (wrong.length === 0) values.push({ id, figures });
  }
  return { values, problems };
}

const problemOf = ({ field, message }: FigureFault, place: string, whyPlace: string): Problem => ({
  place: field === 'why' ? whyPlace : place,
  message,
  remedy: remedies[field],
});

const remedies: Readonly<Record<FigureFault['field'], string>> = {
  month: '请到月末以后再填',
  value: '请核对',
  why: '请在“备注”列写明更正原因',
  confirm: '没有填错的，在“已核对”列写“是”，再导入',
};

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
