import Fraction from 'fraction.js';
import { Temporal } from 'temporal-polyfill';
import type { Fen } from '../base/money.ts';
import type { Reading } from '../targets/pace.ts';
import type { Step } from './funding.ts';
import { sumsOf } from './funds.ts';

/**
 * Months in which a batch of a special bond is to be spent. Practice of provincial finance
 * departments; some count otherwise.
 */
const SPEND_MONTHS = 6;

/** How far the spending of one issued batch is. */
export type SpendClock = {
  readonly project: string;
  readonly batch: number;
  readonly issuedOn: Temporal.PlainDate;
  /** The last day of its months. */
  readonly until: Temporal.PlainDate;
  /** Months that are over, of those it has. */
  readonly months: number;
  readonly of: number;
  readonly issuedFen: Fen;
  readonly spentFen: Fen;
  /** Shares of what was issued: spent, and to be spent by now. */
  readonly reading: Reading;
};

/**
 * The clock of every batch among `steps` that was issued by `day`. Its months begin with the one
 * after the first issue, and one counts once it is over.
 */
export function spendClocks(
  steps: readonly Step[],
  day: Temporal.PlainDate,
): readonly SpendClock[] {
  const batches = Map.groupBy(steps, ({ project, batch }) => `${project}/${batch}`);
  return [...batches.values()].flatMap((batch) => clockOf(batch, day) ?? []);
}

function clockOf(batch: readonly Step[], day: Temporal.PlainDate): SpendClock | undefined {
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

/** Months of the clock that are over at the end of `day`. */
function monthsOf(issuedOn: Temporal.PlainDate, day: Temporal.PlainDate): number {
  const from = monthAfter(issuedOn, 1);
  const tomorrow = day.add({ days: 1 });
  if (Temporal.PlainDate.compare(tomorrow, from) <= 0) return 0;
  return Math.min(SPEND_MONTHS, from.until(tomorrow, { largestUnit: 'month' }).months);
}

/** The first day of the month `count` months after that of `day`. */
const monthAfter = (day: Temporal.PlainDate, count: number): Temporal.PlainDate =>
  day.with({ day: 1 }).add({ months: count });
