import type { GapDays } from '../../domain/deadlines/gap.ts';
import { heardWithout, passedOver } from '../../domain/deadlines/passed-over.ts';
import { inTime, wakeAtOf } from '../../domain/deadlines/wakes.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { readable } from '../context/damaged.ts';
import { measuredTask } from '../context/measured-task.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { StoredTask } from '../ports.ts';

/** The reminders that fall on the days of `gap` and were not told yet. */
export async function countPassed(run: ParkContext, gap: GapDays): Promise<number> {
  let count = 0;
  for await (const { passed } of tasksOf(run, gap)) count += passed.length;
  return count;
}

/**
 * Lets the reminders of the days of `gap` count as heard without being told. Again it changes nothing.
 *
 * @returns whether none is left; false where a task was changed meanwhile, so that it is to be done again.
 */
export async function passOver(run: ParkContext, gap: GapDays): Promise<boolean> {
  const today = localDay(run.now, run.rules);
  let isDone = true;
  for await (const { stored, task, heard: known, passed } of tasksOf(run, gap)) {
    if (passed.length === 0) continue;
    const heard = heardWithout(task, known, passed, today);
    const wakeAt = wakeAtOf(task, heard, run.rules);
    await run.slots(run.park.id, wakeAt);
    const written = await run.ports.register.advance(stored, { heard, wakeAt });
    isDone &&= written === 'written';
  }
  return isDone;
}

type Read = {
  readonly stored: StoredTask;
  readonly task: StoredTask['task'];
  readonly heard: StoredTask['heard'];
  readonly passed: ReturnType<typeof passedOver>;
};

/** @yields every task that can be read, with what of it falls on the days of `gap`. */
async function* tasksOf(run: ParkContext, gap: GapDays): AsyncGenerator<Read, void> {
  for await (const stored of readable(run, run.ports.register.tasks(run.park.id))) {
    const task = await measuredTask(run, stored.task);
    const heard = inTime(task, stored.heard, run.now, run.rules);
    yield { stored, task, heard, passed: passedOver(task, heard, gap, run.rules) };
  }
}
