import type { Account, TextSentence } from '../../domain/sources/account.ts';
import type { ReviewRead } from '../../flows/sources/review.ts';
import type { AmendedTask } from '../../flows/sources/review-standing.ts';
import type { FieldFault } from '../http/forms.ts';
import type { Frame } from '../http/frame.ts';
import type { DraftListView } from './query.ts';
import type { TextPart } from './text-panes.ts';

/** A form of the review that was not taken, or not for every draft. */
export type ReviewRefusal = {
  /** What people did: 核对, 发布, 办理改动, or 列为草稿. */
  readonly act: 'amend' | 'publish' | 'settle' | 'cut';
  readonly faults: readonly FieldFault[];
  readonly fields: Readonly<Record<string, readonly string[]>>;
};

/** One plan under review, as its page shows it. */
export type ReviewProps = {
  readonly frame: Frame;
  readonly read: ReviewRead;
  readonly at: DraftListView;
  /** Ids of the drafts that this page of the list shows. */
  readonly shown: ReadonlySet<string>;
  /** What became of every character of the text. */
  readonly account: Account<TextSentence>;
  readonly panes: readonly TextPart[];
  /** Number of the pane that is shown. */
  readonly text: number;
  /** Units that have an owner. */
  readonly units: readonly string[];
  /** Current state in the register of what the plan changes. */
  readonly standing: readonly AmendedTask[];
  /** Tasks that are registered of a publication under way. */
  readonly registered: number;
  /** Time of day until which its publication can be taken back; null where it cannot. */
  readonly undo: string | null;
  readonly mayEnter: boolean;
  /** Whether the viewer may change drafts now. */
  readonly mayAmend: boolean;
  readonly refused: ReviewRefusal | null;
};
