import type { Temporal } from 'temporal-polyfill';
import { overOn, type Period } from '../calendar/period.ts';
import type { FundingReport } from '../funding/funding-report.ts';
import type { PaceRow } from '../targets/pace-row.ts';
import type { TaskRow } from './board.ts';

/** Input of a briefing: what its recipient may see of one year, on `today`. */
export type BriefingInput = {
  readonly today: Temporal.PlainDate;
  readonly year: number;
  readonly rows: readonly TaskRow[];
  /** Units the recipient is responsible for; empty for recipients responsible for all. */
  readonly units: readonly string[];
  readonly targets: readonly PaceRow[];
  /** Number of restricted items that are left out. */
  readonly hidden?: number;
  readonly money: FundingReport;
  /** Number of messages sent in the week or month covered. */
  readonly sent: number;
  /** What is left of earlier years, in no count of the year. */
  readonly earlier: EarlierYears;
  /** Days since which tasks have been waiting for the office to verify, grant or reassign. */
  readonly forOffice: readonly Temporal.PlainDate[];
  /**
   * Posts that have not acknowledged, longest waiting first; for a month, of the messages of that
   * month.
   */
  readonly unsigned: readonly Waiting[];
  /** URL of the overview page; null if there is none. */
  readonly overview: string | null;
};

/** Open tasks of earlier years (往年未办结). */
export type EarlierYears = {
  readonly rows: readonly TaskRow[];
  /** Of these, how many wait for the office. */
  readonly forOffice: number;
  /** Number of these that nobody signed for. */
  readonly unsigned: number;
};

type Waiting = {
  readonly post: string;
  readonly count: number;
  readonly since: Temporal.PlainDate;
};

/** Last day covered; the briefing is of the year that pages show on it. */
export const coveredDay = (period: Period, today: Temporal.PlainDate): Temporal.PlainDate =>
  period === 'week' ? today : overOn(period, today).to;
