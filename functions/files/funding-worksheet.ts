import writeXlsxFile from 'write-excel-file/node';
import { FEN_PER_WAN } from '../domain/base/money.ts';
import type { Problem } from '../domain/base/problems.ts';
import {
  FundingStage,
  type FundingStep,
  type Instrument,
  stageName,
} from '../domain/funding/funding.ts';
import { cellsOf } from './funding-merge.ts';
import {
  AMOUNT_TITLE,
  BATCH_TITLE,
  DONE_TITLE,
  EXCESS_TITLE,
  NOTE_TITLE,
  PLANNED_TITLE,
  readFundingRow,
} from './funding-row.ts';
import { keyedSteps, type ReadRow, unkeyedSteps } from './funding-steps.ts';
import { cellText } from './read-cells.ts';
import { readSheets, type SheetReading, type Worksheet } from './read-worksheets.ts';
import { HELD, heldText, KEY } from './row-memory.ts';
import { dayCell, headCell, numberCell, textCell } from './write-cells.ts';

const TITLES = [
  '序号',
  '项目',
  AMOUNT_TITLE,
  '阶段',
  PLANNED_TITLE,
  DONE_TITLE,
  NOTE_TITLE,
] as const;

/**
 * Reads the steps of `instruments` from a workbook that has a sheet for each, called by its name. A
 * row is of the step whose key it has; rows without one repeat project, batch and stage as parts, in
 * their order. What a row does not say, or says as it was exported, stays as it is.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} if it is not such a workbook.
 */
export async function readFundingSheets(
  bytes: Uint8Array,
  file: string,
  instruments: readonly Instrument[],
  known: readonly FundingStep[],
): Promise<SheetReading<FundingStep>> {
  const sheets = await readSheets(bytes, file, TITLES);
  const readings = sheets.map((sheet) => {
    const instrument = instruments.find(({ name }) => name === sheet.name);
    if (instrument) return readSheet(sheet, instrument, known);
    const names = instruments.map(({ name }) => name).join('、');
    const problem = {
      place: sheet.place,
      message: '没有这笔资金，或不在您的权限内',
      remedy: `表名应是：${names}`,
    };
    return { values: [], problems: [problem] };
  });
  return {
    values: readings.flatMap(({ values }) => values),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

function readSheet(
  { rows }: Worksheet,
  instrument: Instrument,
  all: readonly FundingStep[],
): SheetReading<FundingStep> {
  const problems: Problem[] = [];
  const read = rows.flatMap((row): readonly ReadRow[] => {
    const said = readFundingRow(row, instrument);
    if (!('problems' in said)) return [{ row, said, key: cellText(row.cell(KEY)) }];
    problems.push(...said.problems);
    return [];
  });
  const known = all.filter((step) => step.instrument === instrument.id);
  const results = [
    ...keyedSteps(
      read.filter(({ key }) => key !== ''),
      known,
    ),
    ...unkeyedSteps(read, instrument, known),
  ];
  const values = results.flatMap((each) => ('step' in each ? [each.step] : []));
  const wrong = results.flatMap((each) => ('problems' in each ? each.problems : []));
  return { values, problems: [...problems, ...wrong] };
}

/** The workbook that {@link readFundingSheets} reads: a sheet for each of `instruments`. */
export function writeFundingSheets(
  instruments: readonly Instrument[],
  steps: readonly FundingStep[],
): Promise<Uint8Array> {
  const titles = [...TITLES.slice(0, 2), BATCH_TITLE, ...TITLES.slice(2), EXCESS_TITLE, KEY, HELD];
  const sheets = instruments.map(({ id, name, kind, projects }) => {
    const names = new Map(projects.map((project) => [project.id, project.name]));
    const rows = steps
      .filter(({ instrument }) => instrument === id)
      .toSorted(byPart)
      .map((step, at) => [
        numberCell(at + 1),
        textCell(names.get(step.project) ?? step.project),
        numberCell(step.batch),
        numberCell(step.amountFen / FEN_PER_WAN),
        textCell(stageName(step.stage, kind)),
        dayCell(step.planned),
        dayCell(step.doneOn),
        textCell(step.note),
        textCell(step.excessReason),
        textCell(step.id),
        textCell(heldText(cellsOf(step))),
      ]);
    return { sheet: name, data: [titles.map(headCell), ...rows] };
  });
  return writeXlsxFile(sheets).toBuffer();
}

/** By project, batch and stage, and the parts of a stage in their order, as they are read again. */
const byPart = (a: FundingStep, b: FundingStep): number =>
  (a.project < b.project ? -1 : Number(a.project > b.project)) ||
  a.batch - b.batch ||
  FundingStage.options.indexOf(a.stage) - FundingStage.options.indexOf(b.stage) ||
  a.part - b.part;
