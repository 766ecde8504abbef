import { Temporal } from 'temporal-polyfill';
import { eachPark } from '../context/each-park.ts';
import type { RunReport } from '../context/run-report.ts';
import type { Ports } from '../ports.ts';
import { processDue } from './process-due.ts';

/** How long a wake may be past before the sweep takes it for missed. */
const MISSED_AFTER = Temporal.Duration.from({ minutes: 15 });

/** Looks, in every park, at what should have been looked at 15 minutes ago: a slot may have been missed. */
export async function sweep(ports: Ports): Promise<ReadonlyMap<string, RunReport | undefined>> {
  const until = ports.now().subtract(MISSED_AFTER);
  return eachPark(ports, async ({ id, open }) => {
    const missed = await ports.register.due(id, until);
    return missed.length === 0 ? undefined : processDue(await open(), missed);
  });
}
