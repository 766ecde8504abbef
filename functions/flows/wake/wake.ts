import type { ParkContext } from '../context/park-context.ts';
import type { RunReport } from '../context/run-report.ts';
import { processDue } from './process-due.ts';

/**
 * Looks at everything in the park that is due. The cost follows what is due, never the size of the
 * register.
 *
 * @throws {UnfinishedRun} at the end, if any record failed.
 */
export const wake = async (run: ParkContext): Promise<RunReport> =>
  processDue(run, await run.ports.register.due(run.park.id, run.now));
