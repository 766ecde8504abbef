import { beginRun, type Report } from '../context/run.ts';
import type { Needs } from '../ports.ts';
import { takeUp } from './process-due.ts';

/**
 * Looks at everything in `park` that is due. The cost follows what is due, never the size of the
 * register.
 *
 * @throws {UnknownPark}
 * @throws {UnfinishedRun} at the end, if any record failed.
 */
export async function wake(park: string, needs: Needs): Promise<Report> {
  const run = await beginRun(park, needs);
  return takeUp(run, await needs.register.due(park, run.now));
}
