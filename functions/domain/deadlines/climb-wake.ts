import type { Temporal } from 'temporal-polyfill';
import { workingDayAfter } from '../calendar/working-calendar.ts';
import { policyOn, type Rules, sendInstant } from '../policy/hours.ts';
import type { Task } from '../tasks/task.ts';
import { isLive } from '../tasks/task-status.ts';
import { chainOfClimb, type Silence } from './climb.ts';
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
  if (climb) {
    const { withinWorkingDays, chain } = policyOn(climb.from, rules)[chainOfClimb(climb)];
    return climb.level <= chain.length ? limitOf(climb.from, withinWorkingDays, rules) : null;
  }
  const owes = answered?.owes;
  if (!owes) return null;
  const { reportWithinWorkingDays, chain } = policyOn(owes.since, rules).signFor;
  return owes.level < chain.length ? limitOf(owes.since, reportWithinWorkingDays, rules) : null;
}

/** The send time of the day on which `workingDays` after `from` are over. */
const limitOf = (from: Temporal.PlainDate, workingDays: number, rules: Rules): Temporal.Instant =>
  sendInstant(workingDayAfter(from, workingDays, rules.calendar), rules);
