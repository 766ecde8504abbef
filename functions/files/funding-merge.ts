import { wanInput } from '../domain/base/money.ts';
import type { Problem } from '../domain/base/problems.ts';
import type { FundingStep } from '../domain/funding/funding.ts';
import {
  AMOUNT_TITLE,
  DONE_TITLE,
  EXCESS_TITLE,
  NOTE_TITLE,
  PLANNED_TITLE,
  type SaidOfStep,
} from './funding-row.ts';
import type { WorksheetRow } from './read-worksheets.ts';
import { conflictAt, type HeldCells, saidBy } from './row-memory.ts';

/** A cell of a step that its row may change: as text, and what it sets. */
type Field = {
  readonly title: string;
  readonly text: (step: SaidOfStep) => string;
  readonly sets: (said: SaidOfStep) => Partial<FundingStep>;
};

const fields: readonly Field[] = [
  {
    title: AMOUNT_TITLE,
    text: ({ amountFen }) => wanInput(amountFen),
    sets: ({ amountFen }) => ({ amountFen }),
  },
  // A date that counts is moved by an extension, which has its own way and history.
  { title: PLANNED_TITLE, text: ({ planned }) => planned?.toString() ?? '', sets: () => ({}) },
  {
    title: DONE_TITLE,
    text: ({ doneOn }) => doneOn?.toString() ?? '',
    sets: ({ doneOn }) => ({ doneOn }),
  },
  { title: NOTE_TITLE, text: ({ note }) => note, sets: ({ note }) => ({ note }) },
  {
    title: EXCESS_TITLE,
    text: ({ excessReason }) => excessReason,
    sets: ({ excessReason }) => ({ excessReason }),
  },
];

/** The cells of a step that its row may change, as text. */
export const cellsOf = (step: SaidOfStep): HeldCells =>
  Object.fromEntries(fields.map(({ title, text }) => [title, text(step)]));

/** Whether two steps have the same cells. */
export const isSameStep = (a: FundingStep, b: FundingStep): boolean =>
  fields.every(({ text }) => text(a) === text(b));

/** A step as its row has it, or every cell of the row that is wrong. */
export type Merged = { readonly step: FundingStep } | { readonly problems: readonly Problem[] };

/** A row and the step that it is of, with what its cells held when it was exported. */
type Merging = {
  readonly row: WorksheetRow;
  readonly said: SaidOfStep;
  readonly before: FundingStep;
  readonly held: HeldCells | null;
};

/** The step of a row with every cell that says something new. */
export function merged(merging: Merging): Merged {
  const answers = fields.map((field) => answerOf(field, merging));
  const problems = answers.flatMap((answer) => ('problem' in answer ? [answer.problem] : []));
  const news = answers.map((answer) => ('news' in answer ? answer.news : {}));
  return problems.length > 0
    ? { problems }
    : { step: Object.assign({}, merging.before, ...news) as FundingStep };
}

function answerOf(
  { title, text, sets }: Field,
  { row, said, before, held: cells }: Merging,
): { readonly news: Partial<FundingStep> } | { readonly problem: Problem } {
  const [cell, now] = [text(said), text(before)];
  const held = heldIn(cells, title, cell);
  const { place } = row.cell(title);
  const answer = saidBy(cell, { held, now }, (a, b) => a === b);
  if (answer === 'nothing') return { news: {} };
  if (answer === 'conflict') return { problem: conflictAt(place, { held: held ?? '', now, cell }) };
  return title === PLANNED_TITLE ? { problem: movedDate(place, now) } : { news: sets(said) };
}

/** What a cell held; a column that is not there, as in a row written by hand, held what it holds. */
function heldIn(cells: HeldCells | null, title: string, cell: string): string | undefined {
  if (cells !== null) return cells[title] ?? '';
  return title === EXCESS_TITLE && cell === '' ? '' : undefined;
}

const movedDate = (place: string, was: string): Problem => ({
  place,
  message: `与登记的计划时间（${was === '' ? '没有日期' : was}）不一致`,
  remedy: '改期请办延期或核定期限，不在这里改',
});
