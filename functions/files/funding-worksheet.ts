import writeXlsxFile from 'write-excel-file/node';
import { FEN_PER_WAN } from '../domain/base/money.ts';
import type { Problem } from '../domain/base/problems.ts';
import { type Instrument, Stage, type Step, stageName, stepId } from '../domain/funding/funding.ts';
import { textOf } from './cells.ts';
import { cellsOf, isSameStep, type Merged, merged } from './funding-merge.ts';
import {
  AMOUNT,
  BATCH,
  DONE,
  EXCESS,
  NOTE,
  PLANNED,
  readFundingRow,
  type SaidOfStep,
} from './funding-row.ts';
import { HELD, heldBy, heldText, KEY, repeatedAt } from './row-memory.ts';
import { dayCell, headCell, numberCell, textCell } from './worksheet-cells.ts';
import { type Row, readSheets, type Sheet, type SheetReading } from './worksheets.ts';

const TITLES = ['序号', '项目', AMOUNT, '阶段', PLANNED, DONE, NOTE] as const;

/**
 * Reads the steps of `instruments` from a workbook that has a sheet for each, called by its name. A
 * row is of the step whose key it has; rows without one repeat project, batch and stage as parts, in
 * their order. What a row does not say, or says as it was exported, stays as it is.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} if it is no such workbook.
 */
export async function readFundingSheets(
  bytes: Uint8Array,
  file: string,
  instruments: readonly Instrument[],
  known: readonly Step[],
): Promise<SheetReading<Step>> {
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

/** A row that could be read, with the key that it has; an empty one where it was written by hand. */
type ReadRow = { readonly row: Row; readonly said: SaidOfStep; readonly key: string };

function readSheet(
  { rows }: Sheet,
  instrument: Instrument,
  all: readonly Step[],
): SheetReading<Step> {
  const problems: Problem[] = [];
  const read = rows.flatMap((row): readonly ReadRow[] => {
    const said = readFundingRow(row, instrument);
    if (!('problems' in said)) return [{ row, said, key: textOf(row.cell(KEY)) }];
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

/** The rows that name their step; a second one of the same is refused by its place. */
function keyedSteps(rows: readonly ReadRow[], known: readonly Step[]): readonly Merged[] {
  const places = new Map<string, string>();
  return rows.map(({ row, said, key }) => {
    const first = places.get(key);
    if (first !== undefined) return { problems: [repeatedAt(row.place, first)] };
    places.set(key, row.place);
    const before = known.find(({ id }) => id === key);
    if (!before) {
      const message = `没有编号是“${key}”的这一笔`;
      return wrongAt(row.cell(KEY).place, message, '请不要改动编号；新的一笔不写编号');
    }
    if (placeOf(said) !== placeOf(before)) {
      const message = '项目、批次或阶段与登记的这一笔不一致';
      return wrongAt(row.place, message, '请照原样保留；新的一笔另起一行，不写编号');
    }
    const memory = heldBy(row);
    if ('problem' in memory) return { problems: [memory.problem] };
    return merged({ row, said, before, held: memory.held });
  });
}

/**
 * The rows without a key: those of one project, batch and stage are its parts, in their order, as far
 * as no other row names them; what goes beyond them is new.
 */
function unkeyedSteps(
  read: readonly ReadRow[],
  instrument: Instrument,
  known: readonly Step[],
): readonly Merged[] {
  const keys = new Set(read.map(({ key }) => key));
  const byPlace = Map.groupBy(
    read.filter(({ key }) => key === ''),
    ({ said }) => placeOf(said),
  );
  return [...byPlace].flatMap(([place, rows]) => {
    const ofPlace = known.filter((step) => placeOf(step) === place);
    const left = ofPlace.filter(({ id }) => !keys.has(id)).toSorted((a, b) => a.part - b.part);
    const [first] = rows;
    if (first && left.length > 1 && rows.length < left.length) {
      const message = `登记了 ${left.length} 笔，表里只有 ${rows.length} 行，分不清是哪几笔`;
      return [wrongAt(first.row.place, message, '请重新导出，在新的表里填')];
    }
    const parts = ofPlace.map(({ part }) => part);
    const last = Math.max(0, ...parts);
    const isExported = [...keys].some((key) => key !== '');
    return rows.map(({ row, said }, at) => {
      const before = left[at];
      if (!before) return { step: added(said, instrument, last + 1 + at - left.length) };
      const result = merged({ row, said, before, held: null });
      if (!isExported || ('step' in result && isSameStep(result.step, before))) return result;
      const message = `分不清是新的一笔，还是登记过的“${before.id}”`;
      const remedy = '改动登记过的，请用导出的那一行；新的一笔，请保留导出的各行';
      return wrongAt(row.place, message, remedy);
    });
  });
}

const wrongAt = (place: string, message: string, remedy: string): Merged => ({
  problems: [{ place, message, remedy }],
});

const placeOf = ({ project, batch, stage }: Pick<Step, 'project' | 'batch' | 'stage'>): string =>
  [project, batch, stage].join('/');

function added(said: SaidOfStep, { id: instrument, park }: Instrument, part: number): Step {
  const place = { ...said, instrument, part };
  return { ...place, id: stepId(place), park, bookedAt: null, blockedBy: [] };
}

/** The workbook that {@link readFundingSheets} reads: a sheet for each of `instruments`. */
export function writeFundingSheets(
  instruments: readonly Instrument[],
  steps: readonly Step[],
): Promise<Uint8Array> {
  const titles = [...TITLES.slice(0, 2), BATCH, ...TITLES.slice(2), EXCESS, KEY, HELD];
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
const byPart = (a: Step, b: Step): number =>
  (a.project < b.project ? -1 : Number(a.project > b.project)) ||
  a.batch - b.batch ||
  Stage.options.indexOf(a.stage) - Stage.options.indexOf(b.stage) ||
  a.part - b.part;
