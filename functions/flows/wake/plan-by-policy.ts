import type { ParkContext } from '../context/park-context.ts';
import { planWatch } from './plan-heartbeat.ts';
import { planDigests, planTasks } from './plan-wakes.ts';

/** Plans every open record's wake by the park's policies, then lets the policy sleep. Planning again changes nothing. */
export async function planBy(run: ParkContext, version: number): Promise<void> {
  const { faults } = run.report;
  const before = faults.length;
  await planTasks(run);
  await planDigests(run);
  await planWatch(run);
  if (faults.length === before) await run.ports.register.policyPlanned(run.park.id, version);
}
