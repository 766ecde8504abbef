import { z } from 'zod';
import { reportingMonths } from '../calendar/reporting-months.ts';
import type { PaceRow } from '../targets/pace-row.ts';
import { actualsWords, goalWords } from '../targets/pace-table.ts';
import type { Target } from '../targets/target.ts';
import type { Task } from '../tasks/task.ts';

/** A target in the account of its year, by its figures. */
export const TargetResult = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  /** met, missed: by the last period of the year; partial: that is missing; none: no figure was ever returned. */
  result: z.enum(['met', 'missed', 'partial', 'none']),
  /** `420亿元`. */
  goal: z.string(),
  /** `386.4亿元`; null without a figure. */
  value: z.string().nullable(),
  /** The period that the figure covers, `11月`; null without a figure. */
  asOf: z.string().nullable(),
});
export type TargetResult = Readonly<z.infer<typeof TargetResult>>;

/** How a target stands, and how it is returned. */
export type TargetStanding = {
  readonly row: PaceRow;
  readonly target: Pick<Target, 'rhythm' | 'countedFrom' | 'unpublished'>;
};

/** Whether the figure of the year's last period is there; one within a period (截至当日) is not it. */
export function hasLastPeriod({ row, target }: TargetStanding): boolean {
  const last = reportingMonths(target).at(-1);
  return last !== undefined && row.through !== null && row.through >= last && isWhole(row);
}

const isWhole = ({ through, asOf }: Pick<PaceRow, 'through' | 'asOf'>): boolean =>
  asOf === `${through}月`;

/** The targets of `tasks`, withdrawn ones left out, in the order of their ids. */
export const targetResults = (
  tasks: readonly Task[],
  figures: ReadonlyMap<string, TargetStanding>,
): readonly TargetResult[] =>
  tasks
    .filter(({ status }) => status !== 'withdrawn')
    .flatMap((task) => {
      const standing = figures.get(task.id);
      return standing ? [resultOf(task, standing)] : [];
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));

function resultOf(task: Task, standing: TargetStanding): TargetResult {
  const { row } = standing;
  return {
    id: task.id,
    name: row.name,
    unit: task.leadUnit,
    result: byFigures(task, standing),
    goal: goalWords(row),
    value: row.achieved === null ? null : actualsWords(row),
    asOf: row.asOf,
  };
}

/** A target that the office verified as done is asked for no further figure: it is met as it stands. */
function byFigures({ status, deemedDone }: Task, standing: TargetStanding): TargetResult['result'] {
  const { achieved, isMet } = standing.row;
  if (achieved === null) return 'none';
  const isVerified = status === 'closed' && !deemedDone && isMet;
  if (!isVerified && !hasLastPeriod(standing)) return 'partial';
  return isMet ? 'met' : 'missed';
}
