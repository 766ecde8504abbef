import { DamagedRecord } from '../../domain/base/faults.ts';
import type { ParkContext } from '../context/park-context.ts';
import { planWatch } from './plan-heartbeat.ts';
import { planDigests, planTasks } from './plan-wakes.ts';

/** Plans every open record's wake by the park's policies, then lets the policy sleep. Planning again changes nothing. */
export async function planBy(run: ParkContext, version: number): Promise<void> {
  if (await planAll(run)) await run.ports.register.policyPlanned(run.park.id, version);
}

/** As {@link planBy}, by the holidays as `run` read them; what was entered since still wakes. */
export async function planByHolidays(run: ParkContext): Promise<void> {
  const { id, holidays } = run.park;
  if (holidays instanceof DamagedRecord || !(await planAll(run))) return;
  await run.ports.register.holidaysPlanned(id, holidays.version);
}

/** @returns whether every record could be planned. */
async function planAll(run: ParkContext): Promise<boolean> {
  const { faults } = run.report;
  const before = faults.length;
  await planTasks(run);
  await planDigests(run);
  await planWatch(run);
  return faults.length === before;
}
