import type { Lists } from '../targets/project-list.ts';
import type { Target } from '../targets/target.ts';
import type { FundingStep, Instrument } from './funding.ts';

/** All figures of a park: targets, lists, instruments and payments. */
export type ParkFigures = Lists & {
  readonly targets: readonly Target[];
  readonly instruments: readonly Instrument[];
  readonly steps: readonly FundingStep[];
};
