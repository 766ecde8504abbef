import writeXlsxFile from 'write-excel-file/node';
import {
  type Instrument,
  Stage,
  type Step,
  stageName,
  stageNamed,
  stepId,
} from '../domain/funding.ts';
import type { Problem } from '../domain/problem.ts';
import { dayIn, FEN_PER_WAN, fenOf, type Parsed, textOf, valueOf } from './cells.ts';
import { dayCell, headCell, numberCell, textCell } from './sheet-cells.ts';
import { type Cell, type Row, readSheets, type Sheet, type SheetReading } from './sheets.ts';

const AMOUNT = '金额(万元)';
const TITLES = ['序号', '项目', AMOUNT, '阶段', '计划时间', '完成时间', '备注'] as const;

/** Why more passes a stage than was granted before it; may be left out. */
const EXCESS = '超出原因';

/** Which issue of its money a row is of; the first where the sheet has no such column. */
const BATCH = '批次';

/**
 * Reads the steps of `instruments` from a workbook that has a sheet for each, called by its name.
 * Rows that repeat project, batch and stage are its parts, in their order. What the sheet does not
 * say of a step that is among `known` stays as it is.
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
  const before = new Map(known.map((step) => [step.id, step]));
  const readings = sheets.map((sheet) => {
    const instrument = instruments.find(({ name }) => name === sheet.name);
    if (instrument) return readSheet(sheet, instrument, before);
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
  { rows }: Sheet,
  instrument: Instrument,
  known: ReadonlyMap<string, Step>,
): SheetReading<Step> {
  const parts = new Map<string, number>();
  const values: Step[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const read = readRow(row, instrument);
    if ('problems' in read) {
      problems.push(...read.problems);
      continue;
    }
    const first = { ...read, instrument: instrument.id, part: 1 };
    const part = (parts.get(stepId(first)) ?? 0) + 1;
    parts.set(stepId(first), part);
    const id = stepId({ ...first, part });
    const before = known.get(id);
    problems.push(...movedDate(row, read, before));
    values.push({ ...blank, ...before, ...first, part, id, park: instrument.park });
  }
  return { values, problems };
}

/** A date that counts is moved by an extension, which has its own way and history. */
function movedDate(row: Row, { planned }: Said, before: Step | undefined): readonly Problem[] {
  const is = planned?.toString() ?? '没有日期';
  const was = before?.planned?.toString() ?? '没有日期';
  if (!before || is === was) return [];
  const { place } = row.cell('计划时间');
  const remedy = '改期请办延期或核定期限，不在这里改';
  return [{ place, message: `与登记的计划时间（${was}）不一致`, remedy }];
}

const blank: Pick<Step, 'blockedBy'> = { blockedBy: [] };

type Said = Pick<
  Step,
  'project' | 'batch' | 'stage' | 'amountFen' | 'planned' | 'doneOn' | 'note' | 'excessReason'
>;

function readRow(
  row: Row,
  instrument: Instrument,
): Said | { readonly problems: readonly Problem[] } {
  const project = projectIn(row.cell('项目'), instrument);
  const stage = stageIn(row.cell('阶段'));
  const batch = batchIn(row.cell(BATCH));
  const amount = fenOf(row.cell(AMOUNT));
  const planned = dayIn(row.cell('计划时间'));
  const doneOn = dayIn(row.cell('完成时间'));
  const cells = [project, stage, batch, amount, planned, doneOn];
  const problems = cells.flatMap((cell) => ('problem' in cell ? [cell.problem] : []));
  if (problems.length > 0) return { problems };
  return {
    project: valueOf(project),
    stage: valueOf(stage),
    batch: valueOf(batch),
    amountFen: valueOf(amount),
    planned: valueOf(planned),
    doneOn: valueOf(doneOn),
    note: textOf(row.cell('备注')),
    excessReason: textOf(row.cell(EXCESS)),
  };
}

function projectIn(cell: Cell, { projects }: Instrument): Parsed<string> {
  const project = projects.find(({ name }) => name === textOf(cell));
  if (project) return { value: project.id };
  const remedy = `可填：${projects.map(({ name }) => name).join('、')}`;
  return { problem: { place: cell.place, message: `没有“${textOf(cell)}”这个项目`, remedy } };
}

function stageIn(cell: Cell): Parsed<Step['stage']> {
  const value = stageNamed(textOf(cell));
  if (value) return { value };
  const message = `没有“${textOf(cell)}”这个阶段`;
  const remedy = '可填：储备、申报、评审、批复（入库）、下达（发行）、到位、支出';
  return { problem: { place: cell.place, message, remedy } };
}

function batchIn(cell: Cell): Parsed<number> {
  const text = textOf(cell);
  if (text === '') return { value: 1 };
  if (/^[1-9]\d?$/.test(text)) return { value: Number(text) };
  const message = `“${text}”不是批次`;
  return { problem: { place: cell.place, message, remedy: '请填 1、2、3……，不填就是第 1 批' } };
}

/** The workbook that {@link readFundingSheets} reads: a sheet for each of `instruments`. */
export function writeFundingSheets(
  instruments: readonly Instrument[],
  steps: readonly Step[],
): Promise<Uint8Array> {
  const head = [...TITLES.slice(0, 2), BATCH, ...TITLES.slice(2), EXCESS].map(headCell);
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
      ]);
    return { sheet: name, data: [head, ...rows] };
  });
  return writeXlsxFile(sheets).toBuffer();
}

/** By project, batch and stage, and the parts of a stage in their order, as they are read again. */
const byPart = (a: Step, b: Step): number =>
  (a.project < b.project ? -1 : Number(a.project > b.project)) ||
  a.batch - b.batch ||
  Stage.options.indexOf(a.stage) - Stage.options.indexOf(b.stage) ||
  a.part - b.part;
