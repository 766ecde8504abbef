import type { ParkContext, RunReport } from '../context/park-context.ts';
import { takeUp } from './process-due.ts';

/**
 * Looks at everything in the park that is due. The cost follows what is due, never the size of the
 * register.
 *
 * @throws {UnfinishedRun} at the end, if any record failed.
 */
export const wake = async (run: ParkContext): Promise<RunReport> =>
  takeUp(run, await run.needs.register.due(run.park.id, run.now));
