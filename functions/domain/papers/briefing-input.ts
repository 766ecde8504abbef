import type { Temporal } from 'temporal-polyfill';
import { overOn, type Period } from '../calendar/period.ts';
import type { FundingReport } from '../funding/funding-report.ts';
import type { PaceRow } from '../targets/pace-row.ts';
import { isEnded } from '../tasks/task-status.ts';
import type { TaskRow } from './board.ts';

/** Input of a briefing: everything its recipient may see, on `today`. */
export type BriefingInput = {
  readonly today: Temporal.PlainDate;
  readonly rows: readonly TaskRow[];
  /** Units the recipient is responsible for; empty for recipients responsible for all. */
  readonly units: readonly string[];
  readonly targets: readonly PaceRow[];
  /** Number of restricted items that are left out. */
  readonly hidden?: number;
  readonly money: FundingReport;
  /** Number of messages sent in the week or month covered. */
  readonly sent: number;
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

type Waiting = {
  readonly post: string;
  readonly count: number;
  readonly since: Temporal.PlainDate;
};

/** Last day covered; determines the year of the briefing. */
export const coveredDay = (period: Period, today: Temporal.PlainDate): Temporal.PlainDate =>
  period === 'week' ? today : overOn(period, today).to;

/**
 * `standing` limited to the year of the briefing: tasks and targets of its plan, and those of
 * earlier plans that were open when the year began. Excludes plans of later years.
 */
export function limitedToYear(period: Period, standing: BriefingInput): BriefingInput {
  const { year } = coveredDay(period, standing.today);
  const isOwn = ({ task }: TaskRow): boolean =>
    task.plan === year || (task.plan < year && (!isEnded(task) || task.doneOn?.year === year));
  const others = new Set(standing.rows.filter((row) => !isOwn(row)).map(({ task }) => task.id));
  return {
    ...standing,
    rows: standing.rows.filter(isOwn),
    targets: standing.targets.filter(({ id }) => !others.has(id)),
  };
}
