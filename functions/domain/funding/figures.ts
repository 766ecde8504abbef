import type { Lists } from '../targets/project-list.ts';
import type { Target } from '../targets/target.ts';
import type { Instrument, Step } from './funding.ts';

/** All numbers of a park: what is to be reached, what was counted, what is sought and paid. */
export type Figures = Lists & {
  readonly targets: readonly Target[];
  readonly instruments: readonly Instrument[];
  readonly steps: readonly Step[];
};
