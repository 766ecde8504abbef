import type { ReviewRead } from '../../flows/sources/review.ts';
import type { AmendedTask } from '../../flows/sources/review-standing.ts';
import type { FieldFault } from '../http/forms.ts';
import type { Frame } from '../http/frame.ts';
import type { DraftListView } from './query.ts';

/** A form of the review that was not taken, or not for every draft. */
export type ReviewRefusal = {
  /** What people did: 核对, 发布, or 办理改动. */
  readonly act: 'amend' | 'publish' | 'settle';
  readonly faults: readonly FieldFault[];
  readonly fields: Readonly<Record<string, readonly string[]>>;
};

/** One plan under review, as its page shows it. */
export type ReviewProps = {
  readonly frame: Frame;
  readonly read: ReviewRead;
  readonly at: DraftListView;
  /** Units that have an owner. */
  readonly units: readonly string[];
  /** Current state in the register of what the plan changes. */
  readonly standing: readonly AmendedTask[];
  /** Tasks that are registered of a publication under way. */
  readonly registered: number;
  readonly mayEnter: boolean;
  readonly refused: ReviewRefusal | null;
};
