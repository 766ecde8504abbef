import type { Instrument, Step } from './funding.ts';
import type { Lists } from './project-list.ts';
import type { Target } from './target.ts';

/** All numbers of a park: what is to be reached, what was counted, what is sought and paid. */
export type Figures = Lists & {
  readonly targets: readonly Target[];
  readonly instruments: readonly Instrument[];
  readonly steps: readonly Step[];
};
