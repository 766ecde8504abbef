import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { BadInput } from '../../domain/base/problems.ts';
import { FundingStep } from '../../domain/funding/funding.ts';
import { unexplained } from '../../domain/funding/funds.ts';
import type { ParkFigures } from '../../domain/funding/park-figures.ts';

/** `step` with when it was first booked as done: a correction of it does not book it again. */
export function bookedStep(
  before: FundingStep | undefined,
  step: FundingStep,
  now: Temporal.Instant,
): FundingStep {
  if (step.doneOn === null) return { ...step, bookedAt: null };
  return before?.doneOn ? step : { ...step, bookedAt: now };
}

/** Whether `step` says nothing that `known` does not. */
export const isKnownStep = (known: FundingStep | undefined, step: FundingStep): boolean =>
  known !== undefined && isSame(known, step);

/** Money goes no further than it was granted, unless somebody says why. */
export function refuseExcess(
  { instruments, steps }: ParkFigures,
  news: readonly FundingStep[],
): void {
  const after = [...new Map([...steps, ...news].map((step) => [step.id, step])).values()];
  const touched = instruments.filter(({ id }) => news.some(({ instrument }) => instrument === id));
  const problems = touched.flatMap((instrument) =>
    unexplained(instrument, after).map((message) => ({
      place: instrument.name,
      message,
      remedy: '请核对金额，或说明超出原因',
    })),
  );
  if (problems.length > 0) throw new BadInput(problems);
}

/** Whether both say the same, whenever each was booked. */
const isSame = (a: FundingStep, b: FundingStep): boolean => textOf(a) === textOf(b);

const textOf = (step: FundingStep): string =>
  JSON.stringify(z.encode(FundingStep, { ...step, bookedAt: null }));
