import type { Temporal } from 'temporal-polyfill';
import type { Move } from '../tasks/move.ts';
import type { ClosingChoice } from './closing-line.ts';

/** Names of the choices in Chinese. */
export const closingChoiceName: Readonly<Record<ClosingChoice, string>> = {
  carryOver: '结转到',
  grantAndCarry: '同意，结转到',
  refuseAndCarry: '不同意，结转到',
  keepAndCarry: '维持，结转到',
  reassignAndCarry: '改派，结转到',
  deemDone: '视同完成',
  suspend: '中止',
  withdraw: '撤销',
  refuse: '不同意延期',
  keep: '维持',
  asItIs: '照此封账',
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

/** What was entered beside a choice. */
export type ChoiceSaid = {
  readonly due?: Temporal.PlainDate;
  readonly leadUnit?: string;
  /** The reason, or what shows that it is done: a link, or the name of a document. */
  readonly words: string;
};

/** The move that a choice stands for; undefined for one about the figures of a target. */
export function closingMove(choice: ClosingChoice, said: ChoiceSaid): Move | undefined {
  if (choice === 'asItIs' || choice === 'awaitFigure') return undefined;
  if (choice === 'deemDone') return deemingDone(said);
  if (!carries(choice)) return { act: choice as 'suspend' | 'withdraw' | 'refuse' | 'keep' };
  return {
    act: 'carryOver',
    ...(said.due && { due: said.due }),
    ...(choice === 'refuseAndCarry' && { refusesRequest: true }),
    ...(choice === 'reassignAndCarry' && said.leadUnit && { leadUnit: said.leadUnit }),
  };
}

const deemingDone = ({ words }: ChoiceSaid): Move =>
  /^https?:\/\/\S+$/u.test(words)
    ? { act: 'deemDone', evidence: [words] }
    : { act: 'deemDone', evidence: [], note: words };
