import { type Fen, inFen, sumFen, wanWords } from '../base/money.ts';
import { type FundingStage, type FundingStep, type Instrument, stageName } from './funding.ts';

/** Money through each stage. */
export type Sums = Readonly<Record<FundingStage, Fen>>;

/** Difference between two consecutive amounts; negative if the later one is larger. */
type Gap = { readonly name: string; readonly fen: Fen };

/** Amounts of one level. The goal equals the sum of its gaps plus what is spent. */
export type Funds = {
  readonly goalFen: Fen;
  readonly requestedFen: Fen;
  readonly approvedFen: Fen;
  readonly arrivedFen: Fen;
  readonly spentFen: Fen;
  readonly byStage: Sums;
  readonly gaps: readonly Gap[];
};

/** Completed amount of each stage. */
export function sumsOf(steps: readonly FundingStep[]): Sums {
  const through = (stage: FundingStage): Fen =>
    sumFen(
      steps
        .filter((step) => step.stage === stage && step.doneOn !== null)
        .map(({ amountFen }) => amountFen),
    );
  return {
    reserved: through('reserved'),
    applied: through('applied'),
    reviewed: through('reviewed'),
    approved: through('approved'),
    issued: through('issued'),
    arrived: through('arrived'),
    spent: through('spent'),
  };
}

/** Amounts of `steps` against `goalFen`. */
export function fundsOf(goalFen: Fen, steps: readonly FundingStep[]): Funds {
  const byStage = sumsOf(steps);
  const { applied, approved, arrived, spent } = byStage;
  return {
    goalFen,
    requestedFen: applied,
    approvedFen: approved,
    arrivedFen: arrived,
    spentFen: spent,
    byStage,
    gaps: [
      gap(goalFen, applied, '尚未申报', '申报超过目标'),
      gap(applied, approved, '申报未批', '批复超过申报'),
      gap(approved, arrived, '批复未到', '到位超过批复'),
      gap(arrived, spent, '到位未支', '支出超过到位'),
    ],
  };
}

const gap = (before: Fen, after: Fen, rest: string, excess: string): Gap => ({
  name: after > before ? excess : rest,
  fen: inFen(before - after),
});

/** Stages limited by what was granted before, and what grants it. */
const GRANTED = ['approved', 'issued', 'arrived', 'spent'] as const;

/** More money in a stage than was granted for the project before it. */
export type Excess = {
  readonly stage: FundingStage;
  readonly fen: Fen;
  readonly grantedFen: Fen;
  /** Reason given on booking; empty if none. */
  readonly reason: string;
};

/**
 * Stages with more money than the one before. Skipped stages neither grant nor limit; money without
 * any grant is all excess.
 *
 * @param steps - all steps of one project.
 */
export function excessesOf(steps: readonly FundingStep[]): readonly Excess[] {
  const sums = sumsOf(steps);
  let grantedFen = sums.approved;
  return GRANTED.slice(1).flatMap((stage) => {
    const fen = sums[stage];
    const limit = grantedFen;
    if (fen > 0) grantedFen = fen;
    if (fen <= limit) return [];
    const reasons = steps.filter((step) => step.stage === stage).map((step) => step.excessReason);
    const reason = [...new Set(reasons.filter((each) => each !== ''))].join('；');
    return [{ stage, fen, grantedFen: limit, reason }];
  });
}

/** `excess` in Chinese. */
export function excessWords(excess: Excess, { kind }: Pick<Instrument, 'kind'>): string {
  const { stage, fen, grantedFen, reason } = excess;
  const name = stageName(stage, kind);
  const why = reason === '' ? '没有说明原因' : `原因：${reason}`;
  return `${name}${wanWords(fen)}超过此前核定的${wanWords(grantedFen)}，${why}`;
}

/** Excesses of `instrument` without a reason, by project, in Chinese. */
export const unexplained = (
  instrument: Instrument,
  steps: readonly FundingStep[],
): readonly string[] =>
  instrument.projects.flatMap(({ id, name }) =>
    excessesOf(steps.filter((step) => step.instrument === instrument.id && step.project === id))
      .filter(({ reason }) => reason === '')
      .map((excess) => `${name}${excessWords(excess, instrument)}`),
  );
