import { endRun, type ParkContext } from '../context/park-context.ts';
import type { RunReport } from '../context/run-report.ts';
import type { WakingRef } from '../ports.ts';
import { decideDue } from './decide-due.ts';
import { deliver } from './deliver.ts';
import { finishUnitMoves } from './finish-unit-moves.ts';

/**
 * Finishes what units that were renamed left to do, then picks up what `refs` name, no matter who found it: decides it, fills the digests and sends them.
 *
 * @throws {UnfinishedRun} at the end, if any record failed.
 */
export async function processDue(run: ParkContext, refs: readonly WakingRef[]): Promise<RunReport> {
  await finishUnitMoves(run);
  await decideDue(run, refs);
  await deliver(run);
  return endRun(run);
}
