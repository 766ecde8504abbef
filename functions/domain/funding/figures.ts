import type { Lists } from '../targets/project-list.ts';
import type { Target } from '../targets/target.ts';
import type { Instrument, Step } from './funding.ts';

/** All figures of a park: targets, lists, instruments and payments. */
export type Figures = Lists & {
  readonly targets: readonly Target[];
  readonly instruments: readonly Instrument[];
  readonly steps: readonly Step[];
};
