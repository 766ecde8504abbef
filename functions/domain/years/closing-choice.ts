import type { Temporal } from 'temporal-polyfill';
import type { TaskId } from '../base/ids.ts';
import type { Move } from '../tasks/move.ts';
import type { ClosingChoice } from './closing-line.ts';

/** How one line is decided. */
export type ClosingDecision = {
  readonly task: TaskId;
  readonly choice: ClosingChoice;
  /** The new date of what is carried over. */
  readonly due?: Temporal.PlainDate;
  /** The unit that takes it over. */
  readonly leadUnit?: string;
  /** A link that shows that it was done. */
  readonly evidence?: string;
  /** A reason, or the name of the document that shows that it was done. */
  readonly why?: string;
  /** The version that was shown; a later one is left as it is and named. */
  readonly seen?: number;
};

/** Names of the choices in Chinese. */
export const choiceName: Readonly<Record<ClosingChoice, string>> = {
  carryOver: '结转到',
  grantAndCarry: '同意，结转到',
  refuseAndCarry: '不同意，结转到',
  keepAndCarry: '维持，结转到',
  reassignAndCarry: '改派，结转到',
  deemDone: '视同完成',
  suspend: '中止',
  withdraw: '撤销',
  refuse: '不同意',
  keep: '维持',
  asItIs: '按已有的数封账',
  awaitFigure: '等报数',
};

const CARRIES: ReadonlySet<ClosingChoice> = new Set([
  'carryOver',
  'grantAndCarry',
  'refuseAndCarry',
  'keepAndCarry',
  'reassignAndCarry',
]);

/** Whether a choice carries the line over, so that it has a date. */
export const carries = (choice: ClosingChoice): boolean => CARRIES.has(choice);

/** What a line can be decided with. */
export const closingChoices = Object.keys(choiceName) as [ClosingChoice, ...ClosingChoice[]];

/** The move that a decision stands for; undefined where it is one about the year itself. */
export function moveOfChoice({
  choice,
  due,
  leadUnit = '',
  evidence,
}: ClosingDecision): Move | undefined {
  const date = due === undefined ? {} : { due };
  const moves: Readonly<Record<ClosingChoice, Move | undefined>> = {
    carryOver: { act: 'carryOver', ...date },
    grantAndCarry: { act: 'carryOver', ...date },
    refuseAndCarry: { act: 'carryOver', ...date, refusesRequest: true },
    keepAndCarry: { act: 'carryOver', ...date },
    reassignAndCarry: { act: 'carryOver', ...date, leadUnit },
    deemDone: { act: 'deemDone', evidence: evidence ? [evidence] : [] },
    suspend: { act: 'suspend' },
    withdraw: { act: 'withdraw' },
    refuse: { act: 'refuse' },
    keep: { act: 'keep' },
    asItIs: undefined,
    awaitFigure: undefined,
  };
  return moves[choice];
}
