import { followUnits } from '../contacts/follow-units.ts';
import { eachPark } from '../context/each-park.ts';
import { alone, type ParkContext } from '../context/park-context.ts';
import type { RunReport } from '../context/run-report.ts';
import type { Ports, WakingRef } from '../ports.ts';
import { planWatch } from './plan-heartbeat.ts';
import { planDigests, planTasks, type Walked } from './plan-wakes.ts';
import { processDue } from './process-due.ts';

/** What a reconcile run found in one park. */
export type Reconciled = RunReport & {
  /** Live tasks. */
  readonly watched: number;
  /** Records whose wake was wrong or missing and was put right. */
  readonly repaired: number;
};

/**
 * Walks every park's own records, whatever the index says: computes each wake again from what was
 * heard, repairs it, sees to the slots that came into the horizon, and picks up what was missed.
 */
export const reconcile = (ports: Ports): Promise<ReadonlyMap<string, Reconciled>> =>
  eachPark(ports, async ({ open }) => reconcilePark(await open()));

/**
 * Reconciles one park.
 *
 * @throws {UnfinishedRun} at the end, if any record failed.
 */
export async function reconcilePark(run: ParkContext): Promise<Reconciled> {
  if (run.directory.hasFormerNames) await alone(run, 'units', () => followUnits(run));
  const tasks = await planTasks(run);
  const digests = await planDigests(run);
  await alone(run, 'watch', () => noteFigures(run, tasks));
  const due: readonly WakingRef[] = [...tasks.due, ...digests, { record: 'watch' }];
  const report = await processDue(run, due);
  return { ...report, watched: tasks.watched, repaired: tasks.repaired };
}

/** Leaves the figures of this walk for the office's next digest. */
const noteFigures = (run: ParkContext, { watched, repaired }: Walked): Promise<void> =>
  planWatch(run, (before) => ({
    watched,
    damaged: run.report.damaged.length,
    repaired: before.repaired + repaired,
  }));
