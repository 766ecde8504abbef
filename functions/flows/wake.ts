import type { Temporal } from 'temporal-polyfill';
import { deliver } from './deliver.ts';
import type { Needs } from './ports.ts';
import { beginRun, endRun, type Report } from './run.ts';
import { settle } from './settle.ts';

/**
 * Looks at everything in `park` that is due: decides it, fills the digests and sends them.
 * The cost follows what is due, never the size of the register.
 *
 * @param until - looks only at what was due by then; by default by now.
 * @throws {UnknownPark}
 * @throws {UnfinishedRun} at the end, if any record failed.
 */
export async function wake(park: string, needs: Needs, until?: Temporal.Instant): Promise<Report> {
  const run = await beginRun(park, needs);
  const refs = await needs.register.due(park, until ?? run.now);
  await deliver(run, await settle(run, refs));
  return endRun(run);
}
