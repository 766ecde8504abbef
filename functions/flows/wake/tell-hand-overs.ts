import { climbWakeAt } from '../../domain/deadlines/climb-wake.ts';
import { occasionsAt } from '../../domain/deadlines/timed-occasions.ts';
import { inTime } from '../../domain/deadlines/wakes.ts';
import { hasCome } from '../../domain/policy/hours.ts';
import { measuredTask } from '../context/measured-task.ts';
import { type ParkContext, readWhole } from '../context/park-context.ts';
import type { RunReport } from '../context/run-report.ts';
import type { StoredTask, WakingRef } from '../ports.ts';
import { processDue } from './process-due.ts';

/**
 * Tells what was handed over (交办) in the park and has nothing else to be told with it: what goes on
 * while it is asked what else is to be sent.
 *
 * @throws {UnfinishedRun} at the end, if any record failed.
 */
export async function tellHandOvers(run: ParkContext): Promise<RunReport> {
  const refs: WakingRef[] = [];
  for (const ref of await run.ports.register.due(run.park.id, run.now)) {
    const read = ref.record === 'task' ? await readWhole(run, ref.id) : undefined;
    if (read && (await isHandOverAlone(run, read))) refs.push(ref);
  }
  return processDue(run, refs);
}

async function isHandOverAlone(
  run: ParkContext,
  { task: read, heard: known }: StoredTask,
): Promise<boolean> {
  const task = await measuredTask(run, read);
  const heard = inTime(task, known, run.now, run.rules);
  const { reached } = occasionsAt(task, heard, run.now, run.rules);
  if (reached.length === 0 || hasCome(climbWakeAt(heard, task, run.rules), run.now)) return false;
  return reached.every(({ occasion }) => occasion.kind === 'handOver');
}
