import { Temporal } from 'temporal-polyfill';
import type { Needs } from './ports.ts';
import type { Report } from './run.ts';
import { wake } from './wake.ts';

/** How long a wake may be past before the sweep takes it for missed. */
const MISSED_AFTER = Temporal.Duration.from({ minutes: 15 });

/** Looks, in every park, at what should have been looked at 15 minutes ago: a slot may be missed. */
export async function sweep(needs: Needs): Promise<ReadonlyMap<string, Report>> {
  const reports = new Map<string, Report>();
  const until = needs.now().subtract(MISSED_AFTER);
  for (const park of await needs.register.parks()) {
    const missed = await needs.register.due(park, until);
    if (missed.length > 0) reports.set(park, await wake(park, needs, until));
  }
  return reports;
}
