import type { Problem } from '../domain/base/problems.ts';
import { type FundingStep, type Instrument, stageNamed } from '../domain/funding/funding.ts';
import { cellDay, cellText, fenOf, type Parsed, valueOf } from './read-cells.ts';
import type { WorksheetCell, WorksheetRow } from './read-worksheets.ts';

export const AMOUNT_TITLE = '金额(万元)';
export const PLANNED_TITLE = '计划时间';
export const DONE_TITLE = '完成时间';
export const NOTE_TITLE = '备注';

/** Why more passes a stage than was granted before it; may be left out. */
export const EXCESS_TITLE = '超出原因';

/** Which issue of its money a row is of; the first where the sheet has no such column. */
export const BATCH_TITLE = '批次';

/** What a row says of one step of money. */
export type SaidOfStep = Pick<
  FundingStep,
  'project' | 'batch' | 'stage' | 'amountFen' | 'planned' | 'doneOn' | 'note' | 'excessReason'
>;

/** What `row` says of a step of `instrument`, or every cell of it that is wrong. */
export function readFundingRow(
  row: WorksheetRow,
  instrument: Instrument,
): SaidOfStep | { readonly problems: readonly Problem[] } {
  const project = projectIn(row.cell('项目'), instrument);
  const stage = stageIn(row.cell('阶段'));
  const batch = batchIn(row.cell(BATCH_TITLE));
  const amount = fenOf(row.cell(AMOUNT_TITLE));
  const planned = cellDay(row.cell(PLANNED_TITLE));
  const doneOn = cellDay(row.cell(DONE_TITLE));
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
    note: cellText(row.cell(NOTE_TITLE)),
    excessReason: cellText(row.cell(EXCESS_TITLE)),
  };
}

function projectIn(cell: WorksheetCell, { projects }: Instrument): Parsed<string> {
  const project = projects.find(({ name }) => name === cellText(cell));
  if (project) return { value: project.id };
  const remedy = `可填：${projects.map(({ name }) => name).join('、')}`;
  return { problem: { place: cell.place, message: `没有“${cellText(cell)}”这个项目`, remedy } };
}

function stageIn(cell: WorksheetCell): Parsed<FundingStep['stage']> {
  const value = stageNamed(cellText(cell));
  if (value) return { value };
  const message = `没有“${cellText(cell)}”这个阶段`;
  const remedy = '可填：储备、申报、评审、批复（入库）、下达（发行）、到位、支出';
  return { problem: { place: cell.place, message, remedy } };
}

function batchIn(cell: WorksheetCell): Parsed<number> {
  const text = cellText(cell);
  if (text === '') return { value: 1 };
  if (/^[1-9]\d?$/.test(text)) return { value: Number(text) };
  const message = `“${text}”不是批次`;
  return { problem: { place: cell.place, message, remedy: '请填 1、2、3……，不填就是第 1 批' } };
}
