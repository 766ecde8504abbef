import type { Temporal } from 'temporal-polyfill';
import type { Task } from '../tasks/task.ts';
import type { TargetStanding } from './target-results.ts';
import type { Fates } from './year-account.ts';
import type { YearStanding } from './year-record.ts';

/**
 * Why a line has to be decided before its year is closed, the first that applies: reported done, a
 * pending request, a dispute, still open, or a target without the figure of the year's last period.
 */
export const closingKinds = [
  'waitsForVerification',
  'extensionAsked',
  'disputed',
  'open',
  'targetWithoutLastPeriod',
] as const;
export type ClosingKind = (typeof closingKinds)[number];

/**
 * What a line can be decided with. Those of a target without its last figure: asItIs freezes it as it
 * is (截至11月), awaitFigure takes that back.
 */
export type ClosingChoice =
  /** 结转; with a request or a dispute, see the other four. */
  | 'carryOver'
  /** 同意，结转到 */
  | 'grantAndCarry'
  /** 不同意，结转到 */
  | 'refuseAndCarry'
  /** 维持，结转到 */
  | 'keepAndCarry'
  /** 改派，结转到; needs a unit. */
  | 'reassignAndCarry'
  /** 视同完成; needs evidence. */
  | 'deemDone'
  | 'suspend'
  | 'withdraw'
  /** 不同意: the request of a target, which its figures settle. */
  | 'refuse'
  /** 维持: the dispute of a target. */
  | 'keep'
  | 'asItIs'
  | 'awaitFigure';

/** One line of the list that has to be decided. */
export type ClosingLine = {
  readonly kind: ClosingKind;
  readonly task: Task;
  readonly version: number;
  /** Empty for what is verified or returned first, on its own page. */
  readonly choices: readonly ClosingChoice[];
  /** Its own date where that lies ahead: 结转 keeps it unless another is given. */
  readonly aheadDue: Temporal.PlainDate | null;
  /** Whether 结转 needs a date: it has none that lies ahead, and is no standing duty. */
  readonly needsDue: boolean;
  /** How a target stands; null for a work. */
  readonly standing: TargetStanding | null;
};

/** What closing a year still needs, and what is decided. */
export type YearClosing = {
  readonly year: number;
  readonly state: YearStanding;
  /** Version of the year's record; 0 before anything was decided. */
  readonly version: number;
  /** What has to be decided: who waits for an answer comes first, targets last. */
  readonly lines: readonly ClosingLine[];
  /** Targets that are frozen without their last figure, which stand under what is decided. */
  readonly asTheyAre: readonly ClosingLine[];
  /** Works of the year by what became of them; restricted ones are counted. */
  readonly decided: Fates;
  /** When it was closed; null while it is not. */
  readonly closedAt: Temporal.Instant | null;
  /** Whether closing can still be taken back without a reason. */
  readonly canTakeBack: boolean;
};
