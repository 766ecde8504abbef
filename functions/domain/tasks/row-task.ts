import { Temporal } from 'temporal-polyfill';
import type { SourceId } from '../base/ids.ts';
import { FEN_PER_YUAN, inFen } from '../base/money.ts';
import { postFor } from '../contacts/contact.ts';
import type { RegisterRow } from './register-row.ts';
import { SHORT_TITLE, type Task } from './task.ts';

/** The plan that a row is entered for. */
export type Entry = {
  readonly park: string;
  /** Year of the plan; a row that names no other and is due earlier belongs to the year it is due in. */
  readonly plan: number;
  /** Code of the source; omitted for the annual plan of the year. */
  readonly source?: SourceId;
  readonly at: Temporal.Instant;
};

/**
 * The task that `row` stands for. A row that is still to be accepted counts as handed over at the
 * entry; others were in hand before.
 */
export function taskOf(row: RegisterRow, { park, plan, source, at }: Entry): Task {
  const { id, area, title, quote, kind, hardness, leadUnit, status, metric, recurrence } = row;
  const year = row.plan ?? Math.min(plan, row.due?.year ?? plan);
  const number = status === 'pendingAcceptance' ? 1 : 0;
  return {
    id,
    park,
    plan: year,
    ...(source && { source }),
    area,
    title,
    shortTitle: row.shortTitle ?? shortened(title),
    quote,
    kind,
    hardness,
    leadUnit,
    supportingUnits: [...new Set(row.supportingUnits)].filter((unit) => unit !== leadUnit),
    ...postsOf(row),
    ...datesOf(row, year),
    status,
    metric,
    recurrence,
    stageOf: null,
    nodeOf: null,
    nodes: [],
    amountFen: row.amountCny === null ? null : inFen(row.amountCny * FEN_PER_YUAN),
    assignment: { number, at: at.round('second') },
    ...untouched,
  };
}

/** What only moves bring about, of a task that nobody has moved. */
export const untouched = {
  alsoFrom: [],
  waitsFor: [],
  silentThrough: null,
  overdueCount: null,
  progress: 0,
  lastReport: null,
  evidence: [],
  request: null,
  disowned: null,
  rulings: [],
  extensions: [],
  doneOn: null,
} as const;

const datesOf = (
  { start, due, duePrecision }: RegisterRow,
  year: number,
): Pick<Task, 'start' | 'due' | 'originalDue' | 'duePrecision'> => ({
  start: start ?? Temporal.PlainDate.from({ year, month: 1, day: 1 }),
  due,
  originalDue: due,
  duePrecision: duePrecision ?? (due ? 'explicit' : 'none'),
});

const postsOf = ({
  leadUnit,
  owner,
  responsibleLeader,
}: RegisterRow): Pick<Task, 'owner' | 'responsibleLeader'> => ({
  owner: owner ?? postFor('owner', leadUnit),
  responsibleLeader: responsibleLeader ?? postFor('responsibleLeader', leadUnit),
});

const segmenter = new Intl.Segmenter('zh');

/** `title` cut to what fits a text message. */
export function shortened(title: string): string {
  const characters = Array.from(segmenter.segment(title), ({ segment }) => segment);
  return characters.length <= SHORT_TITLE
    ? title
    : `${characters.slice(0, SHORT_TITLE - 1).join('')}…`;
}
