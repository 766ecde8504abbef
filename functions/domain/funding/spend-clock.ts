import Fraction from 'fraction.js';
import { Temporal } from 'temporal-polyfill';
import type { Fen } from '../base/money.ts';
import type { Reading } from '../targets/pace.ts';
import type { FundingStep } from './funding.ts';
import { sumsOf } from './funds.ts';

/**
 * Months within which a batch of a special bond must be spent. Common practice of provincial
 * finance departments; some differ.
 */
const SPEND_MONTHS = 6;

/** Spending progress of one issued batch. */
export type SpendClock = {
  readonly project: string;
  readonly batch: number;
  readonly issuedOn: Temporal.PlainDate;
  /** Last day of the spending period. */
  readonly until: Temporal.PlainDate;
  /** Completed months of the spending period. */
  readonly months: number;
  readonly of: number;
  readonly issuedFen: Fen;
  readonly spentFen: Fen;
  /** Shares of the issued amount: spent, and due to be spent by now. */
  readonly reading: Reading;
};

/**
 * The clock of each batch in `steps` that was issued by `day`. Starts with the month after the
 * first issue; counts completed months.
 */
export function spendClocks(
  steps: readonly FundingStep[],
  day: Temporal.PlainDate,
): readonly SpendClock[] {
  const batches = Map.groupBy(steps, ({ project, batch }) => `${project}/${batch}`);
  return [...batches.values()].flatMap((batch) => clockOf(batch, day) ?? []);
}

function clockOf(batch: readonly FundingStep[], day: Temporal.PlainDate): SpendClock | undefined {
  const issues = batch.flatMap(({ stage, doneOn }) =>
    stage === 'issued' && doneOn !== null ? [doneOn] : [],
  );
  const [issuedOn] = issues.toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  const [first] = batch;
  const { issued: issuedFen, spent: spentFen } = sumsOf(batch);
  if (!issuedOn || !first || issuedFen === 0) return undefined;
  const months = monthsOf(issuedOn, day);
  return {
    project: first.project,
    batch: first.batch,
    issuedOn,
    until: monthAfter(issuedOn, SPEND_MONTHS + 1).subtract({ days: 1 }),
    months,
    of: SPEND_MONTHS,
    issuedFen,
    spentFen,
    reading: {
      attained: new Fraction(spentFen, issuedFen),
      expected: new Fraction(months, SPEND_MONTHS),
    },
  };
}

/** Completed months at the end of `day`. */
function monthsOf(issuedOn: Temporal.PlainDate, day: Temporal.PlainDate): number {
  const from = monthAfter(issuedOn, 1);
  const tomorrow = day.add({ days: 1 });
  if (Temporal.PlainDate.compare(tomorrow, from) <= 0) return 0;
  return Math.min(SPEND_MONTHS, from.until(tomorrow, { largestUnit: 'month' }).months);
}

/** First day of the month `count` months after the month of `day`. */
const monthAfter = (day: Temporal.PlainDate, count: number): Temporal.PlainDate =>
  day.with({ day: 1 }).add({ months: count });
