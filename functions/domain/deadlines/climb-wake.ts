import type { Temporal } from 'temporal-polyfill';
import { workingDayAfter } from '../calendar/working-calendar.ts';
import { policyOn, type Rules, sendInstant } from '../policy/hours.ts';
import type { Task } from '../tasks/task.ts';
import { isLive } from '../tasks/task-status.ts';
import type { Silence } from './climb.ts';
import { firstTelling, laterOf } from './year-start.ts';

/**
 * When to evaluate the silence about `task` next; null if nobody is left to notify. Evaluated once
 * more after the last level, because that notice may still be acknowledged.
 */
export function climbWakeAt(
  { climb, answered }: Silence,
  task: Task,
  rules: Rules,
): Temporal.Instant | null {
  const at = isLive(task) ? nominalAt({ climb, answered }, rules) : null;
  return at && laterOf(at, firstTelling(task, rules));
}

function nominalAt({ climb, answered }: Silence, rules: Rules): Temporal.Instant | null {
  if (climb) return stepAt(climb.from, climb.level - 1, 'withinWorkingDays', rules);
  const owes = answered?.owes;
  return owes ? stepAt(owes.since, owes.level, 'reportWithinWorkingDays', rules) : null;
}

function stepAt(
  from: Temporal.PlainDate,
  level: number,
  limit: 'withinWorkingDays' | 'reportWithinWorkingDays',
  rules: Rules,
): Temporal.Instant | null {
  const { signFor } = policyOn(from, rules);
  const day = workingDayAfter(from, signFor[limit], rules.calendar);
  return level < signFor.chain.length ? sendInstant(day, rules) : null;
}
