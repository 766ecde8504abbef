import type { Fen } from '../base/money.ts';
import {
  type FundingStage,
  type FundingStep,
  type Instrument,
  openSteps,
  reachedStage,
} from './funding.ts';
import { blockersOf } from './funding-blocks.ts';
import { type Funds, fundsOf } from './funds.ts';
import type { TasksById } from './present-steps.ts';

/** An open step with its current due date. */
type NextStep = Pick<FundingStep, 'id' | 'stage' | 'batch' | 'amountFen'> & {
  /** `YYYY-MM-DD`; null without a date. */
  readonly due: string | null;
};

/** The money of one level on a day. All amounts in integer fen. */
export type FundingRow = Funds & {
  readonly record: 'funds';
  readonly level: 'total' | 'instrument' | 'project' | 'batch';
  readonly instrument: string | null;
  readonly kind: Instrument['kind'] | null;
  readonly project: string | null;
  readonly batch: number | null;
  readonly name: string;
  /** Whether the row is one batch of one project, and therefore has one current stage. */
  readonly isOneBatch: boolean;
  /** The last stage with any completed amount. */
  readonly reached: FundingStage | null;
  readonly next: NextStep | null;
  /** Ids of the milestones that block any of it. */
  readonly blockedBy: readonly string[];
  /** Inconsistencies to review, in Chinese. */
  readonly doubts: readonly string[];
};

/** What a row says of its steps. */
export type FundingState = Funds &
  Pick<FundingRow, 'isOneBatch' | 'reached' | 'next' | 'blockedBy'>;

/** The state of `steps`, of which `goalFen` is sought. */
export function stateOf(
  goalFen: Fen,
  steps: readonly FundingStep[],
  tasks: TasksById,
): FundingState {
  const open = openSteps(steps);
  const [next] = open;
  return {
    ...fundsOf(goalFen, steps),
    isOneBatch: new Set(steps.map(({ project, batch }) => `${project}/${batch}`)).size === 1,
    reached: reachedStage(steps),
    next: next ? nextOf(next) : null,
    blockedBy: blockersOf(open, tasks).map(({ id }) => id),
  };
}

const nextOf = ({ id, stage, batch, amountFen, planned }: FundingStep): NextStep => ({
  id,
  stage,
  batch,
  amountFen,
  due: planned?.toString() ?? null,
});
